import { and, asc, count, desc, eq, gte, inArray, lte, ne, type SQL, sql } from 'drizzle-orm'
import { items } from '../campaigns/tables.ts'
import { type Database, rowsOf } from '../database/openDatabase.ts'
import type { AssignmentId, CampaignId, ContributorId, ItemId, SubmissionId } from '../ids.ts'
import { assignments, submissions } from './tables.ts'

export type AssignmentRow = typeof assignments.$inferSelect
export type SubmissionRow = typeof submissions.$inferSelect

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

export async function insertAssignment(db: Database, row: typeof assignments.$inferInsert): Promise<void> {
  await db.insert(assignments).values(row)
}

export async function openAssignment(db: Database, contributorId: ContributorId): Promise<AssignmentRow | undefined> {
  const mine = and(eq(assignments.contributorId, contributorId), eq(assignments.state, 'open'))
  return (await db.select().from(assignments).where(mine))[0]
}

export async function lockAssignment(db: Database, id: AssignmentId): Promise<AssignmentRow | undefined> {
  return (await db.select().from(assignments).where(eq(assignments.id, id)).for('no key update'))[0]
}

export async function updateAssignment(
  db: Database,
  id: AssignmentId,
  change: Partial<typeof assignments.$inferInsert>,
): Promise<void> {
  await db.update(assignments).set(change).where(eq(assignments.id, id))
}

/** From open to skipped or expired. False when it was not open any more. */
export async function endAssignment(
  db: Database,
  id: AssignmentId,
  change: Pick<AssignmentRow, 'state' | 'skipReason' | 'endedAt'>,
): Promise<boolean> {
  const rows = await db
    .update(assignments)
    .set(change)
    .where(and(eq(assignments.id, id), eq(assignments.state, 'open')))
    .returning({ id: assignments.id })
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

export async function insertSubmission(db: Database, row: typeof submissions.$inferInsert): Promise<void> {
  await db.insert(submissions).values(row)
}

export async function findSubmission(db: Database, id: SubmissionId): Promise<SubmissionRow | undefined> {
  return (await db.select().from(submissions).where(eq(submissions.id, id)))[0]
}

/** Locked after leases, items and round: from here on no sweep decides it and nobody takes it back. */
export async function lockSubmission(db: Database, id: SubmissionId): Promise<SubmissionRow | undefined> {
  return (await db.select().from(submissions).where(eq(submissions.id, id)).for('no key update'))[0]
}

export async function updateSubmission(
  db: Database,
  id: SubmissionId,
  change: Partial<typeof submissions.$inferInsert>,
): Promise<void> {
  await db.update(submissions).set(change).where(eq(submissions.id, id))
}

/** This person's newest answer that was not taken back. */
export async function lastSubmission(db: Database, contributorId: ContributorId): Promise<SubmissionRow | undefined> {
  const rows = await db
    .select()
    .from(submissions)
    .where(and(eq(submissions.contributorId, contributorId), ne(submissions.state, 'undone')))
    .orderBy(desc(submissions.submittedAt), desc(submissions.id))
    .limit(1)
  return rows[0]
}

export async function submissionCount(db: Database, contributorId: ContributorId): Promise<number> {
  const mine = and(eq(submissions.contributorId, contributorId), ne(submissions.state, 'undone'))
  return (await db.select({ n: count() }).from(submissions).where(mine))[0]?.n ?? 0
}

/** Answers sent since a moment, and the sum of their prices. */
export async function sentSince(db: Database, contributorId: ContributorId, since: Date) {
  const rows = await db
    .select({ answers: count(), sum: sql<string>`coalesce(sum(${assignments.price}), 0)::text` })
    .from(submissions)
    .innerJoin(assignments, eq(assignments.id, submissions.assignmentId))
    .where(
      and(
        eq(submissions.contributorId, contributorId),
        ne(submissions.state, 'undone'),
        gte(submissions.submittedAt, since),
      ),
    )
  return { answers: rows[0]?.answers ?? 0, sum: BigInt(rows[0]?.sum ?? '0') }
}

/** Answers to an item that count towards its confidence. */
export async function answersToItem(db: Database, itemId: ItemId): Promise<SubmissionRow[]> {
  return db
    .select()
    .from(submissions)
    .where(and(eq(submissions.itemId, itemId), inArray(submissions.state, ['pending', 'accepted'])))
    .orderBy(asc(submissions.submittedAt), asc(submissions.id))
}

/** Means of the reputations of several people in one skill, ppm. */
export async function meansOf(
  db: Database,
  skill: string,
  people: ContributorId[],
): Promise<Map<ContributorId, number>> {
  if (people.length === 0) return new Map()
  const list = sql.join(
    people.map(id => sql`${id}::uuid`),
    sql`, `,
  )
  const rows = await rowsOf<{ contributor_id: ContributorId; mean_ppm: number }>(
    db,
    sql`select contributor_id, mean_ppm from reputations where skill = ${skill} and contributor_id in (${list})`,
  )
  return new Map(rows.map(row => [row.contributor_id, Number(row.mean_ppm)]))
}
