// One file a payday in the data folder, beside the database and its backups. It is there before the payday is signed: an older copy of the
// database can then be brought to what the chain has settled meanwhile (`perle chain resync`).
import { access, mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { Fault, type Hash, newestPaydayFile, paydayFileName, readPaydayFile, runTurn } from '@perle/core'
import { manifestHash } from '@perle/core/proof'
import { z } from 'zod'
import type { Composition } from './compose.ts'

export const paydayFolder = (home: string) => join(home, 'paydays')

/** Keeps the newest payday, once. Throws `Fault` (later) where the folder cannot be written: then the payday waits with it. */
export async function keepPayday({ config, database, base }: Composition): Promise<void> {
  const name = await runTurn(database, base, ctx => newestPaydayFile(ctx))
  if (name === undefined) return
  const folder = paydayFolder(config.home)
  if (await exists(join(folder, name))) return
  const file = await runTurn(database, base, ctx => readPaydayFile(ctx))
  if (file === undefined) return
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeWhole(join(folder, file.name), file.text)
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code ?? 'unknown'
    throw new Fault(`The payday cannot be kept in ${folder} (${why}), so it is not sent to the chain yet.`, {
      retry: 'later',
      cause,
    })
  }
}

/** Beside, synced, renamed: a name stands for the whole file or for none. */
async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(`${path}.new`, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.new`, path)
}

/** Also the answer of the public page `/api/epochs/N`, which says more and does not say `isFlush`. */
const schema = z.object({ cutOffAt: z.iso.datetime(), isFlush: z.boolean().optional(), headText: z.string() })

/** Undefined where it was not kept. A file that is none of this payday's is refused by name. */
export async function findPayday(home: string, epoch: number, hash: Hash) {
  const path = join(paydayFolder(home), paydayFileName(epoch, hash))
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new Fault(`${path} cannot be read (${error.code ?? 'unknown'}).`, { retry: 'never', cause: error })
  })
  if (text === undefined) return undefined
  const file = read(text)
  if (file === undefined || manifestHash(file.headText) !== hash) {
    throw new Fault(`${path} is not the file of payday ${epoch} as the chain has it. Put the right one there.`, {
      retry: 'never',
    })
  }
  return { cutOffAt: new Date(file.cutOffAt), isFlush: file.isFlush, headText: file.headText }
}

function read(text: string): z.output<typeof schema> | undefined {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
