// What may settle and what a person's record says: the queries of a closing epoch. Everything comes in order of id.
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, notInArray, or, sql } from 'drizzle-orm'
import { campaigns, items } from '../campaigns/tables.ts'
import type { Database } from '../database/database.ts'
import type { CampaignId, ContributorId, Hash, SubmissionId, VoteId } from '../ids.ts'
import { contributors } from '../people/tables.ts'
import { appeals, ballots, rounds, votes } from '../review/tables.ts'
import { qualifications } from '../skills/tables.ts'
import { assignments, submissions } from '../work/tables.ts'
import { rewardRows } from './tables.ts'

export type CampaignRow = typeof campaigns.$inferSelect

/** Campaigns that may have anything to settle or to release; locked, so that none changes its state meanwhile. */
export async function liveCampaigns(db: Database): Promise<CampaignRow[]> {
  return db
    .select()
    .from(campaigns)
    .where(and(isNotNull(campaigns.chainId), notInArray(campaigns.state, ['draft', 'settled'])))
    .orderBy(asc(campaigns.id))
    .for('no key update')
}

/** Answers of a campaign sent by the cut-off that were neither taken back nor erased; settled ones too, since the fit needs them. */
export async function answersOf(db: Database, campaignId: CampaignId, cutOffAt: Date) {
  return db
    .select({
      submission: submissions,
      lease: assignments,
      item: items,
      /** The appeal window is over: its money went back to the campaign. */
      isFinalReject: sql<boolean>`exists (select 1 from postings p where p.key = 'reject:' || ${submissions.id})`,
    })
    .from(submissions)
    .innerJoin(assignments, eq(assignments.id, submissions.assignmentId))
    .innerJoin(items, eq(items.id, submissions.itemId))
    .where(
      and(
        eq(submissions.campaignId, campaignId),
        inArray(submissions.state, ['pending', 'accepted', 'rejected']),
        lte(submissions.submittedAt, cutOffAt),
      ),
    )
    .orderBy(asc(submissions.id))
}
export type AnswerRow = Awaited<ReturnType<typeof answersOf>>[number]

/** Votes of a campaign's closed rounds, recusals apart, with what they judged and what became of it. */
export async function votesOf(db: Database, campaignId: CampaignId, cutOffAt: Date) {
  return db
    .select({ vote: votes, ballot: ballots, round: rounds, submission: submissions, appeal: appeals })
    .from(votes)
    .innerJoin(ballots, eq(ballots.id, votes.ballotId))
    .innerJoin(rounds, eq(rounds.id, votes.roundId))
    .leftJoin(submissions, eq(submissions.id, ballots.submissionId))
    .leftJoin(appeals, eq(appeals.submissionId, ballots.submissionId))
    .where(and(eq(rounds.campaignId, campaignId), eq(rounds.state, 'closed'), lte(votes.castAt, cutOffAt)))
    .orderBy(asc(votes.id))
}
export type VoteRow = Awaited<ReturnType<typeof votesOf>>[number]

/** Earlier settled rows of people, newest first: what S' and M' and the reputation are made of. */
export async function recordOf(db: Database, people: ContributorId[], since: Date) {
  if (people.length === 0) return []
  return db
    .select({
      rowId: rewardRows.rowId,
      contributorId: rewardRows.contributorId,
      kind: rewardRows.kind,
      basis: rewardRows.basis,
      skill: rewardRows.skill,
      isGold: rewardRows.isGold,
      truthPpm: rewardRows.truthPpm,
      needPpm: rewardRows.needPpm,
      scorePpm: rewardRows.scorePpm,
      settledAt: rewardRows.settledAt,
    })
    .from(rewardRows)
    .where(
      and(
        inArray(rewardRows.contributorId, people),
        inArray(rewardRows.kind, ['answer', 'vote']),
        gte(rewardRows.settledAt, since),
      ),
    )
    .orderBy(desc(rewardRows.settledAt), asc(rewardRows.rowId))
}

/** Tests that were honest tries and are not paid yet, oldest first: the order in which the commons pays them. */
export async function stipendsDue(db: Database, cutOffAt: Date) {
  return db
    .select({
      contributorId: qualifications.contributorId,
      skill: qualifications.skill,
      stipend: qualifications.stipend,
      stipendAt: qualifications.stipendAt,
    })
    .from(qualifications)
    .leftJoin(
      rewardRows,
      and(
        eq(rewardRows.contributorId, qualifications.contributorId),
        eq(rewardRows.skill, qualifications.skill),
        eq(rewardRows.kind, 'stipend'),
      ),
    )
    .where(and(isNotNull(qualifications.stipend), lte(qualifications.stipendAt, cutOffAt), isNull(rewardRows.rowId)))
    .orderBy(asc(qualifications.stipendAt), asc(qualifications.contributorId), asc(qualifications.skill))
}

