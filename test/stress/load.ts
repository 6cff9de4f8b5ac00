// What all stress tests share: the world on Postgres, watched for what its transactions ran into, and the counts that must be exact.
import { sql } from 'drizzle-orm'
import { type OpenDatabase, rowsOf } from '../../core/database/database.ts'
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
  database.transaction = async turn => {
    try {
      return await begin(turn)
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
  const rows = await world.turn(ctx =>
    rowsOf<{ what: string }>(
      ctx.db,
      sql`
      select 'ledger is off by ' || sum(amount) as what from balances having sum(amount) <> 0
      union all
      select 'account ' || b.account || ' says ' || b.amount || ', its lines ' || coalesce(l.sum, 0)
        from balances b left join (select account, sum(amount) from posting_lines group by account) l(account, sum)
        on l.account = b.account where b.amount <> coalesce(l.sum, 0)
      union all
      select 'item ' || i.external_id || ' counts ' || i.taken || ' taken, there are ' || n.n
        from items i, lateral (select
          (select count(*) from assignments a where a.item_id = i.id and a.state = 'open')
          + (select count(*) from submissions s where s.item_id = i.id and s.state in ('pending', 'accepted')) as n) n
        where i.role = 'live' and i.taken <> n.n
      union all
      select 'item ' || i.external_id || ' has more answers than its campaign allows' from items i
        join campaigns c on c.id = i.campaign_id where i.role = 'live' and i.taken > c.overlap_max
      union all
      select 'campaign ' || c.slug || ' holds ' || coalesce(b.amount, 0) || ' ' || p.purse || ', its leases say ' || p.sum
        from campaigns c cross join lateral (
          select 'leased' as purse, coalesce(sum(a.pay_reserve + a.fee_reserve + a.review_reserve), 0) as sum
            from assignments a where a.campaign_id = c.id and a.state = 'open'
          union all
          select 'pending', coalesce(sum(a.pay_reserve + a.fee_reserve), 0)
            from submissions s join assignments a on a.id = s.assignment_id
            where s.campaign_id = c.id and (s.state = 'pending' or s.state = 'rejected'
              and not exists (select 1 from postings p where p.key = 'reject:' || s.id))
          union all
          select 'earned', coalesce(sum(a.pay_reserve + a.fee_reserve), 0)
            from submissions s join assignments a on a.id = s.assignment_id
            where s.campaign_id = c.id and s.state = 'accepted' and s.settled_epoch is null) p
        left join balances b on b.account = 'campaign:' || c.id || ':' || p.purse
        where coalesce(b.amount, 0) <> p.sum
      union all
      select 'somebody holds ' || count(*) || ' tasks' from assignments where state = 'open'
        group by contributor_id having count(*) > 1
      union all
      select 'somebody has two answers to one item' from submissions where state in ('pending', 'accepted', 'rejected')
        group by contributor_id, item_id having count(*) > 1`,
    ),
  )
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
