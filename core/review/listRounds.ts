import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { cardOf } from './readRound.ts'
import type { RoundCard } from './roundCard.ts'
import { roundsInSight, unseenClosedRounds } from './store.ts'

const OPEN_SHOWN = 10
const CLOSED_SHOWN = 5

/** Open rounds, the person's own first; then closed ones with votes of theirs that they have not looked at (`myVotes`). */
export async function listRounds(ctx: Context, input: { contributorId: ContributorId }): Promise<RoundCard[]> {
  const { contributorId } = input
  const open = (await roundsInSight(ctx.db, contributorId, ctx.now(), OPEN_SHOWN)).map(row => row.round)
  const closed = await unseenClosedRounds(ctx.db, contributorId, CLOSED_SHOWN)
  const cards: RoundCard[] = []
  for (const round of [...open, ...closed]) cards.push(await cardOf(ctx, round, contributorId))
  return cards
}
