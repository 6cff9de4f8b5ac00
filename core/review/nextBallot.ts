import type { Context } from '../context.ts'
import type { ContributorId, RoundId } from '../ids.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'
import type { Ballot } from './ballot.ts'
import { readBallot } from './readBallot.ts'
import { readSitting } from './readSitting.ts'
import { ballotsLeft } from './sitting.ts'
import { findRound, hasSeat } from './store.ts'

/** The next answer of an open round that wants this person's vote; undefined when nothing is left for them. */
export async function nextBallot(
  ctx: Context,
  input: { contributorId: ContributorId; roundId: RoundId },
): Promise<Result<Ballot | undefined, Only<'round.closed' | 'round.not_drawn' | 'contributor.excluded'>>> {
  const round = await findRound(ctx.db, input.roundId)
  if (round === undefined) return refuse({ code: 'round.not_drawn' })
  if (round.state === 'closed' || round.closesAt <= ctx.now()) {
    return refuse({ code: 'round.closed', closedAt: round.closedAt ?? round.closesAt })
  }
  if (!(await hasSeat(ctx.db, round.id, input.contributorId))) return refuse({ code: 'round.not_drawn' })
  const sitting = await readSitting(ctx, round, [input.contributorId])
  for (const { ballotId } of ballotsLeft(input.contributorId, sitting)) {
    const ballot = await readBallot(ctx, { contributorId: input.contributorId, ballotId })
    if (ballot.ok) return ballot
    if (ballot.refusal.code === 'contributor.excluded') return refuse(ballot.refusal)
    // Anything else is about this one answer: the next may be judged.
  }
  return ok(undefined)
}
