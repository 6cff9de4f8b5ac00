// Settled answers to check questions: what a pause stands on.
import { and, asc, count, eq, gte, lte, ne } from 'drizzle-orm'
import { items } from '../campaigns/tables.ts'
import type { Database } from '../database/database.ts'
import type { CampaignId, ContributorId } from '../ids.ts'
import { submissions } from '../work/tables.ts'
import { rewardRows } from './tables.ts'

export type CheckRow = Awaited<ReturnType<typeof checkRowsOf>>[number]

/**
 * Somebody's answers to check questions of a skill, sent from `sentFrom` on and settled by `settledBy`, oldest first. A question that was
 * reported and nobody has looked at yet speaks against nobody.
 */
export async function checkRowsOf(
  db: Database,
  given: { contributorId: ContributorId; skill: string; sentFrom: Date; settledBy: Date },
) {
  return db
    .select({
      truthPpm: rewardRows.truthPpm,
      s: rewardRows.scorePpm,
      n: rewardRows.needPpm,
      submission: submissions,
      item: items,
    })
    .from(rewardRows)
    .innerJoin(submissions, eq(submissions.id, rewardRows.submissionId))
    .innerJoin(items, eq(items.id, submissions.itemId))
    .where(
      and(
        eq(rewardRows.contributorId, given.contributorId),
        eq(rewardRows.skill, given.skill),
        eq(rewardRows.kind, 'answer'),
        eq(rewardRows.isGold, true),
        ne(rewardRows.basis, 'auto'),
        gte(submissions.submittedAt, given.sentFrom),
        lte(rewardRows.settledAt, given.settledBy),
        ne(items.state, 'held'),
      ),
    )
    .orderBy(asc(submissions.submittedAt), asc(submissions.id))
}

/** Check questions of a campaign that can still check somebody. */
export async function openChecks(db: Database, campaignId: CampaignId): Promise<number> {
  const rows = await db
    .select({ n: count() })
    .from(items)
    .where(and(eq(items.campaignId, campaignId), eq(items.role, 'check'), eq(items.state, 'open')))
  return rows[0]?.n ?? 0
}
