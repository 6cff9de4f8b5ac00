// What became of one person's answers. Tables of settlement are read by name: that room stands beside this one.
import { and, asc, count, desc, eq, gt, gte, inArray, ne, type SQL, sql } from 'drizzle-orm'
import { type Amount, amount, parseAmount } from '../amount.ts'
import { campaigns, items } from '../campaigns/tables.ts'
import { type Database, rowsOf } from '../database/database.ts'
import type { ContributorId, ItemId, SubmissionId } from '../ids.ts'
import { assignments, submissions } from '../work/tables.ts'
import type { Settled } from './answerStatus.ts'
import type { TrackRecord } from './estimate.ts'
import { appeals, ballots, rounds } from './tables.ts'

export type Filter = 'all' | 'rejected' | 'pending' | 'accepted'

function mine(contributorId: ContributorId, filter: Filter): SQL {
  const states = filter === 'all' ? (['pending', 'accepted', 'rejected'] as const) : ([filter] as const)
  return and(eq(submissions.contributorId, contributorId), inArray(submissions.state, [...states])) as SQL
}

export async function countAnswers(db: Database, contributorId: ContributorId, filter: Filter): Promise<number> {
  return (await db.select({ n: count() }).from(submissions).where(mine(contributorId, filter)))[0]?.n ?? 0
}

function answers(db: Database) {
  return db
    .select({ submission: submissions, lease: assignments, item: items, campaign: campaigns, appeal: appeals })
    .from(submissions)
    .innerJoin(assignments, eq(assignments.id, submissions.assignmentId))
    .innerJoin(items, eq(items.id, submissions.itemId))
    .innerJoin(campaigns, eq(campaigns.id, submissions.campaignId))
    .leftJoin(appeals, eq(appeals.submissionId, submissions.id))
}
export type AnswerRow = Awaited<ReturnType<typeof answers>>[number]

/** Newest first. */
export async function pageOfAnswers(
  db: Database,
  contributorId: ContributorId,
  filter: Filter,
  page: { offset: number; limit: number },
): Promise<AnswerRow[]> {
  return answers(db)
    .where(mine(contributorId, filter))
    .orderBy(desc(submissions.submittedAt), desc(submissions.id))
    .limit(page.limit)
    .offset(page.offset)
}

export async function findAnswer(
  db: Database,
  contributorId: ContributorId,
  id: SubmissionId,
): Promise<AnswerRow | undefined> {
  return (await answers(db).where(and(mine(contributorId, 'all'), eq(submissions.id, id))))[0]
}

/** Answers of other people to these items, sealed. At most what the overlap asks for, and a bound for check items. */
export async function othersAnswers(db: Database, contributorId: ContributorId, itemIds: ItemId[]) {
  if (itemIds.length === 0) return []
  return db
    .select({ itemId: submissions.itemId, contributorId: submissions.contributorId, sealed: submissions.answer })
    .from(submissions)
    .where(
      and(
        inArray(submissions.itemId, itemIds),
        ne(submissions.contributorId, contributorId),
        inArray(submissions.state, ['pending', 'accepted']),
      ),
    )
    .orderBy(asc(submissions.submittedAt), asc(submissions.id))
    .limit(400)
}

/** Ballots of these answers with their rounds, oldest first. */
export async function ballotsOfAnswers(db: Database, ids: SubmissionId[]) {
  if (ids.length === 0) return []
  return db
    .select({ ballot: ballots, round: rounds })
    .from(ballots)
    .innerJoin(rounds, eq(rounds.id, ballots.roundId))
    .where(inArray(ballots.submissionId, ids))
    .orderBy(asc(rounds.openedAt), asc(rounds.id))
}

/** Settled rows of these answers. Repairs of an answer are part of its sum; quality and factors are of the row itself. */
export async function settledRows(db: Database, ids: SubmissionId[]): Promise<Map<SubmissionId, Settled>> {
  if (ids.length === 0) return new Map()
  const list = sql.join(
    ids.map(id => sql`${id}::uuid`),
    sql`, `,
  )
  const rows = await rowsOf<{
    submission_id: SubmissionId
    epoch: number
    sum: string
    q: number
    factor_ppm: number
    truth_ppm: number
    is_recorded: boolean
  }>(
    db,
    sql`select r.submission_id, r.epoch, r.q, r.factor_ppm, r.truth_ppm,
          (select sum(p.pay)::text from reward_rows p where p.submission_id = r.submission_id) as sum,
          exists (select 1 from contribution_leaves l join epochs e on e.epoch = l.epoch
            where l.submission_id = r.submission_id and e.state in ('settled', 'active')) as is_recorded
        from reward_rows r where r.kind = 'answer' and r.submission_id in (${list})`,
  )
  return new Map(
    rows.map(row => [
      row.submission_id,
      {
        epoch: Number(row.epoch),
        pay: parseAmount(row.sum),
        q: Number(row.q),
        factorPpm: Number(row.factor_ppm),
        truthPpm: Number(row.truth_ppm),
        isRecorded: row.is_recorded,
      },
    ]),
  )
}

