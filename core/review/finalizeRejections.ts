import type { Context } from '../context.ts'
import { lockPurses } from '../money/store.ts'
import { settleRejection } from './decide.ts'
import { finalRejections } from './decisionStore.ts'
import { after } from './round.ts'

const AT_ONCE = 200

/**
 * Returns the money of rejected answers to their campaigns once nobody can ask for a second look any more. Those with a
 * second look under way wait for it. `isFlush` treats every window as over. Answers how many became final.
 */
export async function finalizeRejections(ctx: Context, input: { isFlush?: boolean } = {}): Promise<number> {
  const window = input.isFlush ? 0 : ctx.settings.parameters.appealWindowSeconds
  const rows = await finalRejections(ctx.db, after(ctx.now(), -window), AT_ONCE)
  await lockPurses(
    ctx.db,
    rows.map(row => row.submission.campaignId),
  )
  let final = 0
  for (const row of rows) {
    if (await settleRejection(ctx, row)) final += 1
  }
  return final
}
