import type { Context } from '../context.ts'
import type { ChainCall } from './chain.ts'
import { findTransaction, updateTransaction, wantTransaction } from './chainStore.ts'
import { readChainText } from './chainText.ts'

/** Wants a failed transaction again, after a person looked at why. The failed one stays, under another name. False where none failed. */
export async function retryTransaction(ctx: Context, input: { purpose: string }): Promise<boolean> {
  const failed = await findTransaction(ctx.db, input.purpose)
  if (failed?.state !== 'failed') return false
  await updateTransaction(ctx.db, failed.id, { purpose: `${failed.purpose}:failed:${failed.id}` })
  return wantTransaction(ctx, { purpose: input.purpose, call: readChainText<ChainCall>(failed.call) })
}
