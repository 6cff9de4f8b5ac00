import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'
import { findCandidate, handledBy } from './candidateStore.ts'
import { conflictOf, mayReview } from './eligibility.ts'
import { type FoundBallot, findBallot, hasSeat } from './store.ts'

export type JudgeNoes = Only<'round.not_drawn' | 'vote.own_work' | 'vote.conflict' | 'contributor.excluded'>

/**
 * The ballot, if this person was drawn for it and nothing stands between them and it now: people change between the draw
 * and the vote. A ballot that is not there answers like one of a round that drew others.
 */
export async function mayJudge(
  ctx: Context,
  input: { contributorId: ContributorId; ballotId: string },
): Promise<Result<FoundBallot, JudgeNoes>> {
  const found = await findBallot(ctx.db, input.ballotId)
  if (found === undefined) return refuse({ code: 'round.not_drawn' })
  const authorId = found.submission?.contributorId ?? null
  // Before the seat: an author is told why, not that others were drawn.
  if (authorId === input.contributorId) return refuse({ code: 'vote.own_work' })
  if (!(await hasSeat(ctx.db, found.round.id, input.contributorId))) return refuse({ code: 'round.not_drawn' })
  const candidate = await findCandidate(ctx.db, input.contributorId, found.campaign.skill)
  if (candidate === undefined || candidate.isExcluded || candidate.isErased)
    return refuse({ code: 'contributor.excluded' })
  if (!mayReview(candidate, found.campaign)) return refuse({ code: 'vote.conflict' })
  const handled = await handledBy(ctx.db, [input.contributorId], [found.ballot.itemId])
  if (conflictOf(input.contributorId, { authorId, itemId: found.ballot.itemId }, handled) !== undefined) {
    return refuse({ code: 'vote.conflict' })
  }
  return ok(found)
}
