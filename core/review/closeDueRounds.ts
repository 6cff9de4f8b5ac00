import { lockCampaign, lockItems } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import { eachApart } from '../inbox/eachApart.ts'
import { lockPurses } from '../money/store.ts'
import { closeRound } from './closeRound.ts'
import { lockSubmissions } from './decisionStore.ts'
import { readSitting } from './readSitting.ts'
import { isComplete } from './sitting.ts'
import { ballotsOf, lockRound, openRounds, overdueRounds, type RoundBallot, type RoundRow, seatsOf } from './store.ts'

/** One run closes so many rounds, and looks at so many open ones for those where everybody is done. */
const CLOSED_AT_ONCE = 20
const LOOKED_AT = 60

/** Closes rounds whose time is over or where everybody drawn has voted; all of them with `isFlush`. Answers how many. */
export async function closeDueRounds(ctx: Context, input: { isFlush?: boolean } = {}): Promise<number> {
  const isFlush = input.isFlush ?? false
  const due = isFlush ? await openRounds(ctx.db, CLOSED_AT_ONCE) : await dueRounds(ctx)
  // By campaign: rounds lock their campaign, and two sweeps must do so in the same order.
  due.sort((one, other) => (`${one.campaignId}${one.id}` < `${other.campaignId}${other.id}` ? -1 : 1))
  await lockAll(ctx, due)
  return eachApart(
    ctx,
    due,
    round => `round ${round.id}`,
    async (inner, round) => ((await closeRound(inner, { roundId: round.id, isFlush })) === undefined ? 0 : 1),
  )
}

/** All that closing several rounds in one turn waits for, in the order in which everybody does: round by round it would be any order. */
async function lockAll(ctx: Context, due: readonly RoundRow[]): Promise<void> {
  const campaignIds = [...new Set(due.map(round => round.campaignId))]
  for (const id of campaignIds) await lockCampaign(ctx.db, id)
  const asked: RoundBallot[] = []
  for (const round of due) asked.push(...(await ballotsOf(ctx.db, round.id)))
  await lockItems(
    ctx.db,
    asked.map(row => row.ballot.itemId),
  )
  for (const round of due) await lockRound(ctx.db, round.id)
  await lockSubmissions(
    ctx.db,
    asked.flatMap(row => row.ballot.submissionId ?? []),
  )
  await lockPurses(ctx.db, campaignIds)
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
