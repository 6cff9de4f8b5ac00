// The thing under test: a data folder, a database, and the process that is killed and begun again on both.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import type { DatabaseKind } from '../../support/database.ts'
import { freePort, runCli } from '../../support/perle.ts'
import { type Truths, writeCampaign } from './campaign.ts'
import type { Query } from './checks/query.ts'
import { beginMain, killChain, type MainProcess, untilHealthy } from './mainProcess.ts'

export type Subject = {
  home: string
  url: string
  env: Record<string, string>
  main: MainProcess
  query: Query
  /** Begins it again and waits until it is healthy; milliseconds. */
  restart(): Promise<number>
  begin(): void
  /** Ends everything; the folder stays where `isKept`. */
  end(isKept: boolean): Promise<void>
}

/** `databaseUrl`: an empty database of a Postgres; without one PGlite in the folder. */
export async function openSubject(kind: DatabaseKind, databaseUrl?: string): Promise<Subject> {
  const home = await mkdtemp(join(tmpdir(), `perle-kill-${kind}-`))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    PERLE_HOME: home,
    PORT: String(port),
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  }
  const client = databaseUrl === undefined ? undefined : postgres(databaseUrl, { max: 1, onnotice: () => {} })
  const subject: Subject = {
    home,
    url,
    env,
    main: beginMain(env),
    query: async <T>(text: string) =>
      (client === undefined ? await subject.main.query(text) : await client.unsafe(text)) as T[],
    begin() {
      subject.main = beginMain(env)
    },
    restart() {
      subject.begin()
      return untilHealthy(subject.main, url)
    },
    async end(isKept) {
      await subject.main.kill(home)
      await killChain(home)
      await client?.end({ timeout: 1 })
      if (!isKept) await rm(home, { recursive: true, force: true })
    },
  }
  return subject
}

/** The first start is killed as well, after `delayMs`; then it starts in peace, and gets work enough for a long run. */
export async function setUp(subject: Subject, options: { delayMs: number; copies: number }): Promise<Truths> {
  await sleep(options.delayMs)
  await subject.main.kill()
  await subject.restart()
  if (options.copies === 0) return new Map()
  const folder = join(subject.home, 'campaign')
  const truths = await writeCampaign(folder, options.copies)
  await subject.main.terminate()
  const { code, stderr } = await runCli(['seed', folder], subject.env)
  if (code !== 0) throw new Error(`the long campaign could not be set up:\n${stderr}`)
  await subject.restart()
  return truths
}
