import { readGuide } from '../campaigns/readGuide.ts'
import type { Context } from '../context.ts'
import type { ContributorId, VoteId } from '../ids.ts'
import { sealFor } from '../people/seal.ts'
import { assert, type Only, ok, type Result, refuse } from '../refusals.ts'
import { type JudgeNoes, mayJudge } from './mayJudge.ts'
import { readSitting } from './readSitting.ts'
import { ballotsLeft, isFull } from './sitting.ts'
import { type FoundBallot, lockRound } from './store.ts'
import type { Choice } from './verdict.ts'
import { saveVote } from './voteStore.ts'

/** In code points. A note to the author is part of every refusal; a dozen characters are no reason. */
export const NOTE_LENGTH = { min: 15, max: 1000 }
export const RECUSALS = ['known', 'not_my_field', 'stake'] as const

export type VoteInput = {
  contributorId: ContributorId
  ballotId: string
  choice: Choice
  rule?: number
  note?: string
  recusal?: (typeof RECUSALS)[number]
}

type Noes = JudgeNoes | Only<'round.closed' | 'vote.reason_missing' | 'ballot.full' | 'text.too_long'>

/**
 * Seals a vote until the round closes; voting again changes it, up to the last moment. Rejecting takes a rule of the guide
 * and a note for the author. Passing an answer on (`recuse`) costs nothing and earns nothing. `left`: answers of this round
 * that still want this person's vote.
 *
 * Settlement reads `votes` with `isPaid`, and their ballots: what a vote is worth stands on the verdict without this vote,
 * so it needs `choice` of the other votes on the ballot, `plantedVerdict` where there is one, and, where a second look was
 * decided (`appeals.state` won or lost), that panel's verdict in place of the first round's.
 */
export async function castVote(
  ctx: Context,
  input: VoteInput,
): Promise<Result<{ closesAt: Date; left: number }, Noes>> {
  const may = await mayJudge(ctx, input)
  if (!may.ok) return may
  const found = may.value
  const round = await lockRound(ctx.db, found.round.id)
  assert(round !== undefined, 'a ballot without a round')
  if (round.state === 'closed' || round.closesAt <= ctx.now()) {
    return refuse({ code: 'round.closed', closedAt: round.closedAt ?? round.closesAt })
  }
  const note = input.note?.trim() ?? ''
  const reason = await checkReason(ctx, found, input, note)
  if (!reason.ok) return reason
  const before = await readSitting(ctx, round, [input.contributorId])
  const hasVoted = before.votes.some(
    vote => vote.ballotId === input.ballotId && vote.contributorId === input.contributorId && vote.choice !== 'recuse',
  )
  if (!hasVoted && input.choice !== 'recuse' && isFull(input.ballotId, before.votes, before.panel)) {
    return refuse({ code: 'ballot.full' })
  }
  await saveVote(ctx.db, {
    id: ctx.newId() as VoteId,
    ballotId: input.ballotId,
    roundId: round.id,
    contributorId: input.contributorId,
    choice: input.choice,
    rule: input.choice === 'reject' ? (input.rule ?? null) : null,
    note: note === '' ? null : await sealFor(ctx, input.contributorId, note),
    recusal: input.choice === 'recuse' ? (input.recusal ?? null) : null,
    castAt: ctx.now(),
    isPaid: input.choice !== 'recuse',
  })
  const now = await readSitting(ctx, round, [input.contributorId])
  return ok({ closesAt: round.closesAt, left: ballotsLeft(input.contributorId, now).length })
}

/** A rejection without a rule that its author could read, or without words for them, cannot be made. */
async function checkReason(
  ctx: Context,
  { campaign, submission }: FoundBallot,
  input: VoteInput,
  note: string,
): Promise<Result<void, Only<'vote.reason_missing' | 'text.too_long'>>> {
  const length = [...note].length
  if (length > NOTE_LENGTH.max) return refuse({ code: 'text.too_long', length, max: NOTE_LENGTH.max })
  if (input.choice !== 'reject') return ok(undefined)
  const version = submission === null ? {} : { version: submission.guideVersion }
  const { rules } = await readGuide(ctx, { campaignId: campaign.id, ...version })
  const isKnown = rules.some(rule => rule.rule === input.rule)
  return isKnown && length >= NOTE_LENGTH.min ? ok(undefined) : refuse({ code: 'vote.reason_missing' })
}
