// Files by the hash of their bytes: `media/<sha256>` in the data folder. A name says what is inside, so nothing is ever overwritten.
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

export type MediaStore = {
  /** Length in bytes; undefined for what is not there. */
  sizeOf(sha256: string): Promise<number | undefined>
  /** On the disk, name and bytes, when it answers; the hash is the name. */
  write(bytes: Buffer): Promise<string>
  read(sha256: string): Promise<Buffer | undefined>
  /** Both ends are part of it. */
  stream(sha256: string, range?: { start: number; end: number }): Readable
}

const NAME = /^[0-9a-f]{64}$/

export async function openMediaStore(folder: string): Promise<MediaStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // Half written when a process died. Another process may be writing one right now, so only old ones go.
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.new')) continue
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: 0 }))
    if (mtimeMs < Date.now() - 3_600_000) await rm(join(folder, name), { force: true })
  }
  const pathOf = (sha256: string) => {
    if (!NAME.test(sha256)) throw new Error('bug: a name in the media store is a SHA-256')
    return join(folder, sha256)
  }
  const sizeOf = async (sha256: string) => (await stat(pathOf(sha256)).catch(() => undefined))?.size

  return {
    sizeOf,
    async write(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      if ((await sizeOf(sha256)) === bytes.length) return sha256
      const fresh = join(folder, `${sha256}.${randomUUID()}.new`)
      try {
        await writeWhole(fresh, bytes)
        await rename(fresh, pathOf(sha256))
      } catch (error) {
        await rm(fresh, { force: true })
        throw error
      }
      await syncFolder(folder)
      return sha256
    },
    read: sha256 => readFile(pathOf(sha256)).catch(() => undefined),
    stream: (sha256, range) => createReadStream(pathOf(sha256), range),
  }
}

async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The name too must be on the disk before a row in the database says that it is there. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
