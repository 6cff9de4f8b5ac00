// Answers that wait for a decision, and decisions that wait for their money.
import { and, asc, eq, exists, gte, inArray, isNotNull, isNull, lte, not, or, type SQL, sql } from 'drizzle-orm'
import { items } from '../campaigns/tables.ts'
import type { Database } from '../database/database.ts'
import type { CampaignId, SubmissionId } from '../ids.ts'
import { assignments, submissions } from '../work/tables.ts'
import { appeals, ballots, rounds } from './tables.ts'

export type Decided = {
  state: 'accepted' | 'rejected'
  decidedBy: 'gold' | 'review' | 'auto' | 'appeal'
  decidedAt: Date
}

/** An answer with its reserves and item, as decisions need it. */
export async function findJudged(db: Database, id: SubmissionId) {
  return (await judged(db).where(eq(submissions.id, id)))[0]
}

function judged(db: Database) {
  return db
    .select({ submission: submissions, lease: assignments, item: items })
    .from(submissions)
    .innerJoin(assignments, eq(assignments.id, submissions.assignmentId))
    .innerJoin(items, eq(items.id, submissions.itemId))
}
export type JudgedRow = NonNullable<Awaited<ReturnType<typeof findJudged>>>

/** Decides once: false where the answer is not in one of the states it may be decided from any more. */
export async function setDecision(
  db: Database,
  id: SubmissionId,
  from: 'pending' | 'rejected',
  decision: Decided,
): Promise<boolean> {
  const rows = await db
    .update(submissions)
    .set(decision)
    .where(and(eq(submissions.id, id), eq(submissions.state, from)))
    .returning({ id: submissions.id })
  return rows.length === 1
}

/** Locks answers in the order in which everybody does: by id, after their items and their round. */
export async function lockSubmissions(db: Database, ids: readonly SubmissionId[]): Promise<void> {
  if (ids.length === 0) return
  const some = inArray(submissions.id, [...ids])
  await db
    .select({ id: submissions.id })
    .from(submissions)
    .where(some)
    .orderBy(asc(submissions.id))
    .for('no key update')
}

export async function markInReview(db: Database, ids: SubmissionId[], inReviewAt: Date): Promise<void> {
  await db.update(submissions).set({ inReviewAt }).where(inArray(submissions.id, ids))
}

/** A larger group decides: the day by which nobody having decided means "accepted" moves with it. */
export async function moveReviewBy(db: Database, ids: SubmissionId[], reviewBy: Date): Promise<void> {
  if (ids.length > 0) await db.update(submissions).set({ reviewBy }).where(inArray(submissions.id, ids))
}

function isInOpenRound(db: Database): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(ballots)
      .innerJoin(rounds, eq(rounds.id, ballots.roundId))
      .where(and(eq(ballots.submissionId, submissions.id), eq(rounds.state, 'open'))),
  )
}

/** Its author sent another answer since, or had time enough: it is not taken back any more. */
function isPastUndo(undoneBefore: Date): SQL {
  return sql`(${submissions.submittedAt} <= ${undoneBefore.toISOString()}::timestamptz or exists (
    select 1 from submissions later where later.contributor_id = ${submissions.contributorId}
    and later.submitted_at > ${submissions.submittedAt}))`
}

/** A check question decides itself, unless its kind has no right and wrong. */
const isGoldDecided = sql`(${submissions.isGold} and ${submissions.isGoldRight} is not null)`

type Patience = { latestStart: Date; undoneBefore: Date }

function awaitsReview(db: Database, patience: Patience): SQL {
  return and(
    eq(submissions.state, 'pending'),
    eq(submissions.needsReview, true),
    isNotNull(submissions.answer),
    sql`not ${isGoldDecided}`,
    gte(submissions.reviewBy, patience.latestStart),
    isPastUndo(patience.undoneBefore),
    not(isInOpenRound(db)),
  ) as SQL
}

/** Answers of a campaign that wait for a round, oldest first, locked; one that its author takes back right now is passed over. */
export async function waitingForReview(db: Database, campaignId: CampaignId, patience: Patience, limit: number) {
  return db
    .select()
    .from(submissions)
    .where(and(eq(submissions.campaignId, campaignId), awaitsReview(db, patience)))
    .orderBy(asc(submissions.submittedAt), asc(submissions.id))
    .limit(limit)
    .for('no key update', { skipLocked: true })
}

/** Review terms differ between campaigns, so this only finds where to look; `patience` is applied per campaign. */
export async function campaignsWaiting(db: Database, now: Date, limit: number): Promise<CampaignId[]> {
  const rows = await db
    .select({ campaignId: submissions.campaignId, oldest: sql`min(${submissions.reviewBy})` })
    .from(submissions)
    .where(awaitsReview(db, { latestStart: now, undoneBefore: now }))
    .groupBy(submissions.campaignId)
    .orderBy(sql`min(${submissions.reviewBy})`, submissions.campaignId)
    .limit(limit)
  return rows.map(row => row.campaignId).sort()
}

/**
 * Pending answers that nobody decides any more: their day has come; or nobody needs to look and their item is decided. A
 * check question comes along with the next ordinary answer of its author, so that the moment does not give it away. Locked; what somebody
 * else has in hand waits for the next run.
 */
export async function dueForAcceptance(
  db: Database,
  when: { now: Date; undoneBefore: Date; isFlush: boolean },
  limit: number,
): Promise<JudgedRow[]> {
  const itemIsDecided = sql`(not ${submissions.needsReview} and not ${submissions.isGold} and ${items.state} = 'decided')`
  const goldHasCompany = sql`(${isGoldDecided} and ${submissions.isGoldRight} and exists (
    select 1 from submissions beside where beside.contributor_id = ${submissions.contributorId}
    and beside.campaign_id = ${submissions.campaignId} and not beside.is_gold
    and beside.submitted_at >= ${submissions.submittedAt} and beside.decided_at is not null))`
  const early = and(or(itemIsDecided, goldHasCompany), isPastUndo(when.undoneBefore))
  return judged(db)
    .where(
      and(
        eq(submissions.state, 'pending'),
        when.isFlush ? undefined : or(lte(submissions.reviewBy, when.now), early),
        not(isInOpenRound(db)),
      ),
    )
    .orderBy(asc(submissions.reviewBy), asc(submissions.id))
    .limit(limit)
    .for('no key update', { of: submissions, skipLocked: true })
}

/** Rejected answers whose window for a second look ended before `decidedBefore`, and whose money has not moved yet; locked. */
export async function finalRejections(db: Database, decidedBefore: Date, limit: number): Promise<JudgedRow[]> {
  return judged(db)
    .where(
      and(
        eq(submissions.state, 'rejected'),
        lte(submissions.decidedAt, decidedBefore),
        isNull(submissions.settledEpoch),
        sql`not exists (select 1 from postings p where p.key = 'reject:' || ${submissions.id}::text)`,
        not(
          exists(
            db
              .select({ one: sql`1` })
              .from(appeals)
              .where(and(eq(appeals.submissionId, submissions.id), eq(appeals.state, 'open'))),
          ),
        ),
      ),
    )
    .orderBy(asc(submissions.decidedAt), asc(submissions.id))
    .limit(limit)
    .for('no key update', { of: submissions, skipLocked: true })
}
