// What a journey left in the database, without what differs between two surfaces by its nature: ids, seals, and how messages travel.
import { sql } from 'drizzle-orm'
import { rowsOf } from '../../core/database/database.ts'
import type { World } from '../support/world.ts'

/** How things arrive and leave, and where somebody stands on an account. */
const TRAVEL = [
  'inbox',
  'outbox',
  'conversations',
  'identities',
  'leases',
  'sweeps',
  'status_days',
  'posts',
  'migrations',
]

/** Rows of each table as text, sorted; what is drawn by chance or hashed from it is a sign only. */
export async function rowsOfAll(world: World): Promise<Record<string, string[]>> {
  return world.turn(async ctx => {
    const tables = await rowsOf<{ name: string }>(
      ctx.db,
      sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
    const all: Record<string, string[]> = {}
    for (const { name } of tables) {
      if (TRAVEL.some(one => name.includes(one))) continue
      const rows = await rowsOf<{ row: string }>(
        ctx.db,
        sql`select to_jsonb(t)::text as row from ${sql.identifier(name)} t`,
      )
      if (rows.length > 0) all[name] = rows.map(({ row }) => calm(row)).sort()
    }
    return all
  })
}

function calm(row: string): string {
  return (
    row
      // The number of a transaction.
      // A consent says where it was given, as it should.
      .replace('"surface": "telegram"', '"surface": "web"')
      .replace(/"opened_in": \d+/g, '"opened_in": 0')
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '#')
      .replace(/\b0x[0-9a-f]{64,}\b/g, '0x#')
      .replace(/\\\\x[0-9a-f]{20,}/g, 'x#')
  )
}
