import { and, asc, count, eq, gt, inArray, lte, or } from 'drizzle-orm'
import { items } from '../campaigns/tables.ts'
import type { Database } from '../database/database.ts'
import type { CampaignId } from '../ids.ts'
import { agreements, consents } from '../people/tables.ts'
import { contributionLeaves, rewardRows } from '../settlement/tables.ts'
import { assignments, submissions } from '../work/tables.ts'

/** Recorded answers to live items; check questions stay apart, since they serve again. */
function recorded(campaignId: CampaignId, upToEpoch: number) {
  return and(eq(submissions.campaignId, campaignId), eq(items.role, 'live'), lte(contributionLeaves.epoch, upToEpoch))
}

export async function recordedCount(db: Database, campaignId: CampaignId, upToEpoch: number): Promise<number> {
  const rows = await db
    .select({ n: count() })
    .from(contributionLeaves)
    .innerJoin(submissions, eq(submissions.id, contributionLeaves.submissionId))
    .innerJoin(items, eq(items.id, submissions.itemId))
    .where(recorded(campaignId, upToEpoch))
  return rows[0]?.n ?? 0
}

/** Epochs in which anything of a campaign was recorded, rising. */
export async function recordedEpochs(db: Database, campaignId: CampaignId, upToEpoch: number): Promise<number[]> {
  const rows = await db
    .selectDistinct({ epoch: contributionLeaves.epoch })
    .from(contributionLeaves)
    .innerJoin(submissions, eq(submissions.id, contributionLeaves.submissionId))
    .innerJoin(items, eq(items.id, submissions.itemId))
    .where(recorded(campaignId, upToEpoch))
    .orderBy(asc(contributionLeaves.epoch))
  return rows.map(row => row.epoch)
}

/** Where a page ended; the next one begins after it. */
export type Place = { epoch: number; position: number }

/** One page in order of epoch and leaf, with what each answer was paid and agreed to. */
export async function recordedPage(
  db: Database,
  campaignId: CampaignId,
  page: { upToEpoch: number; after: Place; size: number },
) {
  const { epoch, position } = contributionLeaves
  const isLater = or(gt(epoch, page.after.epoch), and(eq(epoch, page.after.epoch), gt(position, page.after.position)))
  return db
    .select({
      leaf: contributionLeaves,
      submission: submissions,
      item: items,
      reward: rewardRows,
      agreedAt: consents.agreedAt,
      agreementVersion: agreements.version,
      agreementHash: agreements.textHash,
    })
    .from(contributionLeaves)
    .innerJoin(submissions, eq(submissions.id, contributionLeaves.submissionId))
    .innerJoin(assignments, eq(assignments.id, submissions.assignmentId))
    .innerJoin(items, eq(items.id, submissions.itemId))
    .leftJoin(rewardRows, and(eq(rewardRows.submissionId, submissions.id), inArray(rewardRows.kind, ['answer'])))
    .leftJoin(consents, eq(consents.id, assignments.consentId))
    .leftJoin(agreements, eq(agreements.id, consents.agreementId))
    .where(and(recorded(campaignId, page.upToEpoch), isLater))
    .orderBy(asc(epoch), asc(position))
    .limit(page.size)
}
export type RecordedRow = Awaited<ReturnType<typeof recordedPage>>[number]
