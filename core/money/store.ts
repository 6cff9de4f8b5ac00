import { eq, inArray, like, type SQL, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { type Database, rowsOf } from '../database/openDatabase.ts'
import type { CampaignId, PostingId } from '../ids.ts'
import { assert } from '../refusals.ts'
import { campaignAccount, type Lines } from './ledger.ts'
import { balances, postings } from './tables.ts'

/**
 * Writes one posting, its lines and the balances they change, in one statement, accounts in order of name (the lock order). One turn may
 * post twice (an answer sent, the next task taken), so the free purse of each campaign is locked before any of its purses is moved: it is
 * the gate behind which their order does not matter. `key` names the event: the same key again writes nothing and answers false.
 */
export async function post(
  ctx: Pick<Context, 'db' | 'newId' | 'now'>,
  posting: { key: string; reason: string; epoch?: number; lines: Lines },
): Promise<boolean> {
  const lines = Object.entries(posting.lines)
    .filter(([, change]) => change !== 0n)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  assert(lines.reduce((sum, [, change]) => sum + change, 0n) === 0n, `posting ${posting.key} does not sum to zero`)
  const id = ctx.newId() as PostingId
  if (lines.length === 0) return false
  const values = sql.join(
    lines.map(([account, change]) => sql`(${account}::text, ${change.toString()}::numeric)`),
    sql`, `,
  )
  const written = await rowsOf<{ id: string }>(
    ctx.db,
    sql`
      with given(account, amount) as (values ${values}),
      gates as (${gatesOf(lines.map(([account]) => account))}),
      head as (
        insert into postings (id, key, reason, epoch, created_at)
        values (${id}, ${posting.key}, ${posting.reason}, ${posting.epoch ?? null}, ${ctx.now().toISOString()})
        on conflict (key) do nothing returning id
      ),
      written as (
        insert into posting_lines (posting_id, account, amount)
        select head.id, given.account, given.amount from head, given order by given.account
      ),
      moved as (
        insert into balances (account, amount)
        select given.account, given.amount from head, given, (select count(*) from gates) as locked
        order by given.account
        on conflict (account) do update set amount = balances.amount + excluded.amount
      )
      select id from head`,
  )
  return written.length === 1
}

const FREE = /^campaign:[^:]+:/

/** Locks the gate of each campaign among these accounts; a query of no rows where there is none. */
function gatesOf(accounts: readonly string[]): SQL {
  const gates = [...new Set(accounts.flatMap(account => FREE.exec(account)?.map(prefix => `${prefix}free`) ?? []))]
  if (gates.length === 0) return sql`select 1 where false`
  const list = sql.join(
    gates.sort().map(gate => sql`${gate}`),
    sql`, `,
  )
  return sql`select 1 from balances where account in (${list}) order by account for no key update`
}

/**
 * Locks the purses of several campaigns, by their gates and in order of id. For whoever posts to more than one campaign in a turn: sweeps,
 * and people who leave.
 */
export async function lockPurses(db: Database, campaignIds: readonly CampaignId[]): Promise<void> {
  if (campaignIds.length === 0) return
  await rowsOf(db, gatesOf(campaignIds.map(id => campaignAccount(id, 'free'))))
}

/** What a campaign has free, locked until the turn ends: nobody else spends it meanwhile. */
export async function lockFree(db: Database, campaignId: CampaignId): Promise<bigint> {
  const free = eq(balances.account, campaignAccount(campaignId, 'free'))
  return (await db.select().from(balances).where(free).for('no key update'))[0]?.amount ?? 0n
}

export async function balanceOf(db: Database, account: string): Promise<bigint> {
  const rows = await db.select().from(balances).where(eq(balances.account, account))
  return rows[0]?.amount ?? 0n
}

export async function balancesOf(db: Database, accounts: string[]): Promise<Map<string, bigint>> {
  if (accounts.length === 0) return new Map()
  const rows = await db.select().from(balances).where(inArray(balances.account, accounts))
  return new Map(rows.map(row => [row.account, row.amount]))
}

/** Every account whose name begins so: `leaf:`, `person:`. */
export async function balancesUnder(db: Database, prefix: string): Promise<Map<string, bigint>> {
  const rows = await db
    .select()
    .from(balances)
    .where(like(balances.account, `${prefix}%`))
    .orderBy(balances.account)
  return new Map(rows.map(row => [row.account, row.amount]))
}

export async function hasPosting(db: Database, key: string): Promise<boolean> {
  const rows = await db.select({ id: postings.id }).from(postings).where(eq(postings.key, key))
  return rows.length > 0
}
