import type { Context } from '../context.ts'
import { findEpoch } from './epochStore.ts'
import { takeBackEpoch } from './takeBackEpoch.ts'

/** The chain gave a vetoed epoch's money back to its campaigns; the ledger does the same. */
export async function unwindEpoch(ctx: Context, input: { epoch: number; key: string }): Promise<void> {
  const row = await findEpoch(ctx.db, input.epoch)
  if (row === undefined || row.settledAt === null) {
    ctx.log.error({ epoch: input.epoch }, 'the chain unwound an epoch that is not settled here')
    return
  }
  await takeBackEpoch(ctx, row, input.key)
}
