import { eq, inArray, like, type SQL, sql } from 'drizzle-orm'
import type { Batch, Context } from '../context.ts'
import { type Database, rowsOf } from '../database/database.ts'
import { send } from '../database/running.ts'
import type { CampaignId } from '../ids.ts'
import { assert } from '../refusals.ts'
import { campaignAccount, type Lines } from './ledger.ts'
import { balances, postings } from './tables.ts'

export type Posting = { key: string; reason: string; epoch?: number; lines: Lines }
type Poster = Pick<Context, 'db' | 'newId' | 'now'>

/**
 * Writes one posting, its lines and the balances they change, in one statement, accounts in order of name (the lock order). One turn may
 * post twice, so the free purse of each campaign is locked before any of its purses is moved: it is the gate behind which their order does
 * not matter. `key` names the event: the same key again writes nothing and answers false.
 */
export async function post(ctx: Poster, posting: Posting): Promise<boolean> {
  const statement = statementOf(ctx, [posting])
  if (statement === undefined) return false
  return (await rowsOf<{ id: string }>(ctx.db, statement)).length === 1
}

/**
 * The same at the end of the turn, together with others of the turn: a campaign's purses are what everybody who works on it wants, so they
 * are locked when the commit is already on its way. A purse that would fall below zero makes the turn run again.
 */
export function postAtEnd(ctx: Context, posting: Posting): void {
  ctx.collect(postAll, posting)
}

const postAll: Batch<Posting> = (ctx, postings) => {
  const statement = statementOf(ctx, postings)
  if (statement !== undefined) send(ctx.db, ctx.db.execute(statement))
}

/** Undefined where nothing moves. */
function statementOf(ctx: Poster, postings: readonly Posting[]): SQL | undefined {
  const at = ctx.now().toISOString()
  const heads: SQL[] = []
  const given: SQL[] = []
  const accounts: string[] = []
  for (const { key, reason, epoch, lines } of postings) {
    const moved = Object.entries(lines).filter(([, change]) => change !== 0n)
    assert(moved.reduce((sum, [, change]) => sum + change, 0n) === 0n, `posting ${key} does not sum to zero`)
    if (moved.length === 0) continue
    const id = ctx.newId()
    heads.push(sql`(${id}::uuid, ${key}::text, ${reason}::text, ${epoch ?? null}::integer)`)
    for (const [account, change] of moved) {
      given.push(sql`(${id}::uuid, ${account}::text, ${change.toString()}::numeric)`)
      accounts.push(account)
    }
  }
  if (heads.length === 0) return undefined
  return sql`
    with given(posting_id, account, amount) as (values ${sql.join(given, sql`, `)}),
    gates as (${gatesOf(accounts)}),
    head as (
      insert into postings (id, key, reason, epoch, created_at)
      select id, key, reason, epoch, ${at}::timestamptz from (values ${sql.join(heads, sql`, `)}) as h(id, key, reason, epoch)
      on conflict (key) do nothing returning id
    ),
    written as (
      insert into posting_lines (posting_id, account, amount)
      select posting_id, account, amount from given join head on head.id = posting_id
    ),
    moved as (
      insert into balances (account, amount)
      select account, sum(amount) from given join head on head.id = posting_id, (select count(*) from gates) as locked
      group by account order by account
      on conflict (account) do update set amount = balances.amount + excluded.amount
    )
    select id from head`
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
