import { and, count, eq, gte, inArray, max, min, or, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { chainTransactions } from '../outbox/tables.ts'
import { assignments, submissions } from '../work/tables.ts'
import { chainEvents, epochs } from './tables.ts'

/** When each part of the platform last did its work; null where it never has. */
export async function lastSuccesses(db: Database) {
  const [handedOut] = await db.select({ at: max(assignments.createdAt) }).from(assignments)
  const [checked] = await db.select({ at: max(submissions.decidedAt) }).from(submissions)
  const [recorded] = await db.select({ at: max(epochs.settledAt) }).from(epochs)
  const [paid] = await db
    .select({ at: max(chainEvents.recordedAt) })
    .from(chainEvents)
    .where(eq(chainEvents.kind, 'claimed'))
  return {
    work: handedOut?.at ?? null,
    checking: checked?.at ?? null,
    records: recorded?.at ?? null,
    pay: paid?.at ?? null,
  }
}

/** The oldest thing that waits, by queue; null where nothing does. */
export async function oldestWaiting(db: Database, now: Date) {
  const [answer] = await db
    .select({ at: min(submissions.reviewBy) })
    .from(submissions)
    .where(and(eq(submissions.state, 'pending'), sql`${submissions.reviewBy} < ${now.toISOString()}::timestamptz`))
  const [record] = await db
    .select({ at: min(epochs.closedAt) })
    .from(epochs)
    .where(eq(epochs.state, 'closed'))
  const [transaction] = await db
    .select({ at: min(chainTransactions.createdAt) })
    .from(chainTransactions)
    .where(inArray(chainTransactions.state, ['wanted', 'signed']))
  const [failed] = await db
    .select({ at: min(chainTransactions.createdAt) })
    .from(chainTransactions)
    .where(eq(chainTransactions.state, 'failed'))
  return {
    checking: answer?.at ?? null,
    records: record?.at ?? null,
    pay: transaction?.at ?? null,
    failedAt: failed?.at ?? null,
  }
}

/** Transactions that are not done, and those given up since `since`; `oldestAt` of what was sent and is in no block yet. */
export async function openTransactions(db: Database, since: Date) {
  const { state, createdAt, signedAt } = chainTransactions
  const rows = await db
    .select({ state, n: count(), oldestAt: min(signedAt) })
    .from(chainTransactions)
    .where(or(inArray(state, ['wanted', 'signed']), and(eq(state, 'failed'), gte(createdAt, since))))
    .groupBy(state)
  const of = (word: string) => rows.find(row => row.state === word)
  const [wanted, signed, failed] = [of('wanted'), of('signed'), of('failed')]
  return { wanted: wanted?.n ?? 0, sent: signed?.n ?? 0, givenUp: failed?.n ?? 0, oldestAt: signed?.oldestAt ?? null }
}
