import type { Context } from '../context.ts'
import { blockOfTx } from './chainEventStore.ts'
import { unfinalizedEpochs, updateEpoch } from './epochStore.ts'

/** Notes which settled epochs lie in blocks that can no longer vanish (`block` and below). Answers their numbers. */
export async function finalizeEpochs(ctx: Context, input: { block: number }): Promise<number[]> {
  const final: number[] = []
  for (const row of await unfinalizedEpochs(ctx.db)) {
    const block = row.tx === null ? undefined : await blockOfTx(ctx.db, row.tx, 'settled')
    if (block === undefined || block > input.block) continue
    await updateEpoch(ctx.db, row.epoch, { finalizedAt: ctx.now() })
    final.push(row.epoch)
  }
  return final
}
