// One facade over both databases: PGlite in a folder or in memory, Postgres by URL.
import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { SQL } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as overPglite } from 'drizzle-orm/pglite'
import { drizzle as overPostgres } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { Fault } from '../refusals.ts'

/** What stores query: the transaction of a turn, or the outer handle between turns. */
export type Database = Omit<PgDatabase<PgQueryResultHKT, Record<string, never>>, 'execute' | 'transaction'> & {
  execute(query: SQL): PromiseLike<unknown>
}

export type OpenDatabase = {
  readonly kind: 'pglite' | 'postgres'
  /** Outside transactions only. Inside one it throws: on PGlite it would wait for ever for itself. */
  readonly db: Database
  /** READ COMMITTED; commits when `turn` returns, rolls back when it throws. Never nested. */
  transaction<T>(turn: (tx: Database) => Promise<T>): Promise<T>
  /** Raw SQL of several statements; migrations only. */
  script(text: string): Promise<void>
  /** A dump of the whole folder (PGlite only): how tests start from one migrated database. */
  dump(): Promise<Blob>
  close(): Promise<void>
}

/** A PGlite folder (`file:...` or a path), `memory:` with an optional dump, or a postgres:// URL. */
export async function openDatabase(url: string, options: { from?: Blob } = {}): Promise<OpenDatabase> {
  return /^postgres(ql)?:\/\//.test(url) ? openPostgres(url) : openPglite(url, options.from)
}

const inside = new AsyncLocalStorage<true>()

/** True while a transaction of ours is running on this async path. */
export function isInTransaction(): boolean {
  return inside.getStore() === true
}

/** Runs what must not count as part of the surrounding transaction (work after commit, timers). */
export function outsideTransaction<T>(work: () => T): T {
  return inside.exit(work)
}

function guard(db: Database): Database {
  if (isInTransaction()) throw new Error('bug: the outer database was used inside a transaction; use ctx.db')
  return db
}

async function openPglite(url: string, from?: Blob): Promise<OpenDatabase> {
  const client = url === 'memory:' ? await inMemory(from) : await inFolder(url.replace(/^file:/, ''))
  const db = overPglite(client, { casing: 'snake_case' }) as unknown as Database & Transactional
  return {
    kind: 'pglite',
    get db() {
      return guard(db)
    },
    transaction: turn => begin(db, turn),
    script: async text => {
      await client.exec(text)
    },
    dump: () => client.dumpDataDir('none'),
    close: async () => {
      if (!client.closed) await client.close()
    },
  }
}

function inMemory(from: Blob | undefined): Promise<PGlite> {
  return PGlite.create(from === undefined ? {} : { loadDataDir: from })
}

/**
 * A first initialisation that is killed leaves a folder that cannot be opened, so it happens beside and is renamed.
 * A folder that does not open is moved aside, never deleted.
 */
async function inFolder(folder: string): Promise<PGlite> {
  if (!(await exists(join(folder, 'PG_VERSION')))) {
    const fresh = `${folder}.new`
    await rm(fresh, { recursive: true, force: true })
    await mkdir(fresh, { recursive: true })
    const first = await PGlite.create(fresh)
    await first.close()
    await rm(folder, { recursive: true, force: true })
    await rename(fresh, folder)
  }
  try {
    return await PGlite.create(folder)
  } catch (cause) {
    throw new Fault(
      `The database in ${folder} does not open. Nothing was changed; move the folder aside to start anew.`,
      {
        retry: 'never',
        cause,
      },
    )
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

async function openPostgres(url: string): Promise<OpenDatabase> {
  const client = postgres(url, {
    max: 10,
    onnotice: () => {},
    connection: { application_name: 'perle', lock_timeout: 3000, TimeZone: 'UTC' },
    // Transaction poolers lose named statements.
    prepare: !/pooler|pgbouncer=true/.test(url),
    connect_timeout: 10,
  })
  try {
    await client`select 1`
  } catch (cause) {
    await client.end({ timeout: 1 })
    throw new Fault('The database of DATABASE_URL does not answer. Check that it runs and that the address is right.', {
      retry: 'later',
      cause,
    })
  }
  const db = overPostgres(client, { casing: 'snake_case' }) as unknown as Database & Transactional
  return {
    kind: 'postgres',
    get db() {
      return guard(db)
    },
    transaction: turn => begin(db, turn),
    script: async text => {
      await client.unsafe(text)
    },
    dump: () => Promise.reject(new Error('bug: only PGlite is dumped')),
    close: () => client.end({ timeout: 5 }),
  }
}

type Transactional = { transaction<T>(turn: (tx: Database) => Promise<T>): Promise<T> }

function begin<T>(db: Transactional, turn: (tx: Database) => Promise<T>): Promise<T> {
  if (isInTransaction()) throw new Error('bug: a transaction was opened inside a transaction')
  return db.transaction(tx => inside.run(true, () => turn(tx)))
}

/** Runs `work` under a savepoint of the running transaction: what it wrote is undone when it throws, and only that. */
export function savepoint<T>(db: Database, work: (inner: Database) => Promise<T>): Promise<T> {
  return (db as Database & Transactional).transaction(work)
}

/** Rows of a raw query: postgres.js answers an array, PGlite `{ rows }`. */
export async function rowsOf<T>(db: Database, query: SQL): Promise<T[]> {
  const answer = (await db.execute(query)) as T[] | { rows: T[] }
  return Array.isArray(answer) ? answer : answer.rows
}

/** Serialisation failure or deadlock: the door may run the turn again. */
export function isRetryable(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const code = (cause as { code?: unknown }).code
    if (code === '40001' || code === '40P01' || code === '55P03') return true
  }
  return false
}
