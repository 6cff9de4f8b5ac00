import type { Context } from '../context.ts'
import { settledEpochs, updateEpoch } from './epochStore.ts'

/**
 * Settled epochs whose delay is over become claimable. `at` is the chain's own time (of its newest block), since that is what the contract
 * compares with. Answers their numbers.
 */
export async function activateDueEpochs(ctx: Context, input: { at: Date }): Promise<number[]> {
  const due = (await settledEpochs(ctx.db)).filter(row => row.activeAt !== null && row.activeAt <= input.at)
  for (const row of due) await updateEpoch(ctx.db, row.epoch, { state: 'active' })
  return due.map(row => row.epoch)
}
