import { readGuide } from '../campaigns/readGuide.ts'
import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { kindOf } from '../kinds/index.ts'
import { hasPosting } from '../money/store.ts'
import { openAll } from '../people/seal.ts'
import { findReputation } from '../skills/store.ts'
import { type AnswerStatus, answerStatusFrom, type Review } from './answerStatus.ts'
import { rejectKey } from './decide.ts'
import { aboutPay, expectedFactor } from './estimate.ts'
import { type AnswerRow, ballotsOfAnswers, othersAnswers, recordOf, settledRows } from './resultStore.ts'
import { panelOf } from './round.ts'
import { hasHeld } from './verdict.ts'
import { votesOnBallots } from './voteStore.ts'

/** Answers of one person as that person may see them; the order of `rows` is kept. */
export async function readStatuses(
  ctx: Context,
  contributorId: ContributorId,
  rows: AnswerRow[],
): Promise<AnswerStatus[]> {
  const ids = rows.map(row => row.submission.id)
  const own = await openAll(
    ctx,
    rows.map(row => ({ contributorId, sealed: row.submission.answer })),
  )
  const others = await readOthers(ctx, contributorId, rows)
  const reviews = await readReviews(ctx, rows)
  const settled = await settledRows(ctx.db, ids)
  const statuses: AnswerStatus[] = []
  for (const [index, row] of rows.entries()) {
    const { submission, lease, item, campaign, appeal } = row
    const { parameters } = ctx.settings
    const { isComparable } = kindOf(campaign.kind)
    const record = await recordOf(ctx.db, contributorId, campaign.skill)
    const factor = expectedFactor(record, isComparable, ctx.now(), parameters)
    const review = reviews.get(submission.id)
    const { accepts, rejects } =
      submission.state === 'pending' || review === undefined ? { accepts: 0, rejects: 0 } : review
    const answer = { ...lease, isComparable, accepts, rejects, decidedBy: submission.decidedBy }
    const guide = await readGuide(ctx, { campaignId: campaign.id, version: submission.guideVersion })
    statuses.push(
      answerStatusFrom({
        submission,
        lease,
        item,
        campaign,
        ownAnswer: own[index],
        others: others.get(submission.itemId) ?? [],
        review,
        appeal: appeal ?? undefined,
        isFinal: submission.state === 'rejected' && (await hasPosting(ctx.db, rejectKey(submission.id))),
        settled: settled.get(submission.id),
        guide: guide.rules,
        record: {
          standing: (await findReputation(ctx.db, contributorId, campaign.skill))?.standing ?? 'new',
          goldRight: record.goldRight,
        },
        about: aboutPay(answer, factor, parameters),
        now: ctx.now(),
        appealWindowSeconds: parameters.appealWindowSeconds,
      }),
    )
  }
  return statuses
}

async function readOthers(
  ctx: Context,
  contributorId: ContributorId,
  rows: AnswerRow[],
): Promise<Map<string, string[]>> {
  const sealed = await othersAnswers(ctx.db, contributorId, [...new Set(rows.map(row => row.submission.itemId))])
  const texts = await openAll(ctx, sealed)
  const byItem = new Map<string, string[]>()
  for (const [index, { itemId }] of sealed.entries()) {
    const text = texts[index]
    if (text !== undefined) byItem.set(itemId, [...(byItem.get(itemId) ?? []), text])
  }
  return byItem
}

/** The round that decided each answer, else the newest one; notes are those of people who went with the decision. */
async function readReviews(ctx: Context, rows: AnswerRow[]): Promise<Map<string, Review>> {
  const found = await ballotsOfAnswers(
    ctx.db,
    rows.map(row => row.submission.id),
  )
  const votes = await votesOnBallots(
    ctx.db,
    found.map(one => one.ballot.id),
  )
  const notes = await openAll(
    ctx,
    votes.map(vote => ({ contributorId: vote.contributorId, sealed: vote.note })),
  )
  const reviews = new Map<string, Review>()
  for (const { submission } of rows) {
    const mine = found.filter(one => one.ballot.submissionId === submission.id)
    const deciding = mine.filter(one => one.ballot.outcome === submission.state).at(-1) ?? mine.at(-1)
    if (deciding === undefined) continue
    const { ballot, round } = deciding
    const cast = votes.filter(vote => vote.ballotId === ballot.id && vote.choice !== 'recuse')
    reviews.set(submission.id, {
      accepts: ballot.accepts ?? 0,
      rejects: ballot.rejects ?? 0,
      rule: ballot.rule,
      cast: cast.length,
      panel: panelOf(round.quorum),
      notes: votes.flatMap((vote, index) => {
        const note = notes[index]
        const isReason = vote.ballotId === ballot.id && hasHeld(vote.choice, ballot.outcome) === true
        return isReason && note !== undefined ? [note] : []
      }),
    })
  }
  return reviews
}
