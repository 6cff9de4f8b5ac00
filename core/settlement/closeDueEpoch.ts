import type { Context } from '../context.ts'
import { closeEpoch } from './closeEpoch.ts'
import { nextPayday } from './nextPayday.ts'

/** Closes the epoch when payday has come. Answers 1 when it closed one; waits while the epoch before is not final. */
export async function closeDueEpoch(ctx: Context): Promise<number> {
  if ((await nextPayday(ctx)) > ctx.now()) return 0
  const closed = await closeEpoch(ctx, { isFlush: false })
  return closed.ok && closed.value !== null ? 1 : 0
}
