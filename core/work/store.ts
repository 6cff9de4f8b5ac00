import { and, asc, count, eq, lte, type SQL, sql } from 'drizzle-orm'
import { items } from '../campaigns/tables.ts'
import type { Database } from '../database/database.ts'
import { send } from '../database/running.ts'
import type { AssignmentId, CampaignId, ContributorId, SubmissionId } from '../ids.ts'
import { assignments, submissions } from './tables.ts'
import { type AssignmentRow, forgetLast, rememberLease, type SubmissionRow } from './turnStore.ts'

/** Free, and this person has neither answered, skipped nor judged it. An expired lease may come back. */
function freeFor(contributorId: ContributorId): SQL {
  return sql`${items.state} = 'open' and ${items.taken} < ${items.wanted} and not exists (
    select 1 from assignments a where a.item_id = ${items.id} and a.contributor_id = ${contributorId} and a.state <> 'expired')
    and not exists (
    select 1 from ballots b join seats s on s.round_id = b.round_id where b.item_id = ${items.id} and s.contributor_id = ${contributorId})`
}

/**
 * The next live item for a person, locked; others waiting for the same row pass over it. One that was begun comes first:
 * an item half answered is of no use to anybody.
 */
export async function nextLiveItem(db: Database, campaignId: CampaignId, contributorId: ContributorId) {
  for (const begun of [sql`${items.taken} > 0`, sql`${items.taken} = 0`]) {
    const rows = await db
      .select()
      .from(items)
      .where(and(eq(items.campaignId, campaignId), eq(items.role, 'live'), begun, freeFor(contributorId)))
      .orderBy(asc(items.position))
      .limit(1)
      .for('no key update', { skipLocked: true })
    if (rows[0] !== undefined) return rows[0]
  }
  return undefined
}

/** A check question that this person has not seen. It serves everybody, so nobody locks it: it has no overlap to fill. */
export async function nextCheckItem(db: Database, campaignId: CampaignId, contributorId: ContributorId) {
  const rows = await db
    .select()
    .from(items)
    .where(
      and(
        eq(items.campaignId, campaignId),
        eq(items.role, 'check'),
        sql`${items.state} = 'open' and not exists (
          select 1 from assignments a where a.item_id = ${items.id} and a.contributor_id = ${contributorId})`,
      ),
    )
    .orderBy(asc(items.position))
    .limit(1)
  return rows[0]
}

/** Open tasks for a person, counted up to `most`: a count of a million rows would make every menu wait. */
export async function openTasks(
  db: Database,
  campaignId: CampaignId,
  contributorId: ContributorId,
  most: number,
  begun?: boolean,
): Promise<number> {
  const only = begun === undefined ? undefined : begun ? sql`${items.taken} > 0` : sql`${items.taken} = 0`
  const some = db
    .select({ id: items.id })
    .from(items)
    .where(and(eq(items.campaignId, campaignId), eq(items.role, 'live'), only, freeFor(contributorId)))
    .limit(most)
    .as('some')
  const rows = await db.select({ n: count() }).from(some)
  return rows[0]?.n ?? 0
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
