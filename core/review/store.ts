// Rounds, their ballots and their seats.
import { and, asc, count, desc, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm'
import { campaigns, items } from '../campaigns/tables.ts'
import type { Database } from '../database/database.ts'
import type { CampaignId, ContributorId, RoundId, SubmissionId } from '../ids.ts'
import { submissions } from '../work/tables.ts'
import { ballots, rounds, seats, votes } from './tables.ts'

export type RoundRow = typeof rounds.$inferSelect

export async function insertRound(db: Database, row: typeof rounds.$inferInsert): Promise<void> {
  await db.insert(rounds).values(row)
}

export async function insertBallots(db: Database, rows: (typeof ballots.$inferInsert)[]): Promise<void> {
  await db.insert(ballots).values(rows)
}

export async function insertSeats(db: Database, rows: (typeof seats.$inferInsert)[]): Promise<void> {
  await db.insert(seats).values(rows)
}

export async function findRound(db: Database, id: RoundId): Promise<RoundRow | undefined> {
  return (await db.select().from(rounds).where(eq(rounds.id, id)))[0]
}

/** Everybody who votes in a round, or closes it, waits here. */
export async function lockRound(db: Database, id: RoundId): Promise<RoundRow | undefined> {
  return (await db.select().from(rounds).where(eq(rounds.id, id)).for('no key update'))[0]
}

export async function endRound(db: Database, id: RoundId, closedAt: Date): Promise<void> {
  await db.update(rounds).set({ state: 'closed', closedAt }).where(eq(rounds.id, id))
}

/** Ballots in order, with the author and guide version of the answers. */
export async function ballotsOf(db: Database, roundId: RoundId) {
  return db
    .select({
      ballot: ballots,
      authorId: submissions.contributorId,
      submissionState: submissions.state,
      reviewBy: submissions.reviewBy,
    })
    .from(ballots)
    .leftJoin(submissions, eq(submissions.id, ballots.submissionId))
    .where(eq(ballots.roundId, roundId))
    .orderBy(asc(ballots.position))
}
export type RoundBallot = Awaited<ReturnType<typeof ballotsOf>>[number]

/** A ballot with all that is needed to show it or vote on it. */
export async function findBallot(db: Database, ballotId: string) {
  const rows = await db
    .select({ ballot: ballots, round: rounds, campaign: campaigns, item: items, submission: submissions })
    .from(ballots)
    .innerJoin(rounds, eq(rounds.id, ballots.roundId))
    .innerJoin(campaigns, eq(campaigns.id, rounds.campaignId))
    .innerJoin(items, eq(items.id, ballots.itemId))
    .leftJoin(submissions, eq(submissions.id, ballots.submissionId))
    .where(eq(ballots.id, ballotId))
  return rows[0]
}
export type FoundBallot = NonNullable<Awaited<ReturnType<typeof findBallot>>>

export async function setOutcome(
  db: Database,
  id: string,
  change: Pick<typeof ballots.$inferInsert, 'outcome' | 'accepts' | 'rejects' | 'rule'>,
): Promise<void> {
  await db.update(ballots).set(change).where(eq(ballots.id, id))
}

export async function seatsOf(db: Database, roundId: RoundId): Promise<ContributorId[]> {
  const rows = await db.select().from(seats).where(eq(seats.roundId, roundId)).orderBy(asc(seats.contributorId))
  return rows.map(row => row.contributorId)
}

export async function hasSeat(db: Database, roundId: RoundId, contributorId: ContributorId): Promise<boolean> {
  const mine = and(eq(seats.roundId, roundId), eq(seats.contributorId, contributorId))
  return (await db.select().from(seats).where(mine)).length === 1
}

export async function markLookedAt(db: Database, roundId: RoundId, contributorId: ContributorId, lookedAt: Date) {
  await db
    .update(seats)
    .set({ lookedAt })
    .where(and(eq(seats.roundId, roundId), eq(seats.contributorId, contributorId), isNull(seats.lookedAt)))
}

/** Open rounds, those that close first at the head. */
export async function openRounds(db: Database, limit: number): Promise<RoundRow[]> {
  return db
    .select()
    .from(rounds)
    .where(eq(rounds.state, 'open'))
    .orderBy(asc(rounds.closesAt), asc(rounds.id))
    .limit(limit)
}

/** Open rounds of a person: drawn ones first, then others in which they have no part. */
export async function roundsInSight(db: Database, contributorId: ContributorId, now: Date, limit: number) {
  return db
    .select({ round: rounds, seat: seats.contributorId })
    .from(rounds)
    .innerJoin(campaigns, eq(campaigns.id, rounds.campaignId))
    .leftJoin(seats, and(eq(seats.roundId, rounds.id), eq(seats.contributorId, contributorId)))
    .where(and(eq(rounds.state, 'open'), gt(rounds.closesAt, now)))
    .orderBy(sql`${seats.contributorId} is null`, asc(rounds.closesAt), asc(rounds.id))
    .limit(limit)
}

/** Closed rounds with votes of this person whose results they have not looked at, newest first. */
export async function unseenClosedRounds(db: Database, contributorId: ContributorId, limit: number) {
  const rows = await db
    .select({ round: rounds })
    .from(rounds)
    .innerJoin(seats, eq(seats.roundId, rounds.id))
    .where(
      and(
        eq(rounds.state, 'closed'),
        eq(seats.contributorId, contributorId),
        isNull(seats.lookedAt),
        sql`exists (select 1 from votes v where v.round_id = ${rounds.id} and v.contributor_id = ${contributorId})`,
      ),
    )
    .orderBy(desc(rounds.closedAt), desc(rounds.id))
    .limit(limit)
  return rows.map(row => row.round)
}

/** How many answers and planted answers a campaign has put before people so far. */
export async function ballotCounts(db: Database, campaignId: CampaignId): Promise<{ answers: number; plants: number }> {
  const rows = await db
    .select({ answers: count(ballots.submissionId), all: count() })
    .from(ballots)
    .innerJoin(rounds, eq(rounds.id, ballots.roundId))
    .where(eq(rounds.campaignId, campaignId))
  const { answers = 0, all = 0 } = rows[0] ?? {}
  return { answers, plants: all - answers }
}

/**
 * Votes that the review money has to pay for yet: a full panel for every ballot of open rounds, and the votes of closed
 * rounds that no payday has settled.
 */
export async function unpaidVotes(db: Database, campaignId: CampaignId): Promise<number> {
  const open = await db
    .select({ n: sql<number>`coalesce(sum(2 * ${rounds.quorum} - 1), 0)`.mapWith(Number) })
    .from(ballots)
    .innerJoin(rounds, eq(rounds.id, ballots.roundId))
    .where(and(eq(rounds.campaignId, campaignId), eq(rounds.state, 'open')))
  const closed = await db
    .select({ n: count() })
    .from(votes)
    .innerJoin(rounds, eq(rounds.id, votes.roundId))
    .where(
      and(
        eq(rounds.campaignId, campaignId),
        eq(rounds.state, 'closed'),
        eq(votes.isPaid, true),
        isNull(votes.settledEpoch),
      ),
    )
  return (open[0]?.n ?? 0) + (closed[0]?.n ?? 0)
}

/** How often each known item of a campaign was planted: those used least are planted next. */
export async function plantUses(db: Database, campaignId: CampaignId): Promise<Map<string, number>> {
  const rows = await db
    .select({ itemId: ballots.itemId, n: count() })
    .from(ballots)
    .innerJoin(rounds, eq(rounds.id, ballots.roundId))
    .where(and(eq(rounds.campaignId, campaignId), isNull(ballots.submissionId)))
    .groupBy(ballots.itemId)
  return new Map(rows.map(row => [row.itemId, row.n]))
}

/** Items with a known right answer that may be planted; practice is left out, since everybody was shown its solution. */
export async function knownItems(db: Database, campaignId: CampaignId, limit: number) {
  return db
    .select({ itemId: items.id, contentText: items.contentText, truthText: items.truthText })
    .from(items)
    .where(
      and(
        eq(items.campaignId, campaignId),
        inArray(items.role, ['check', 'test', 'live']),
        inArray(items.state, ['open', 'decided']),
        sql`${items.truthText} is not null`,
      ),
    )
    .orderBy(asc(items.position))
    .limit(limit)
}

/** Quorum of the last review of each answer, for those that had one. */
export async function lastQuorums(db: Database, ids: SubmissionId[]): Promise<Map<SubmissionId, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ submissionId: ballots.submissionId, quorum: sql<number>`max(${rounds.quorum})`.mapWith(Number) })
    .from(ballots)
    .innerJoin(rounds, eq(rounds.id, ballots.roundId))
    .where(inArray(ballots.submissionId, ids))
    .groupBy(ballots.submissionId)
  return new Map(rows.flatMap(row => (row.submissionId === null ? [] : [[row.submissionId, row.quorum]])))
}

/** Rounds that should have been closed by now. */
export async function overdueRounds(db: Database, now: Date, limit: number): Promise<RoundRow[]> {
  return db
    .select()
    .from(rounds)
    .where(and(eq(rounds.state, 'open'), lte(rounds.closesAt, now)))
    .orderBy(asc(rounds.closesAt), asc(rounds.id))
    .limit(limit)
}