/** What the expected reliability of a person in a skill stands on. */
export async function recordOf(db: Database, contributorId: ContributorId, skill: string): Promise<TrackRecord> {
  const settled = await rowsOf<{ s: number; n: number; at: string | number }>(
    db,
    sql`select score_ppm as s, need_ppm as n, extract(epoch from settled_at)::float8 as at from reward_rows
        where contributor_id = ${contributorId} and skill = ${skill} and kind = 'answer'
        order by settled_at desc limit 200`,
  )
  const waiting = await db
    .select({ n: count() })
    .from(submissions)
    .innerJoin(campaigns, eq(campaigns.id, submissions.campaignId))
    .where(
      and(
        eq(submissions.contributorId, contributorId),
        eq(campaigns.skill, skill),
        inArray(submissions.state, ['pending', 'accepted']),
        sql`${submissions.settledEpoch} is null`,
      ),
    )
  const gold = await rowsOf<{ right: number; asked: number }>(
    db,
    sql`select gold_right as right, gold_asked as asked from reputations
        where contributor_id = ${contributorId} and skill = ${skill}`,
  )
  return {
    settled: settled.map(row => ({ s: Number(row.s), n: Number(row.n), settledAt: Math.floor(Number(row.at)) })),
    waiting: waiting[0]?.n ?? 0,
    goldRight: Number(gold[0]?.right ?? 0),
    goldAsked: Number(gold[0]?.asked ?? 0),
  }
}

/** Answers by state. */
export async function countsOf(db: Database, contributorId: ContributorId) {
  const of = (state: string) => sql<number>`count(*) filter (where ${submissions.state} = ${state})`.mapWith(Number)
  const rows = await db
    .select({ accepted: of('accepted'), pending: of('pending'), rejected: of('rejected') })
    .from(submissions)
    .where(eq(submissions.contributorId, contributorId))
  return rows[0] ?? { accepted: 0, pending: 0, rejected: 0 }
}

/** Prices of the answers that are being checked. */
export async function pendingPrices(db: Database, contributorId: ContributorId): Promise<Amount> {
  const rows = await db
    .select({ sum: sql<string>`coalesce(sum(${submissions.price}), 0)::text` })
    .from(submissions)
    .where(mine(contributorId, 'pending'))
  return parseAmount(rows[0]?.sum ?? '0')
}

/** Answers decided after a moment, by state. */
export async function decidedSince(db: Database, contributorId: ContributorId, since: Date) {
  const of = (state: string) => sql<number>`count(*) filter (where ${submissions.state} = ${state})`.mapWith(Number)
  const rows = await db
    .select({ accepted: of('accepted'), rejected: of('rejected') })
    .from(submissions)
    .where(and(eq(submissions.contributorId, contributorId), gt(submissions.decidedAt, since)))
  return rows[0] ?? { accepted: 0, rejected: 0 }
}

/** Pay of everything that settled after a moment; of everything without one. */
export async function earnedSince(
  db: Database,
  contributorId: ContributorId,
  since: Date | undefined,
): Promise<Amount> {
  const later = since === undefined ? sql`true` : sql`settled_at > ${since.toISOString()}::timestamptz`
  const rows = await rowsOf<{ sum: string | null }>(
    db,
    sql`select sum(pay)::text as sum from reward_rows where contributor_id = ${contributorId} and ${later}`,
  )
  return parseAmount(rows[0]?.sum ?? '0')
}

/** What lies in leaves of this person's addresses, unclaimed, and what left them for a wallet. */
export async function leafSums(
  db: Database,
  contributorId: ContributorId,
): Promise<{ inLeaves: Amount; paid: Amount }> {
  const rows = await rowsOf<{ in_leaves: string | null; paid: string | null }>(
    db,
    sql`with mine as (select distinct 'leaf:' || lower(address) as account from wallets where contributor_id = ${contributorId})
        select (select sum(b.amount)::text from balances b join mine on mine.account = b.account) as in_leaves,
          (select (-sum(l.amount))::text from posting_lines l join mine on mine.account = l.account
            where exists (select 1 from posting_lines c where c.posting_id = l.posting_id and c.account = 'custody')) as paid`,
  )
  const at = (text: string | null | undefined) => amount(BigInt(text ?? '0'))
  return { inLeaves: at(rows[0]?.in_leaves), paid: at(rows[0]?.paid) }
}
/** Answers sent since a moment, taken-back ones left out. */
export async function answersSince(db: Database, contributorId: ContributorId, since: Date): Promise<number> {
  const rows = await db
    .select({ n: count() })
    .from(submissions)
    .where(and(mine(contributorId, 'all'), gte(submissions.submittedAt, since)))
  return rows[0]?.n ?? 0
}
