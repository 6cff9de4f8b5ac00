// The data folder: that it can be written, that one process has it, and the master key inside.
import { createHash, randomBytes } from 'node:crypto'
import { access, constants, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createConnection, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Something a person at the shell has to mend; `message` is the sentence they read. */
export class StartError extends Error {}

/** A Unix socket's path has room for 107 bytes. */
const LONGEST_SOCKET = 100

export type DataFolder = {
  home: string
  /** What leases are taken under by whoever has this folder. */
  holder: string
  release(): Promise<void>
}

/**
 * Takes the folder for this process. The lock is a Unix socket in the folder: whoever listens holds it, and a refused
 * connection means that its holder is gone (a pid may be somebody else's by now).
 */
export async function takeDataFolder(home: string): Promise<DataFolder> {
  try {
    await mkdir(home, { recursive: true, mode: 0o700 })
    const probe = join(home, `.write-${process.pid}`)
    await writeFile(probe, '')
    await rm(probe)
    await access(home, constants.W_OK)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    throw new StartError(
      `The data folder ${home} cannot be written (${code}). Give this account the right to write there, or set PERLE_HOME to another folder.`,
    )
  }
  const path = lockPath(home)
  if (await isAnswered(path)) {
    throw new StartError(
      `Perle is running on ${home} already${await otherPid(home)}. Use that one, stop it first, or set PERLE_HOME to another folder.`,
    )
  }
  await rm(path, { force: true })
  const server = await listen(path)
  return {
    home,
    holder: await readHolder(home),
    release: async () => {
      await new Promise<void>(done => server.close(() => done()))
      await rm(path, { force: true })
      await rm(join(home, 'main.json'), { force: true })
    },
  }
}

function lockPath(home: string): string {
  const inside = join(home, 'lock')
  if (Buffer.byteLength(inside) <= LONGEST_SOCKET) return inside
  return join(tmpdir(), `perle-${createHash('sha256').update(home).digest('hex').slice(0, 16)}.lock`)
}

/**
 * A name that stays with the folder. Only one process has the folder, so a lease under this name is that process's own, or was left by one
 * that was killed, and need not be waited for. A pid would not do: the next process has another, and in containers all have the same.
 */
async function readHolder(home: string): Promise<string> {
  const path = join(home, 'holder')
  const known = (await readFile(path, 'utf8').catch(() => '')).trim()
  if (/^folder-[0-9a-f]{32}$/.test(known)) return known
  const holder = `folder-${randomBytes(16).toString('hex')}`
  await writeFile(`${path}.new`, `${holder}\n`)
  await rename(`${path}.new`, path)
  return holder
}

function isAnswered(path: string): Promise<boolean> {
  return new Promise(done => {
    const socket = createConnection(path)
    socket.once('connect', () => {
      socket.destroy()
      done(true)
    })
    socket.once('error', () => done(false))
  })
}

async function otherPid(home: string): Promise<string> {
  const main = await readFile(join(home, 'main.json'), 'utf8').catch(() => undefined)
  const pid = main === undefined ? undefined : (JSON.parse(main) as { pid?: number }).pid
  return pid === undefined ? '' : ` (process ${pid})`
}

function listen(path: string): Promise<Server> {
  return new Promise((done, failed) => {
    const server = createServer(socket => socket.end())
    server.once('error', failed)
    server.listen(path, () => {
      server.unref()
      done(server)
    })
  })
}

/** Who runs here: for whoever wants to stop it, and for the sentence of a second start. */
export async function writeMain(home: string, main: { pid: number; port: number; url: string }): Promise<void> {
  await writeFile(join(home, 'main.json'), `${JSON.stringify(main)}\n`)
}

/** 32 bytes, made at the first start and kept outside the database. Losing it loses every sealed text. */
export async function readMasterKey(file: string): Promise<Uint8Array> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new StartError(`The key file ${file} cannot be read (${error.code ?? 'unknown'}).`)
  })
  if (text !== undefined) {
    if (!/^[0-9a-f]{64}\s*$/.test(text))
      throw new StartError(`The key file ${file} does not hold 64 hex digits. Restore it.`)
    return Buffer.from(text.trim(), 'hex')
  }
  const key = randomBytes(32)
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    await writeKey(`${file}.new`, `${key.toString('hex')}\n`)
    await rename(`${file}.new`, file)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    throw new StartError(
      `The key file ${file} cannot be written (${code}). Nothing was sealed with it; mend that and start again.`,
    )
  }
  return key
}

/** On the disk before anything is sealed with it: a key that a power cut takes away takes every sealed text with it. */
async function writeKey(path: string, text: string): Promise<void> {
  const handle = await open(path, 'w', 0o600)
  try {
    await handle.chmod(0o600)
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
