import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import { type Database, rowsOf } from '../database/database.ts'
import type { CampaignId, ContributorId, RoundId } from '../ids.ts'
import { votes } from './tables.ts'

export type VoteRow = typeof votes.$inferSelect

export async function votesOfRound(db: Database, roundId: RoundId): Promise<VoteRow[]> {
  return db.select().from(votes).where(eq(votes.roundId, roundId)).orderBy(asc(votes.castAt), asc(votes.id))
}

export async function votesOnBallots(db: Database, ballotIds: string[]): Promise<VoteRow[]> {
  if (ballotIds.length === 0) return []
  return db.select().from(votes).where(inArray(votes.ballotId, ballotIds)).orderBy(asc(votes.castAt), asc(votes.id))
}

/** One vote per person and ballot: voting again changes it and keeps when it was first cast. */
export async function saveVote(db: Database, row: typeof votes.$inferInsert): Promise<void> {
  const { choice, rule, note, recusal, isPaid } = row
  await db
    .insert(votes)
    .values(row)
    .onConflictDoUpdate({
      target: [votes.ballotId, votes.contributorId],
      set: { choice, rule, note, recusal, isPaid, changedAt: row.castAt },
    })
}

/** Seconds between one vote of a person and the next, lower median of the last 500 in a campaign; undefined under 20. */
export async function measuredVoteSeconds(db: Database, campaignId: CampaignId): Promise<number | undefined> {
  const rows = await rowsOf<{ n: number; seconds: number | null }>(
    db,
    sql`with cast_votes as (
          select v.cast_at, lag(v.cast_at) over (partition by v.contributor_id, v.round_id order by v.cast_at) as before
          from votes v join rounds r on r.id = v.round_id
          where r.campaign_id = ${campaignId} and v.choice <> 'recuse'
          order by v.cast_at desc limit 500),
        gaps as (select extract(epoch from cast_at - before) as seconds from cast_votes where before is not null)
        select count(*)::int as n, percentile_disc(0.5) within group (order by seconds)::float8 as seconds
        from gaps where seconds > 0 and seconds < 900`,
  )
  const { n = 0, seconds = null } = rows[0] ?? {}
  return Number(n) < 20 || seconds === null ? undefined : Number(seconds)
}

/**
 * People who voted on any of these answers, or passed on it: a larger group is made of others. A second look also leaves
 * out those who were only drawn (`withSeats`), since nobody of the first group may have a part in it.
 */
export async function earlierJudges(
  db: Database,
  submissionIds: string[],
  withSeats: boolean,
): Promise<Set<ContributorId>> {
  if (submissionIds.length === 0) return new Set()
  const list = sql.join(
    submissionIds.map(id => sql`${id}::uuid`),
    sql`, `,
  )
  const rows = await rowsOf<{ contributor_id: ContributorId }>(
    db,
    sql`select v.contributor_id from votes v join ballots b on b.id = v.ballot_id where b.submission_id in (${list})
        union
        select s.contributor_id from seats s join ballots b on b.round_id = s.round_id
        where ${withSeats}::boolean and b.submission_id in (${list})`,
  )
  return new Set(rows.map(row => row.contributor_id))
}

/** Sum of the pay for one person's votes in a round, once settled; undefined while some of them are not. */
export async function settledVotePay(
  db: Database,
  roundId: RoundId,
  contributorId: ContributorId,
): Promise<bigint | undefined> {
  const open = await db
    .select({ id: votes.id })
    .from(votes)
    .where(
      and(
        eq(votes.roundId, roundId),
        eq(votes.contributorId, contributorId),
        ne(votes.choice, 'recuse'),
        sql`${votes.settledEpoch} is null`,
      ),
    )
    .limit(1)
  if (open.length > 0) return undefined
  const rows = await rowsOf<{ sum: string | null }>(
    db,
    sql`select sum(r.pay)::text as sum from reward_rows r join votes v on v.id = r.vote_id
        where v.round_id = ${roundId} and v.contributor_id = ${contributorId}`,
  )
  return BigInt(rows[0]?.sum ?? '0')
}
