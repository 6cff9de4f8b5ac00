import { eq, inArray, like } from 'drizzle-orm'
import type { Batch, Context } from '../context.ts'
import type { Database } from '../database/database.ts'
import type { Fragment } from '../database/fragments.ts'
import { ask, fold } from '../database/running.ts'
import type { CampaignId } from '../ids.ts'
import { assert } from '../refusals.ts'
import { campaignAccount, type Lines } from './ledger.ts'
import { balances, postings } from './tables.ts'

export type Posting = { key: string; reason: string; epoch?: number; lines: Lines }
type Poster = Pick<Context, 'db' | 'newId' | 'now'>

/**
 * Writes one posting, its lines and the balances they change, in one statement, accounts in order of name (the lock order). One turn may
 * post twice, so the free purse of each campaign is changed before any of its other purses: it is the gate behind which their order does
 * not matter. (An insert waits for a row it meets; a `select for update` that waited has its whole statement set up anew.) `key` names the
 * event: the same key again writes nothing and answers false.
 */
export async function post(ctx: Poster, posting: Posting): Promise<boolean> {
  const fragment = fragmentOf(ctx, [posting])
  if (fragment === undefined) return false
  return (await ask(ctx.db, `with ${fragment.text} select 1 from head`, fragment.values)).length === 1
}

/**
 * The same at the end of the turn, together with others of the turn: a campaign's purses are what everybody who works on it wants, so they
 * are locked when the commit is already on its way. A purse that would fall below zero makes the turn run again.
 */
export function postAtEnd(ctx: Context, posting: Posting): void {
  ctx.collect(postAll, posting)
}

const postAll: Batch<Posting> = (ctx, postings) => {
  const fragment = fragmentOf(ctx, postings)
  if (fragment !== undefined) fold(ctx.db, fragment)
}

/** Undefined where nothing moves. */
function fragmentOf(ctx: Poster, postings: readonly Posting[]): Fragment | undefined {
  const values: unknown[] = [ctx.now().toISOString()]
  const place = (value: unknown) => `$${values.push(value)}`
  const heads: string[] = []
  const given: string[] = []
  const accounts: string[] = []
  for (const { key, reason, epoch, lines } of postings) {
    const moved = Object.entries(lines).filter(([, change]) => change !== 0n)
    assert(moved.reduce((sum, [, change]) => sum + change, 0n) === 0n, `posting ${key} does not sum to zero`)
    if (moved.length === 0) continue
    const id = place(ctx.newId())
    heads.push(`(${id}::uuid, ${place(key)}::text, ${place(reason)}::text, ${place(epoch ?? null)}::integer)`)
    for (const [account, change] of moved) {
      given.push(`(${id}::uuid, ${place(account)}::text, ${place(change.toString())}::numeric)`)
      accounts.push(account)
    }
  }
  if (heads.length === 0) return undefined
  // Each campaign's gate first, moved or not.
  const gates = gatesAmong(accounts).map(place)
  const order = gates.length === 0 ? 'account' : `account in (${gates.join(', ')}) desc, account`
  const untouched = gates.map(gate => ` union all select ${gate}::text, 0 from head`).join('')
  return {
    values,
    text: `given(posting_id, account, amount) as (values ${given.join(', ')}),
      head as (
        insert into postings (id, key, reason, epoch, created_at)
        select id, key, reason, epoch, $1::timestamptz from (values ${heads.join(', ')}) as h(id, key, reason, epoch)
        on conflict (key) do nothing returning id
      ),
      written as (
        insert into posting_lines (posting_id, account, amount)
        select posting_id, account, amount from given join head on head.id = posting_id
      ),
      moved as (
        insert into balances (account, amount)
        select account, sum(amount) from (select account, amount from given join head on head.id = posting_id${untouched}) as m
        group by account order by ${order}
        on conflict (account) do update set amount = balances.amount + excluded.amount
      )`,
  }
}

const FREE = /^campaign:[^:]+:/

/** The gate of each campaign among these accounts, in the order in which they are locked. */
function gatesAmong(accounts: readonly string[]): string[] {
  const gates = accounts.flatMap(account => FREE.exec(account)?.map(prefix => `${prefix}free`) ?? [])
  return [...new Set(gates)].sort()
}

const lockedIn = (places: string[]) =>
  `select 1 from balances where account in (${places.join(', ')}) order by account for no key update`

/**
 * Locks the purses of several campaigns, by their gates and in order of id. For whoever posts to more than one campaign in a turn: sweeps,
 * and people who leave.
 */
export async function lockPurses(db: Database, campaignIds: readonly CampaignId[]): Promise<void> {
  if (campaignIds.length === 0) return
  const gates = gatesAmong(campaignIds.map(id => campaignAccount(id, 'free')))
  await ask(db, lockedIn(gates.map((_, index) => `$${index + 1}`)), gates)
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
