import { and, asc, eq, inArray, isNotNull, like, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import type { Lines } from '../money/ledger.ts'
import { balances, postingLines, postings } from '../money/tables.ts'

export type StoredPosting = { id: string; key: string; reason: string; lines: Lines }

async function withLines(db: Database, heads: { id: string; key: string; reason: string }[]): Promise<StoredPosting[]> {
  if (heads.length === 0) return []
  const lines = await db
    .select()
    .from(postingLines)
    .where(
      inArray(
        postingLines.postingId,
        heads.map(head => head.id as never),
      ),
    )
  const byPosting = Map.groupBy(lines, line => line.postingId as string)
  return heads.map(head => ({
    ...head,
    lines: Object.fromEntries((byPosting.get(head.id) ?? []).map(line => [line.account, line.amount])),
  }))
}

const HEAD = { id: postings.id, key: postings.key, reason: postings.reason }

/** What an epoch moved, oldest first. Mirrors of it carry no epoch and are not among them. */
export async function postingsOfEpoch(db: Database, epoch: number): Promise<StoredPosting[]> {
  const heads = await db
    .select(HEAD)
    .from(postings)
    .where(eq(postings.epoch, epoch))
    .orderBy(asc(postings.createdAt), asc(postings.id))
  return withLines(db, heads)
}

/** Postings whose key begins so, oldest first. */
export async function postingsUnder(db: Database, prefix: string): Promise<StoredPosting[]> {
  const heads = await db
    .select(HEAD)
    .from(postings)
    .where(like(postings.key, `${prefix}%`))
    .orderBy(asc(postings.createdAt), asc(postings.id))
  return withLines(db, heads)
}

/** After a veto the epoch's postings stand mirrored; without its number they are nobody's epoch any more. */
export async function forgetEpochOfPostings(db: Database, epoch: number): Promise<void> {
  await db
    .update(postings)
    .set({ epoch: null })
    .where(and(eq(postings.epoch, epoch), isNotNull(postings.epoch)))
}

/** Sum of every account whose name is like the pattern (`person:%:accrued`). */
export async function sumOfAccounts(db: Database, pattern: string): Promise<bigint> {
  const rows = await db
    .select({ sum: sql<string>`coalesce(sum(${balances.amount}), 0)::text` })
    .from(balances)
    .where(like(balances.account, pattern))
  return BigInt(rows[0]?.sum ?? '0')
}

/** An event that was mined again keeps its posting under the name of its new place. */
export async function renamePosting(db: Database, from: string, to: string): Promise<void> {
  await db.update(postings).set({ key: to }).where(eq(postings.key, from))
}
