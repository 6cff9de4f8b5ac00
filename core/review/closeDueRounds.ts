import type { Context } from '../context.ts'
import { closeRound } from './closeRound.ts'
import { readSitting } from './readSitting.ts'
import { isComplete } from './sitting.ts'
import { openRounds, overdueRounds, type RoundRow, seatsOf } from './store.ts'

/** One run closes so many rounds, and looks at so many open ones for those where everybody is done. */
const CLOSED_AT_ONCE = 20
const LOOKED_AT = 60

/** Closes rounds whose time is over or where everybody drawn has voted; all of them with `isFlush`. Answers how many. */
export async function closeDueRounds(ctx: Context, input: { isFlush?: boolean } = {}): Promise<number> {
  const isFlush = input.isFlush ?? false
  const due = isFlush ? await openRounds(ctx.db, CLOSED_AT_ONCE) : await dueRounds(ctx)
  // By campaign: rounds lock their campaign, and two sweeps must do so in the same order.
  due.sort((one, other) => (`${one.campaignId}${one.id}` < `${other.campaignId}${other.id}` ? -1 : 1))
  let closed = 0
  for (const round of due) {
    if ((await closeRound(ctx, { roundId: round.id, isFlush })) !== undefined) closed += 1
  }
  return closed
}

async function dueRounds(ctx: Context): Promise<RoundRow[]> {
  const due = await overdueRounds(ctx.db, ctx.now(), CLOSED_AT_ONCE)
  const known = new Set(due.map(round => round.id))
  for (const round of await openRounds(ctx.db, LOOKED_AT)) {
    if (due.length >= CLOSED_AT_ONCE) break
    if (known.has(round.id)) continue
    const seats = await seatsOf(ctx.db, round.id)
    if (isComplete(seats, await readSitting(ctx, round, seats), ctx.now())) due.push(round)
  }
  return due
}
