import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm'
import { campaigns } from '../campaigns/tables.ts'
import { type Database, rowsOf } from '../database/database.ts'
import { send } from '../database/running.ts'
import type { AssignmentId, CampaignId, ContributorId, SubmissionId } from '../ids.ts'
import { consents, contributors } from '../people/tables.ts'
import { qualifications } from '../skills/tables.ts'
import { assignments, submissions } from './tables.ts'
import { type AssignmentRow, forgetLast, rememberLease, type SubmissionRow } from './turnStore.ts'

/**
 * Tasks that a person could take in a campaign: on items somebody has had, and on untouched ones; counted up to `most`
 * together, untouched ones first: a count of a million rows would make every menu wait.
 */
export async function openTasks(
  db: Database,
  campaignId: CampaignId,
  contributorId: ContributorId,
  most: number,
): Promise<{ begun: number; untouched: number }> {
  const rows = await rowsOf<{ begun: number; untouched: number }>(
    db,
    sql`select touched as begun, untouched from open_tasks(${campaignId}, ${contributorId}, ${most}::integer)`,
  )
  return rows[0] ?? { begun: 0, untouched: 0 }
}

/** Work that is hard to see is not even named to anybody who did not ask for it. */
function wantsHard(id: ContributorId) {
  return sql`exists (select from ${contributors} where ${contributors.id} = ${id} and ${contributors.seesHardAt} is not null)`
}

/** Open campaigns with what this person still has to do before each of them, and their open tasks counted up to `most`. */
export async function openCampaignsFor(db: Database, contributorId: ContributorId, most: number) {
  const { state, nextAttemptAt, pausedUntil } = qualifications
  const mine = eq(qualifications.contributorId, contributorId)
  const agreed = and(eq(consents.contributorId, contributorId), eq(consents.campaignId, campaigns.id))
  return db
    .select({
      campaign: campaigns,
      skill: { state, nextAttemptAt, pausedUntil },
      consentId: consents.id,
      openTasks: sql<number>`untouched + touched`.mapWith(Number),
    })
    .from(campaigns)
    .leftJoin(qualifications, and(mine, eq(qualifications.skill, campaigns.skill)))
    .leftJoin(consents, and(agreed, isNull(consents.withdrawnAt)))
    .crossJoinLateral(sql`open_tasks(${campaigns.id}, ${contributorId}, ${most}::integer)`)
    .where(and(eq(campaigns.state, 'open'), or(isNull(campaigns.hardToSee), wantsHard(contributorId))))
    .orderBy(asc(campaigns.createdAt), asc(campaigns.id))
}

export function insertAssignment(db: Database, row: typeof assignments.$inferInsert): void {
  send(db, db.insert(assignments).values(row))
  rememberLease(db, row.contributorId)
}

export async function lockAssignment(db: Database, id: AssignmentId): Promise<AssignmentRow | undefined> {
  return (await db.select().from(assignments).where(eq(assignments.id, id)).for('no key update'))[0]
}

export function updateAssignment(
  db: Database,
  lease: AssignmentRow,
  change: Partial<Pick<AssignmentRow, 'state' | 'draft' | 'skipReason' | 'expiresAt' | 'endedAt'>>,
): void {
  send(db, db.update(assignments).set(change).where(eq(assignments.id, lease.id)))
  rememberLease(db, lease.contributorId, { ...lease, ...change })
}

/** From open to skipped or expired. False when it was not open any more. */
export async function endAssignment(
  db: Database,
  lease: AssignmentRow,
  change: Pick<AssignmentRow, 'state' | 'skipReason' | 'endedAt'>,
): Promise<boolean> {
  const rows = await db
    .update(assignments)
    .set(change)
    .where(and(eq(assignments.id, lease.id), eq(assignments.state, 'open')))
    .returning({ id: assignments.id })
  rememberLease(db, lease.contributorId)
  return rows.length === 1
}

/** Overdue leases, locked; one that somebody is working on right now is passed over until the next sweep. */
export async function overdueAssignments(db: Database, now: Date, limit: number): Promise<AssignmentRow[]> {
  return db
    .select()
    .from(assignments)
    .where(and(eq(assignments.state, 'open'), lte(assignments.expiresAt, now)))
    .orderBy(asc(assignments.expiresAt), asc(assignments.id))
    .limit(limit)
    .for('no key update', { skipLocked: true })
}

// Submissions

export async function findSubmission(db: Database, id: SubmissionId): Promise<SubmissionRow | undefined> {
  return (await db.select().from(submissions).where(eq(submissions.id, id)))[0]
}

/** Locked after leases, items and round: from here on no sweep decides it and nobody takes it back. */
export async function lockSubmission(db: Database, id: SubmissionId): Promise<SubmissionRow | undefined> {
  return (await db.select().from(submissions).where(eq(submissions.id, id)).for('no key update'))[0]
}

/** An author takes an answer back. */
export async function undoSubmission(db: Database, submission: SubmissionRow): Promise<void> {
  await db.update(submissions).set({ state: 'undone' }).where(eq(submissions.id, submission.id))
  forgetLast(db, submission.contributorId)
}
