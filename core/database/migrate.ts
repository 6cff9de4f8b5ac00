// Applies migrations/*.sql in order, once, also when two processes start together.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { Fault } from '../refusals.ts'
import { type OpenDatabase, rowsOf } from './database.ts'

export const MIGRATIONS = join(import.meta.dirname, '../../migrations')

type Journal = { entries: { idx: number; tag: string }[] }

/** Any constant serves, as long as it stays: the advisory lock all processes take before migrating. */
const LOCK = 7373_0001

/**
 * Runs what is missing and returns the names of what it ran. A migration that landed and was edited since is a fault:
 * what runs here must be what ran elsewhere.
 */
export async function migrate(database: OpenDatabase, folder = MIGRATIONS): Promise<string[]> {
  const journal = JSON.parse(await readFile(join(folder, 'meta/_journal.json'), 'utf8')) as Journal
  const files = await Promise.all(
    journal.entries.map(async entry => {
      const text = await readFile(join(folder, `${entry.tag}.sql`), 'utf8')
      return { name: entry.tag, text, hash: createHash('sha256').update(text).digest('hex') }
    }),
  )
  await database.script(
    'create table if not exists migrations (name text primary key, hash text not null, applied_at timestamptz(3) not null default now())',
  )
  return database.transaction(async tx => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
    const done = await rowsOf<{ name: string; hash: string }>(tx, sql`select name, hash from migrations`)
    const hashes = new Map(done.map(row => [row.name, row.hash]))
    const ran: string[] = []
    for (const file of files) {
      const known = hashes.get(file.name)
      if (known === file.hash) continue
      if (known !== undefined) {
        throw new Fault(`Migration ${file.name} was changed after it ran on this database. Restore the file.`, {
          retry: 'never',
        })
      }
      for (const statement of file.text.split('--> statement-breakpoint')) await tx.execute(sql.raw(statement))
      await tx.execute(sql`insert into migrations (name, hash) values (${file.name}, ${file.hash})`)
      ran.push(file.name)
    }
    await tx.execute(sql`select forget_foreign_numbers()`)
    return ran
  })
}
