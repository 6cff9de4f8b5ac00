// One facade over both databases: PGlite in a folder or in memory, Postgres by URL.
import type { OpenDatabase } from './database.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'

/** Transactions of one process at a time on Postgres; more than a few a core only queue inside it. */
const POOL = 16

/** A PGlite folder (`file:...` or a path), `memory:` with an optional dump, or a postgres:// URL. */
export async function openDatabase(url: string, options: { from?: Blob; pool?: number } = {}): Promise<OpenDatabase> {
  return /^postgres(ql)?:\/\//.test(url) ? openPostgres(url, options.pool ?? POOL) : openPglite(url, options.from)
}
