// Messages to people that wait to be sent.
import { createHash } from 'node:crypto'
import { and, asc, count, eq, lte, notInArray, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Database } from '../database/database.ts'
import type { Fragment } from '../database/fragments.ts'
import { ask } from '../database/running.ts'
import { outbox } from './tables.ts'

export type WaitingMessage = typeof outbox.$inferSelect
type Surface = WaitingMessage['surface']

/** Where somebody's screen is to be shown; `payload` is the surface's own. */
export type WantedScreen = { id: string; surface: Surface; recipient: string; payload: string; waitSeconds: number }

/** One event, one screen: its id comes from the event, so that a turn draws no other random numbers on one surface than on another. */
export function screenIdOf(eventKey: string): string {
  const hex = createHash('sha256').update(`screen:${eventKey}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

const SCREEN = `screen as (
  insert into outbox (id, surface, kind, recipient, payload, state, attempts, next_try_at, created_at)
  values ($1, $2, 'screen', $3, $4, 'waiting', 0, $5, $6)
  on conflict (surface, recipient) where kind = 'screen' do update
  set id = excluded.id, payload = excluded.payload, state = 'waiting', attempts = 0, failure = null,
      next_try_at = excluded.next_try_at, created_at = excluded.created_at)`

/** As part of a turn's last statement. Whoever took the turn shows the screen at once; after `waitSeconds` anybody may. */
export function screenWrite(screen: WantedScreen, now: Date): Fragment {
  const { id, surface, recipient, payload, waitSeconds } = screen
  const nextTryAt = new Date(now.getTime() + waitSeconds * 1000)
  return { text: SCREEN, values: [id, surface, recipient, payload, nextTryAt.toISOString(), now.toISOString()] }
}

/** Something changed that this account should see: its screen is shown again, as a new message. */
export async function wantScreen(
  ctx: Pick<Context, 'db' | 'newId' | 'now'>,
  to: { surface: Surface; recipient: string },
) {
  const screen = { ...to, id: ctx.newId(), payload: '{}', waitSeconds: 0 }
  const { text, values } = screenWrite(screen, ctx.now())
  await ask(ctx.db, `with ${text} select 1`, values)
}

/** Rows a statement, as in store.ts. */
const BATCH = 5_000

/** A sentence to each of these accounts. What is waiting is in the database, so a stop in the middle loses and repeats nothing but the one under way. */
export async function wantTellings(
  ctx: Pick<Context, 'db' | 'newId' | 'now'>,
  wanted: { surface: Surface; recipients: readonly string[]; payload: string },
): Promise<void> {
  for (let at = 0; at < wanted.recipients.length; at += BATCH) {
    const rows = wanted.recipients.slice(at, at + BATCH).map(recipient => ({
      id: ctx.newId(),
      surface: wanted.surface,
      kind: 'tell' as const,
      recipient,
      payload: wanted.payload,
      state: 'waiting' as const,
      attempts: 0,
      nextTryAt: ctx.now(),
      createdAt: ctx.now(),
    }))
    await ctx.db.insert(outbox).values(rows)
  }
}

/** Due messages, of each recipient the oldest only; `apart` names those that are being written to already. */
export async function dueMessages(
  db: Database,
  given: { surface: Surface; now: Date; limit: number; apart: readonly string[] },
): Promise<WaitingMessage[]> {
  const due = and(
    eq(outbox.surface, given.surface),
    eq(outbox.state, 'waiting'),
    lte(outbox.nextTryAt, given.now),
    given.apart.length === 0 ? undefined : notInArray(outbox.recipient, [...given.apart]),
  )
  const oldest = db
    .selectDistinctOn([outbox.recipient])
    .from(outbox)
    .where(due)
    .orderBy(asc(outbox.recipient), asc(outbox.createdAt), asc(outbox.id))
    .as('oldest')
  // Somebody who waits for an answer to a tap comes before everybody who is only told something.
  return db
    .select()
    .from(oldest)
    .orderBy(sql`${oldest.kind} = 'tell'`, asc(oldest.createdAt), asc(oldest.id))
    .limit(given.limit)
}

const SENT = 'delete from outbox where id = $1'

/** It was sent. A newer screen of the same account has another id and stays. */
export async function forgetMessage(db: Database, id: string): Promise<void> {
  await ask(db, SENT, [id])
}

/** Nothing goes to this account before then: what comes after must not overtake. */
export async function postponeRecipient(
  db: Database,
  message: Pick<WaitingMessage, 'id' | 'surface' | 'recipient'>,
  given: { until: Date; failure: string },
): Promise<void> {
  await db
    .update(outbox)
    .set({
      nextTryAt: given.until,
      attempts: sql`${outbox.attempts} + case when ${outbox.id} = ${message.id} then 1 else 0 end`,
      failure: given.failure.slice(0, 300),
    })
    .where(waitingFor(message.surface, message.recipient))
}

/** This one can never be sent. It stays, for a person to look at. */
export async function killMessage(db: Database, id: string, failure: string): Promise<void> {
  await db
    .update(outbox)
    .set({ state: 'dead', failure: failure.slice(0, 300) })
    .where(eq(outbox.id, id))
}

/** The account lets nothing through: what waited for it is dropped. Their next visit shows where they are. */
export async function dropRecipient(db: Database, surface: Surface, recipient: string): Promise<void> {
  await db.delete(outbox).where(waitingFor(surface, recipient))
}

/** At a start: what a process that is gone had kept for itself may be shown by us. */
export async function wakeMessages(db: Database, surface: Surface, now: Date): Promise<void> {
  await db
    .update(outbox)
    .set({ nextTryAt: now })
    .where(and(eq(outbox.surface, surface), eq(outbox.state, 'waiting'), eq(outbox.attempts, 0)))
}

export async function countWaiting(db: Database, surface: Surface): Promise<number> {
  const rows = await db
    .select({ n: count() })
    .from(outbox)
    .where(and(eq(outbox.surface, surface), eq(outbox.state, 'waiting')))
  return rows[0]?.n ?? 0
}

/** The language of whoever is behind this account; undefined where nobody is any more: they must not be met again by what still waited. */
export async function localeOfAccount(db: Database, platform: string, platformId: string): Promise<string | undefined> {
  const known = `select c.locale from identities i join contributors c on c.id = i.contributor_id
    where i.platform = $1 and i.platform_id = $2`
  return (await ask(db, known, [platform, platformId]))[0]?.[0] as string | undefined
}

function waitingFor(surface: Surface, recipient: string) {
  return and(eq(outbox.surface, surface), eq(outbox.recipient, recipient), eq(outbox.state, 'waiting'))
}
