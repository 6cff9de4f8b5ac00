import { and, asc, count, desc, eq, gte, inArray, isNull, lte, ne, sql } from 'drizzle-orm'
import type { ItemTableRow } from '../campaigns/store.ts'
import { campaigns, items } from '../campaigns/tables.ts'
import { type Database, rowsOf } from '../database/openDatabase.ts'
import type { AssignmentId, CampaignId, ContributorId, ItemId, SubmissionId } from '../ids.ts'
import { consents } from '../people/tables.ts'
import { qualifications } from '../skills/tables.ts'
import { FIRST_ANSWERS } from './selection.ts'
import { assignments, submissions } from './tables.ts'

export type AssignmentRow = typeof assignments.$inferSelect
export type SubmissionRow = typeof submissions.$inferSelect

/**
 * The next live item for a person, locked; others waiting for the same row pass over it. Those that somebody has had in hand
 * come first, in the order in which they opened: an item half answered is of no use to anybody. Then the untouched ones, in
 * the order in which they came. What it costs does not grow with what there is or what the person has done (migration 0003).
 */
export async function nextLiveItem(
  db: Database,
  campaignId: CampaignId,
  contributorId: ContributorId,
): Promise<ItemTableRow | undefined> {
  const rows = await db
    .select()
    .from(items)
    .where(eq(items.id, sql`(select next_live_item(${campaignId}, ${contributorId}))`))
    .for('no key update')
  return rows[0]
}

/** A check question that this person has not seen. It serves everybody, so nobody locks it: it has no overlap to fill. */
export async function nextCheckItem(
  db: Database,
  campaignId: CampaignId,
  contributorId: ContributorId,
): Promise<ItemTableRow | undefined> {
  const rows = await db
    .select()
    .from(items)
    .where(eq(items.id, sql`(select item_id from walk_line(${campaignId}, 'check', ${contributorId}))`))
  return rows[0]
}

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
    .where(eq(campaigns.state, 'open'))
    .orderBy(asc(campaigns.createdAt), asc(campaigns.id))
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

/** This person's answers, counted up to `FIRST_ANSWERS`: what comes after their first ones is all alike. */
export async function submissionCount(db: Database, contributorId: ContributorId): Promise<number> {
  const mine = and(eq(submissions.contributorId, contributorId), ne(submissions.state, 'undone'))
  const some = db.select({ id: submissions.id }).from(submissions).where(mine).limit(FIRST_ANSWERS).as('some')
  return (await db.select({ n: count() }).from(some))[0]?.n ?? 0
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
