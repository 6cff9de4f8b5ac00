// What public pages and a person's pay pages ask.
import { and, asc, desc, eq, inArray, like, sql } from 'drizzle-orm'
import { campaigns } from '../campaigns/tables.ts'
import type { Database } from '../database/database.ts'
import type { Address, ContributorId, SubmissionId } from '../ids.ts'
import { postingLines, postings } from '../money/tables.ts'
import { consents, contributors } from '../people/tables.ts'
import { ballots, rounds } from '../review/tables.ts'
import { assignments, submissions } from '../work/tables.ts'
import { chainEvents, contributionLeaves, rewardRows } from './tables.ts'

/** An answer by its public code, with its campaign, what it was recorded as, and when it was taken back. */
export async function answerByCode(db: Database, code: string) {
  const rows = await db
    .select({
      submission: submissions,
      campaign: campaigns,
      leaf: contributionLeaves,
      withdrawnAt: consents.withdrawnAt,
      erasedAt: contributors.erasedAt,
    })
    .from(submissions)
    .innerJoin(campaigns, eq(campaigns.id, submissions.campaignId))
    .innerJoin(assignments, eq(assignments.id, submissions.assignmentId))
    .leftJoin(consents, eq(consents.id, assignments.consentId))
    .leftJoin(contributors, eq(contributors.id, submissions.contributorId))
    .leftJoin(contributionLeaves, eq(contributionLeaves.submissionId, submissions.id))
    .where(eq(submissions.code, code))
  return rows[0]
}

export async function findAnswer(db: Database, id: SubmissionId, contributorId: ContributorId) {
  const rows = await db
    .select()
    .from(submissions)
    .where(and(eq(submissions.id, id), eq(submissions.contributorId, contributorId)))
  return rows[0]
}

/** What an answer earned in all, in base units; undefined while it is not settled. */
export async function payOfAnswer(db: Database, id: SubmissionId): Promise<bigint | undefined> {
  const rows = await db
    .select({ sum: sql<string | null>`sum(${rewardRows.pay})::text` })
    .from(rewardRows)
    .where(eq(rewardRows.submissionId, id))
  const sum = rows[0]?.sum
  return sum == null ? undefined : BigInt(sum)
}

/** The newest closed round's votes on an answer. */
export async function tallyOfAnswer(db: Database, id: SubmissionId): Promise<{ accepts: number; of: number }> {
  const rows = await db
    .select({ accepts: ballots.accepts, rejects: ballots.rejects })
    .from(ballots)
    .innerJoin(rounds, eq(rounds.id, ballots.roundId))
    .where(and(eq(ballots.submissionId, id), eq(rounds.state, 'closed')))
    .orderBy(desc(rounds.openedAt))
    .limit(1)
  const { accepts = 0, rejects = 0 } = rows[0] ?? {}
  return { accepts: accepts ?? 0, of: (accepts ?? 0) + (rejects ?? 0) }
}

/** Settled rows of a person, by epoch and campaign. */
export async function paidRowsOf(db: Database, contributorId: ContributorId) {
  return db
    .select({
      epoch: rewardRows.epoch,
      kind: rewardRows.kind,
      pay: rewardRows.pay,
      title: campaigns.title,
      skill: rewardRows.skill,
    })
    .from(rewardRows)
    .leftJoin(campaigns, eq(campaigns.id, rewardRows.campaignId))
    .where(eq(rewardRows.contributorId, contributorId))
    .orderBy(desc(rewardRows.epoch), asc(rewardRows.rowId))
}

/** Claims of one address, oldest first. */
export async function claimsOf(db: Database, address: Address) {
  return db
    .select({ tx: chainEvents.tx, text: chainEvents.text, recordedAt: chainEvents.recordedAt })
    .from(chainEvents)
    .where(and(eq(chainEvents.kind, 'claimed'), like(chainEvents.text, `%"account":"${address}"%`)))
    .orderBy(asc(chainEvents.blockNumber), asc(chainEvents.logIndex))
}

/** What an epoch's close gave back to campaigns beyond pay and fee. */
export async function givenBack(db: Database, epoch: number): Promise<bigint> {
  const rows = await db
    .select({ sum: sql<string>`coalesce(sum(${postingLines.amount}), 0)::text` })
    .from(postingLines)
    .innerJoin(postings, eq(postings.id, postingLines.postingId))
    .where(and(eq(postings.epoch, epoch), eq(postings.reason, 'close'), like(postingLines.account, 'campaign:%:free')))
  return BigInt(rows[0]?.sum ?? '0')
}

/** Rows of several epochs, counted. */
export async function rowCounts(db: Database, epochs: number[]): Promise<Map<number, number>> {
  if (epochs.length === 0) return new Map()
  const rows = await db
    .select({ epoch: rewardRows.epoch, n: sql<number>`count(*)`.mapWith(Number) })
    .from(rewardRows)
    .where(inArray(rewardRows.epoch, epochs))
    .groupBy(rewardRows.epoch)
  return new Map(rows.map(row => [row.epoch, row.n]))
}
