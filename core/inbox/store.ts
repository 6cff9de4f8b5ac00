import { createHash } from 'node:crypto'
import { and, asc, count, eq, gt, gte, inArray, like, lt, min, or, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { ask, fold } from '../database/running.ts'
import { screenWrite, type WantedScreen } from '../outbox/messageStore.ts'
import { type conversations, inbox, statusDays, sweeps } from './tables.ts'

export type InboxRow = typeof inbox.$inferSelect

const RECEIVED = `insert into inbox (event_key, payload, state, attempts, received_at) values ($1, $2, 'new', 0, $3)
  on conflict do nothing returning event_key`

/** Writes an event down before anybody is told that it arrived. False when it was there already. */
export async function receiveEvent(
  db: Database,
  event: { eventKey: string; payload: string; receivedAt: Date },
): Promise<boolean> {
  return (await ask(db, RECEIVED, [event.eventKey, event.payload, event.receivedAt.toISOString()])).length === 1
}

/** The same for a batch, in one statement. Answers the keys that were not known. */
export async function receiveEvents(
  db: Database,
  events: readonly { eventKey: string; payload: string; receivedAt: Date }[],
): Promise<Set<string>> {
  if (events.length === 0) return new Set()
  const rows = await db
    .insert(inbox)
    .values(events.map(event => ({ ...event, state: 'new' as const, attempts: 0 })))
    .onConflictDoNothing()
    .returning({ eventKey: inbox.eventKey })
  return new Set(rows.map(row => row.eventKey))
}

export type Account = { platform: 'web' | 'telegram' | 'discord'; platformId: string }

/**
 * SQL that makes turns of one account wait for each other, also the very first two, until the transaction ends: the first thing in it, so that
 * all else is read after it. 64 bits of a hash; two accounts that share them would only wait for each other.
 */
export function accountLock({ platform, platformId }: Account): string {
  const key = createHash('sha256').update(`${platform}:${platformId}`).digest().readBigInt64BE()
  return `select pg_advisory_xact_lock(${key})`
}

const DONE = `done as (update inbox set state = 'done', payload = null, done_at = $1 where event_key = $2)`
const LEFT = `stands as (
  insert into conversations (identity_id, contributor_id, state, turn, updated_at) values ($1, $2, $3, $4, $5)
  on conflict (identity_id) do update set state = excluded.state, turn = excluded.turn, updated_at = excluded.updated_at)`

/** The turn is over: the event, if there was one, is handled, the account's conversation stands where it was left, and what it wants shown waits. */
export function endTurn(
  db: Database,
  turn: { eventKey: string | undefined; conversation: typeof conversations.$inferInsert; screen?: WantedScreen },
): void {
  const { identityId, contributorId, state, turn: number, updatedAt } = turn.conversation
  const at = updatedAt.toISOString()
  fold(db, { text: LEFT, values: [identityId, contributorId, state, number, at] })
  if (turn.eventKey !== undefined) fold(db, { text: DONE, values: [at, turn.eventKey] })
  if (turn.screen !== undefined) fold(db, screenWrite(turn.screen, updatedAt))
}

/** One more attempt went wrong; at the last one the event is given up and its payload emptied. Answers whether it was. */
export async function recordFailure(
  db: Database,
  failed: { eventKey: string; failure: string; most: number; now: Date },
): Promise<boolean> {
  const rows = await db
    .update(inbox)
    .set({
      attempts: sql`${inbox.attempts} + 1`,
      failure: failed.failure.slice(0, 500),
      state: sql`case when ${inbox.attempts} + 1 >= ${failed.most} then 'failed' else ${inbox.state} end`,
      payload: sql`case when ${inbox.attempts} + 1 >= ${failed.most} then null else ${inbox.payload} end`,
      doneAt: sql`case when ${inbox.attempts} + 1 >= ${failed.most} then ${failed.now.toISOString()}::timestamptz else null end`,
    })
    .where(and(eq(inbox.eventKey, failed.eventKey), eq(inbox.state, 'new')))
    .returning({ state: inbox.state })
  return rows[0]?.state === 'failed'
}

/**
 * Events that were received `seconds` ago and never handled, oldest first: what a crash left. Those of a time to come are among them: the
 * clock was set back since.
 */
export async function unhandledEvents(
  db: Database,
  given: { now: Date; seconds: number; limit: number; prefix?: string },
): Promise<InboxRow[]> {
  const [before, after] = [-given.seconds, given.seconds].map(add => new Date(given.now.getTime() + add * 1000))
  return db
    .select()
    .from(inbox)
    .where(
      and(
        eq(inbox.state, 'new'),
        or(lt(inbox.receivedAt, before as Date), gt(inbox.receivedAt, after as Date)),
        given.prefix === undefined ? undefined : like(inbox.eventKey, `${given.prefix}%`),
      ),
    )
    .orderBy(asc(inbox.receivedAt), asc(inbox.eventKey))
    .limit(given.limit)
}

/** Keys are kept for three days, longer than any platform repeats an update. */
export async function forgetEvents(db: Database, before: Date): Promise<void> {
  await db.delete(inbox).where(and(lt(inbox.doneAt, before)))
}

export async function inboxAge(db: Database): Promise<{ waiting: number; oldestAt: Date | null }> {
  const rows = await db
    .select({ n: count(), oldest: min(inbox.receivedAt) })
    .from(inbox)
    .where(eq(inbox.state, 'new'))
  return { waiting: rows[0]?.n ?? 0, oldestAt: rows[0]?.oldest ?? null }
}

// Sweeps

export async function recordSweep(
  db: Database,
  sweep: { name: string; at: Date; failure?: string; note?: string; dueAt?: Date | null },
): Promise<void> {
  const { name, at, failure, note, dueAt } = sweep
  const outcome =
    failure === undefined ? { lastRunAt: at, failure: null } : { lastFailureAt: at, failure: failure.slice(0, 500) }
  const set = { ...outcome, ...(note === undefined ? {} : { note }), ...(dueAt === undefined ? {} : { dueAt }) }
  await db
    .insert(sweeps)
    .values({ name, ...set })
    .onConflictDoUpdate({ target: sweeps.name, set })
}

export async function listSweeps(db: Database) {
  return db.select().from(sweeps).orderBy(asc(sweeps.name))
}

const WORSE = ['working', 'slow', 'stopped'] as const
export type DayWord = (typeof WORSE)[number]

/** A day keeps the worst word that was said on it. */
export async function recordDay(db: Database, day: string, word: DayWord): Promise<void> {
  const worse = WORSE.slice(0, WORSE.indexOf(word))
  await db
    .insert(statusDays)
    .values({ day, word })
    .onConflictDoUpdate({ target: statusDays.day, set: { word }, setWhere: inArray(statusDays.word, [...worse, word]) })
}

export async function daysSince(db: Database, day: string) {
  return db.select().from(statusDays).where(gte(statusDays.day, day)).orderBy(asc(statusDays.day))
}

/** The sweep row that carries the next payday. */
export const PAYDAY_SWEEP = 'epoch'

export async function paydayDueAt(db: Database): Promise<Date | undefined> {
  const rows = await db.select({ dueAt: sweeps.dueAt }).from(sweeps).where(eq(sweeps.name, PAYDAY_SWEEP))
  return rows[0]?.dueAt ?? undefined
}
