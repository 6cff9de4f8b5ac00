// What the rest of the core asks of a database, whichever of the two it is.
import type { SQL } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** What stores query: the transaction of a turn, or the outer handle between turns. */
export type Database = Omit<PgDatabase<PgQueryResultHKT, Record<string, never>>, 'execute' | 'transaction'> & {
  execute(query: SQL): PromiseLike<unknown>
}

export type OpenDatabase = {
  readonly kind: 'pglite' | 'postgres'
  /** Outside transactions only. Inside one it throws: on PGlite it would wait for ever for itself. */
  readonly db: Database
  /**
   * READ COMMITTED; commits when `turn` returns, rolls back when it throws. Never nested. `first` is SQL of our own making that goes along with
   * BEGIN: a lock that all the rest is read behind.
   */
  transaction<T>(turn: (tx: Database) => Promise<T>, first?: string): Promise<T>
  /** Raw SQL of several statements; migrations only. */
  script(text: string): Promise<void>
  /** A dump of the whole folder (PGlite only): how tests start from one migrated database. */
  dump(): Promise<Blob>
  close(): Promise<void>
}

/** Rows of a raw query: postgres.js answers an array, PGlite `{ rows }`. */
export async function rowsOf<T>(db: Database, query: SQL): Promise<T[]> {
  const answer = (await db.execute(query)) as T[] | { rows: T[] }
  return Array.isArray(answer) ? answer : answer.rows
}

/** Serialisation failure or deadlock: the door may run the turn again. */
export function isRetryable(error: unknown): boolean {
  return hasCode(error, ['40001', '40P01', '55P03'])
}

/** An account would have fallen below zero (migration 0005): somebody else took the money since it was looked at. */
export function isOverdrawn(error: unknown): boolean {
  return hasCode(error, ['PE001'])
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown }
    if (typeof code === 'string' && codes.includes(code)) return true
  }
  return false
}
