import { readGuide } from '../campaigns/readGuide.ts'
import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { openFor } from '../people/seal.ts'
import { ok, type Result, refuse } from '../refusals.ts'
import { appealOf } from './appealStore.ts'
import { type Ballot, ballotFrom } from './ballot.ts'
import { type JudgeNoes, mayJudge } from './mayJudge.ts'
import { ballotsOf, type FoundBallot } from './store.ts'
import { votesOnBallots } from './voteStore.ts'

/** One answer to judge, with the guide as its author saw it. An answer that was erased is gone for its judges, too. */
export async function readBallot(
  ctx: Context,
  input: { contributorId: ContributorId; ballotId: string },
): Promise<Result<Ballot, JudgeNoes>> {
  const may = await mayJudge(ctx, input)
  if (!may.ok) return may
  const found = may.value
  const { submission, round, campaign, ballot } = found
  const answer = await answerOf(ctx, found)
  if (answer === undefined) return refuse({ code: 'round.not_drawn' })
  const version = submission === null ? {} : { version: submission.guideVersion }
  const guide = await readGuide(ctx, { campaignId: campaign.id, ...version })
  const cast = await votesOnBallots(ctx.db, [ballot.id])
  const vote = cast.find(one => one.contributorId === input.contributorId)
  const note = vote === undefined ? undefined : await openFor(ctx, input.contributorId, vote.note)
  return ok(
    ballotFrom(found, {
      answer: JSON.parse(answer) as unknown,
      guide: guide.rules,
      guideVersion: guide.version,
      mine: vote === undefined ? null : { choice: vote.choice, rule: vote.rule, note: note ?? null },
      appealNote: round.kind === 'appeal' ? await appealNoteOf(ctx, found) : null,
      total: (await ballotsOf(ctx.db, round.id)).length,
      now: ctx.now(),
    }),
  )
}

/** Canonical JSON of the answer on a ballot; undefined once its author has left. */
export async function answerOf(
  ctx: Context,
  found: Pick<FoundBallot, 'ballot' | 'submission'>,
): Promise<string | undefined> {
  if (found.ballot.plantedAnswer !== null) return found.ballot.plantedAnswer
  const { submission } = found
  return submission === null ? undefined : openFor(ctx, submission.contributorId, submission.answer)
}

async function appealNoteOf(ctx: Context, { submission }: FoundBallot): Promise<string | null> {
  const appeal = submission === null ? undefined : await appealOf(ctx.db, submission.id)
  if (appeal === undefined) return null
  return (await openFor(ctx, appeal.contributorId, appeal.note)) ?? null
}
