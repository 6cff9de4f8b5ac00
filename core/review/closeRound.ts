import { type CampaignRow, lockCampaign, lockItems } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { RoundId } from '../ids.ts'
import { addNotice } from '../outbox/store.ts'
import { openAll } from '../people/seal.ts'
import { assert } from '../refusals.ts'
import { findSubmission } from '../work/store.ts'
import type { SubmissionRow } from '../work/turnStore.ts'
import { closeAppeal } from './closeAppeal.ts'
import { acceptAnswer, rejectAnswer } from './decide.ts'
import { findJudged, lockSubmissions, moveReviewBy } from './decisionStore.ts'
import { openRound } from './openRound.ts'
import { isGone } from './readSitting.ts'
import { after, largerPanel, panelOf } from './round.ts'
import { ballotsOf, endRound, findRound, lockRound, type RoundBallot, type RoundRow, setOutcome } from './store.ts'
import { hasHeld, tallyOf, topRuleOf, type Verdict, verdictOf } from './verdict.ts'
import { type VoteRow, votesOfRound } from './voteStore.ts'

/**
 * Opens the votes of a round and does what they say. Even: a larger group decides, at once where there are people and
 * money for one, else the answer is accepted by itself. Too few votes: accepted by itself if its day has come, else it
 * waits for a larger round or its day. `isFlush` treats the day as come. Undefined where the round was closed before.
 */
export async function closeRound(
  ctx: Context,
  input: { roundId: RoundId; isFlush?: boolean },
): Promise<{ accepted: number; rejected: number; undecided: number } | undefined> {
  const found = await findRound(ctx.db, input.roundId)
  if (found === undefined || found.state === 'closed') return undefined
  const campaign = await lockCampaign(ctx.db, found.campaignId)
  assert(campaign !== undefined, 'a round without a campaign')
  const asked = await ballotsOf(ctx.db, found.id)
  await lockItems(
    ctx.db,
    asked.map(row => row.ballot.itemId),
  )
  const round = await lockRound(ctx.db, found.id)
  if (round?.state !== 'open') return undefined
  await lockSubmissions(
    ctx.db,
    asked.flatMap(row => row.ballot.submissionId ?? []),
  )
  // Read again under the locks: an author may have left meanwhile.
  const rows = await ballotsOf(ctx.db, found.id)
  await endRound(ctx.db, round.id, ctx.now())
  const votes = await votesOfRound(ctx.db, round.id)
  const counts = { accepted: 0, rejected: 0, undecided: 0 }
  const even: SubmissionRow[] = []
  for (const row of rows) {
    const cast = votes.filter(vote => vote.ballotId === row.ballot.id)
    const verdict = await recordOutcome(ctx, round, row, cast)
    if (row.ballot.submissionId === null) continue
    counts[verdict === 'accepted' || verdict === 'rejected' ? verdict : 'undecided'] += 1
    if (round.kind === 'appeal') await closeAppeal(ctx, { submissionId: row.ballot.submissionId, verdict, cast })
    else if (verdict === 'tie') even.push(await answerOf(ctx, row))
    else await actOn(ctx, row, verdict, cast, input.isFlush ?? false)
  }
  await toLargerGroup(ctx, campaign, round, even)
  await tellVoters(ctx, round, votes)
  return counts
}

async function answerOf(ctx: Context, row: RoundBallot): Promise<SubmissionRow> {
  const submission =
    row.ballot.submissionId === null ? undefined : await findSubmission(ctx.db, row.ballot.submissionId)
  assert(submission !== undefined, 'a ballot without its answer')
  return submission
}

/** Writes what a ballot came to. A planted answer's outcome is the one known beforehand, whatever was voted. */
async function recordOutcome(ctx: Context, round: RoundRow, row: RoundBallot, cast: VoteRow[]): Promise<Verdict> {
  const tally = tallyOf(cast)
  const rule = topRuleOf(cast)
  const verdict = row.ballot.plantedVerdict ?? (isGone(row, round.kind) ? 'few' : verdictOf(tally, round.quorum))
  const outcome = verdict === 'tie' || verdict === 'few' ? 'undecided' : verdict
  await setOutcome(ctx.db, row.ballot.id, { outcome, ...tally, rule })
  return verdict
}

async function actOn(
  ctx: Context,
  row: RoundBallot,
  verdict: Exclude<Verdict, 'tie'>,
  cast: VoteRow[],
  isFlush: boolean,
): Promise<void> {
  const { submissionId } = row.ballot
  const judged = submissionId === null ? undefined : await findJudged(ctx.db, submissionId)
  assert(judged !== undefined, 'a ballot without its answer')
  if (verdict === 'accepted') await acceptAnswer(ctx, judged, 'review')
  else if (verdict === 'rejected') {
    const rule = topRuleOf(cast)
    const words = await wordsOf(ctx, cast)
    // Every rejecting vote brought both; words vanish only with people who left meanwhile. Then nobody could be told why.
    if (rule === null || words === undefined) await acceptAnswer(ctx, judged, 'auto')
    else await rejectAnswer(ctx, judged, 'review', { rule, words })
  } else if (isFlush || judged.submission.reviewBy <= ctx.now()) await acceptAnswer(ctx, judged, 'auto')
}

/** The first note of a rejecting vote that can still be read. */
async function wordsOf(ctx: Context, cast: VoteRow[]): Promise<string | undefined> {
  const against = cast.filter(vote => vote.choice === 'reject')
  const notes = await openAll(
    ctx,
    against.map(vote => ({ contributorId: vote.contributorId, sealed: vote.note })),
  )
  return notes.find(note => note !== undefined && note.trim() !== '')
}

/** Even answers go to a larger group of other people, and their day moves with it; where none can be had they are accepted. */
async function toLargerGroup(
  ctx: Context,
  campaign: CampaignRow,
  round: RoundRow,
  even: SubmissionRow[],
): Promise<void> {
  if (even.length === 0) return
  const panel = largerPanel(panelOf(round.quorum))
  const closesAt = after(ctx.now(), campaign.reviewTermSeconds)
  const opened = await openRound(ctx, { campaign, kind: 'review', answers: even, panel, closesAt })
  const taken = new Set((opened?.answers ?? []).map(answer => answer.id))
  await moveReviewBy(ctx.db, [...taken], closesAt)
  for (const answer of even.filter(one => !taken.has(one.id))) {
    const judged = await findJudged(ctx.db, answer.id)
    if (judged !== undefined) await acceptAnswer(ctx, judged, 'auto')
  }
}

/** Each voter learns how many of their votes stood. `sum` is 0: what votes earn is known at the payday after. */
async function tellVoters(ctx: Context, round: RoundRow, votes: VoteRow[]): Promise<void> {
  const outcomes = new Map((await ballotsOf(ctx.db, round.id)).map(row => [row.ballot.id, row.ballot.outcome]))
  for (const contributorId of [...new Set(votes.map(vote => vote.contributorId))].sort()) {
    const mine = votes
      .filter(vote => vote.contributorId === contributorId)
      .map(vote => hasHeld(vote.choice, outcomes.get(vote.ballotId) ?? null))
      .filter(held => held !== undefined)
    if (mine.length === 0) continue
    const values = { roundId: round.id, held: mine.filter(Boolean).length, of: mine.length, sum: '0' }
    await addNotice(ctx, { contributorId, code: 'round.closed', values })
  }
}
