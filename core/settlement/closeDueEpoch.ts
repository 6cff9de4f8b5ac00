import type { Context } from '../context.ts'
import { closeEpoch } from './closeEpoch.ts'
import { nextPayday } from './nextPayday.ts'

/** Closes an epoch when its day has come; while the one before is on its way to the chain it stays due. Answers 1 when it closed. */
export async function closeDueEpoch(ctx: Context): Promise<number> {
  if (ctx.now() < (await nextPayday(ctx))) return 0
  const closed = await closeEpoch(ctx, { isFlush: false })
  return closed.ok && closed.value !== null ? 1 : 0
}
