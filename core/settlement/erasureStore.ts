import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import type { CampaignId, ContributorId, ItemId } from '../ids.ts'
import { conversations } from '../inbox/tables.ts'
import { notices } from '../outbox/tables.ts'
import { supportCases } from '../people/tables.ts'
import { examAnswers, qualifications, reputations } from '../skills/tables.ts'
import { assignments, places, submissions } from '../work/tables.ts'
import { contributionLeaves, reputationLeaves, rewardRows } from './tables.ts'

function mine(contributorId: ContributorId, campaignId: CampaignId | undefined) {
  const own = eq(submissions.contributorId, contributorId)
  return campaignId === undefined ? own : and(own, eq(submissions.campaignId, campaignId))
}

/** Items that a person's pending answers belong to: their locks come before those of the answers. */
export async function pendingItems(
  db: Database,
  contributorId: ContributorId,
  campaignId?: CampaignId,
): Promise<ItemId[]> {
  const rows = await db
    .select({ itemId: submissions.itemId })
    .from(submissions)
    .where(and(mine(contributorId, campaignId), eq(submissions.state, 'pending')))
  return rows.map(row => row.itemId)
}

/** Pending answers with what was set aside for each, locked: they are taken back. */
export async function pendingOf(db: Database, contributorId: ContributorId, campaignId?: CampaignId) {
  return db
    .select({ submission: submissions, lease: assignments })
    .from(submissions)
    .innerJoin(assignments, eq(assignments.id, submissions.assignmentId))
    .where(and(mine(contributorId, campaignId), eq(submissions.state, 'pending')))
    .orderBy(submissions.id)
    .for('no key update', { of: submissions })
}

/** Empties text, salt and sketch of all answers, and of what was recorded of them. Answers how many. */
export async function eraseAnswers(
  db: Database,
  contributorId: ContributorId,
  campaignId: CampaignId | undefined,
): Promise<number> {
  await db
    .update(submissions)
    .set({ state: 'erased' })
    .where(and(mine(contributorId, campaignId), eq(submissions.state, 'pending')))
  const rows = await db
    .update(submissions)
    .set({ answer: null, salt: null, sketch: null })
    .where(mine(contributorId, campaignId))
    .returning({ id: submissions.id })
  const ids = rows.map(row => row.id)
  if (ids.length > 0) {
    await db
      .update(contributionLeaves)
      .set({ annotation: null, salt: null })
      .where(inArray(contributionLeaves.submissionId, ids))
  }
  return ids.length
}

/** Cuts every tie between settled rows and the person: rows, hashes and sums stay, and lead nowhere. */
export async function unlinkPerson(db: Database, contributorId: ContributorId): Promise<void> {
  await db
    .update(rewardRows)
    .set({ contributorId: null, rowSalt: null, linkSalt: null })
    .where(eq(rewardRows.contributorId, contributorId))
  await db
    .update(reputationLeaves)
    .set({ contributorId: null, subjectSalt: null })
    .where(eq(reputationLeaves.contributorId, contributorId))
}

/** Everything about a person that no proof needs. */
export async function deletePersonal(db: Database, contributorId: ContributorId): Promise<void> {
  await db.delete(examAnswers).where(eq(examAnswers.contributorId, contributorId))
  await db.delete(qualifications).where(eq(qualifications.contributorId, contributorId))
  await db.delete(reputations).where(eq(reputations.contributorId, contributorId))
  await db.delete(notices).where(eq(notices.contributorId, contributorId))
  await db.delete(supportCases).where(eq(supportCases.contributorId, contributorId))
  await db.delete(conversations).where(eq(conversations.contributorId, contributorId))
  await db.delete(places).where(eq(places.contributorId, contributorId))
  await db
    .update(assignments)
    .set({ draft: null })
    .where(and(eq(assignments.contributorId, contributorId), sql`${assignments.draft} is not null`))
}

/** Accepted answers whose pay is not settled yet. */
export async function unsettledCount(db: Database, contributorId: ContributorId): Promise<number> {
  const rows = await db
    .select({ id: submissions.id })
    .from(submissions)
    .where(
      and(
        eq(submissions.contributorId, contributorId),
        eq(submissions.state, 'accepted'),
        isNull(submissions.settledEpoch),
      ),
    )
  return rows.length
}