/** The secret that ties rows to a person; erased people have none and are left out. */
export async function accountKeysOf(db: Database, people: ContributorId[]): Promise<Map<ContributorId, Hash>> {
  if (people.length === 0) return new Map()
  const rows = await db
    .select({ id: contributors.id, accountKey: contributors.accountKey })
    .from(contributors)
    .where(and(inArray(contributors.id, people), isNull(contributors.erasedAt)))
  return new Map(rows.flatMap(row => (row.accountKey === null ? [] : [[row.id, row.accountKey as Hash] as const])))
}

export async function markSubmissionsSettled(db: Database, ids: SubmissionId[], epoch: number): Promise<void> {
  for (let from = 0; from < ids.length; from += 1000) {
    const block = ids.slice(from, from + 1000)
    await db.update(submissions).set({ settledEpoch: epoch }).where(inArray(submissions.id, block))
  }
}

export async function markVotesSettled(db: Database, ids: VoteId[], epoch: number): Promise<void> {
  for (let from = 0; from < ids.length; from += 1000) {
    const block = ids.slice(from, from + 1000)
    await db.update(votes).set({ settledEpoch: epoch }).where(inArray(votes.id, block))
  }
}

/** A vetoed epoch's answers and votes are unsettled again. */
export async function reopenRows(db: Database, epoch: number): Promise<void> {
  await db.update(submissions).set({ settledEpoch: null }).where(eq(submissions.settledEpoch, epoch))
  await db.update(votes).set({ settledEpoch: null }).where(eq(votes.settledEpoch, epoch))
}

/** Whose record an epoch wrote, by skill. */
export async function peopleOfEpoch(
  db: Database,
  epoch: number,
): Promise<{ contributorId: ContributorId; skill: string }[]> {
  const rows = await db
    .selectDistinct({ contributorId: rewardRows.contributorId, skill: rewardRows.skill })
    .from(rewardRows)
    .where(and(eq(rewardRows.epoch, epoch), eq(rewardRows.kind, 'answer')))
    .orderBy(asc(rewardRows.contributorId), asc(rewardRows.skill))
  return rows.flatMap(row => (row.contributorId === null ? [] : [{ ...row, contributorId: row.contributorId }]))
}

/** Anything of a campaign that is still to be decided or paid: leases, answers, votes. */
export async function hasUnsettled(db: Database, campaignId: CampaignId): Promise<boolean> {
  const waiting = or(
    inArray(submissions.state, ['pending']),
    and(inArray(submissions.state, ['accepted', 'rejected']), isNull(submissions.settledEpoch)),
  )
  const answers = await db
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.campaignId, campaignId), waiting))
    .limit(1)
  if (answers.length > 0) return true
  const cast = await db
    .select({ id: votes.id })
    .from(votes)
    .innerJoin(rounds, eq(rounds.id, votes.roundId))
    .where(and(eq(rounds.campaignId, campaignId), eq(votes.isPaid, true), isNull(votes.settledEpoch)))
    .limit(1)
  return cast.length > 0
}

/** Second looks that a person won, by skill. */
export async function appealsWonBy(db: Database, people: ContributorId[]): Promise<Map<string, number>> {
  if (people.length === 0) return new Map()
  const rows = await db
    .select({
      contributorId: appeals.contributorId,
      skill: campaigns.skill,
      won: sql<number>`count(*)`.mapWith(Number),
    })
    .from(appeals)
    .innerJoin(submissions, eq(submissions.id, appeals.submissionId))
    .innerJoin(campaigns, eq(campaigns.id, submissions.campaignId))
    .where(and(inArray(appeals.contributorId, people), eq(appeals.state, 'won')))
    .groupBy(appeals.contributorId, campaigns.skill)
  return new Map(rows.map(row => [`${row.contributorId} ${row.skill}`, row.won]))
}

/** Active seconds of settled accepted answers of a campaign, newest first, with the reliability they were paid by. */
export async function timesOf(db: Database, campaignId: CampaignId) {
  return db
    .select({
      contributorId: submissions.contributorId,
      activeSeconds: submissions.activeSeconds,
      factorPpm: rewardRows.factorPpm,
    })
    .from(rewardRows)
    .innerJoin(submissions, eq(submissions.id, rewardRows.submissionId))
    .where(and(eq(rewardRows.campaignId, campaignId), eq(submissions.state, 'accepted'), eq(rewardRows.isGold, false)))
    .orderBy(desc(rewardRows.settledAt), asc(rewardRows.rowId))
}
