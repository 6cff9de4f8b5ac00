import type { Amount } from '../amount.ts'
import { amount } from '../amount.ts'
import { readGuide } from '../campaigns/readGuide.ts'
import type { Context } from '../context.ts'
import type { ContributorId, RoundId } from '../ids.ts'
import { parseItem } from '../kinds/index.ts'
import type { ItemContent } from '../kinds/kind.ts'
import { openAll } from '../people/seal.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'
import type { GuideRule } from './ballot.ts'
import { answerOf } from './readBallot.ts'
import { type FoundBallot, findBallot, findRound, hasSeat, markLookedAt } from './store.ts'
import { type Choice, hasHeld } from './verdict.ts'
import { settledVotePay, type VoteRow, votesOfRound } from './voteStore.ts'

export type ApartVote = {
  ballotId: string
  item: ItemContent
  answer: unknown
  mine: Choice
  others: 'accepted' | 'rejected'
  rule: GuideRule | null
  /** What those wrote who went the other way; without names. */
  notes: string[]
}

export type MyVotes = { held: number; of: number; sum: Amount | null; apart: ApartVote[] }

/**
 * What became of a person's votes; nothing at all before the close. `held` of `of` said what was decided; `sum` once a
 * payday has settled them. `apart` lists the others with the reasons of those who went the other way; planted check
 * questions are left out of it, since they serve again. Marks the round as looked at.
 */
export async function myVotes(
  ctx: Context,
  input: { contributorId: ContributorId; roundId: RoundId },
): Promise<Result<MyVotes, Only<'round.not_drawn'>>> {
  const { contributorId, roundId } = input
  const round = await findRound(ctx.db, roundId)
  if (round === undefined || !(await hasSeat(ctx.db, roundId, contributorId)))
    return refuse({ code: 'round.not_drawn' })
  if (round.state === 'open') return ok({ held: 0, of: 0, sum: null, apart: [] })
  await markLookedAt(ctx.db, roundId, contributorId, ctx.now())
  const votes = await votesOfRound(ctx.db, roundId)
  const counts = { held: 0, of: 0 }
  const apart: ApartVote[] = []
  for (const vote of votes.filter(one => one.contributorId === contributorId)) {
    const found = await findBallot(ctx.db, vote.ballotId)
    const held = hasHeld(vote.choice, found?.ballot.outcome ?? null)
    if (found === undefined || held === undefined) continue
    counts.of += 1
    if (held) counts.held += 1
    const one = held || isServedAgain(found) ? undefined : await apartVote(ctx, found, vote, votes)
    if (one !== undefined) apart.push(one)
  }
  const sum = await settledVotePay(ctx.db, roundId, contributorId)
  return ok({ ...counts, sum: sum === undefined ? null : amount(sum), apart })
}

function isServedAgain({ ballot, item }: FoundBallot): boolean {
  return ballot.plantedVerdict !== null && item.role === 'check'
}

async function apartVote(
  ctx: Context,
  found: FoundBallot,
  vote: VoteRow,
  votes: VoteRow[],
): Promise<ApartVote | undefined> {
  const { ballot, item, campaign } = found
  const { outcome } = ballot
  const answer = await answerOf(ctx, found)
  if (answer === undefined || outcome === null || outcome === 'undecided') return undefined
  const against = votes.filter(one => one.ballotId === vote.ballotId && hasHeld(one.choice, outcome) === true)
  const notes = await openAll(
    ctx,
    against.map(one => ({ contributorId: one.contributorId, sealed: one.note })),
  )
  const { rules } = await readGuide(ctx, { campaignId: campaign.id })
  return {
    ballotId: ballot.id,
    item: parseItem(item.contentText),
    answer: JSON.parse(answer) as unknown,
    mine: vote.choice,
    others: outcome,
    rule: outcome === 'rejected' ? (rules.find(rule => rule.rule === ballot.rule) ?? null) : null,
    notes: notes.filter(note => note !== undefined),
  }
}
