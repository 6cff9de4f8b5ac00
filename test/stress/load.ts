// What all stress tests share: the world on Postgres, watched for what its transactions ran into, and the counts that must be exact.
import { sql } from 'drizzle-orm'
import { type OpenDatabase, rowsOf } from '../../core/database/database.ts'
import { DISAGREEMENTS } from '../support/books.ts'
import { POSTGRES } from '../support/database.ts'
import { aWorld, type World } from '../support/world.ts'

/** PGlite is one connection: nothing can meet there. */
export const hasPostgres = POSTGRES !== undefined
if (!hasPostgres) console.log('Stress: skipped, it needs a Postgres and there is none (set PERLE_TEST_POSTGRES).')

/** A tenth of the load in the suite; all of it with PERLE_SOAK=1. */
const isSoak = process.env['PERLE_SOAK'] === '1'
export const load = (full: number, tenth: number) => (isSoak ? full : tenth)

/** SQLSTATEs that transactions ended with, also those that a retry hid: 40P01 is a deadlock, 55P03 a lock waited for too long. */
export type Met = Map<string, number>

export type WatchedWorld = World & { met: Met }

/** A world on Postgres that counts what its transactions ended with. */
export async function aWatchedWorld(options: { seed?: number; startsAt?: string } = {}): Promise<WatchedWorld> {
  const world = await aWorld({ kind: 'postgres', ...options })
  const met: Met = new Map()
  watch(world.database, met)
  return Object.assign(world, { met })
}

function watch(database: OpenDatabase, met: Met): void {
  const begin = database.transaction
  database.transaction = async (turn, first) => {
    try {
      return await begin(turn, first)
    } catch (error) {
      const code = sqlState(error)
      if (code !== undefined) met.set(code, (met.get(code) ?? 0) + 1)
      throw error
    }
  }
}

export function sqlState(error: unknown): string | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown }
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code
  }
  return undefined
}

/** Everything that two counts of one thing disagree about; [] when the books are right. */
export async function disagreements(world: World): Promise<string[]> {
  const rows = await world.turn(ctx => rowsOf<{ what: string }>(ctx.db, sql.raw(DISAGREEMENTS)))
  return rows.map(row => row.what)
}

/** Runs all at once and gives every failure as text; a stress test that stops at the first hides the others. */
export async function allAtOnce(works: (() => Promise<unknown>)[]): Promise<string[]> {
  const done = await Promise.allSettled(works.map(work => work()))
  return done.flatMap(one => (one.status === 'rejected' ? [told(one.reason)] : []))
}

function told(error: unknown): string {
  const words: string[] = []
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) words.push(cause.message.slice(0, 200))
  return words.join(' <- ')
}
