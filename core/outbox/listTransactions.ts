import type { Context } from '../context.ts'
import type { Hash } from '../ids.ts'
import type { Signer } from './chain.ts'
import { type ChainTransaction, unfinished, versionsOf } from './chainStore.ts'
import { readChainText } from './chainText.ts'

/** `waitedSeconds`: since it was wanted, or since it was first signed. `cost`: wei that it may cost at most, null before it is signed. */
export type ListedTransaction = {
  purpose: string
  kind: string
  signer: Signer
  state: ChainTransaction['state']
  nonce: number | null
  hash: Hash | null
  /** How often it was offered for a higher fee. */
  raised: number
  waitedSeconds: number
  attempts: number
  cost: bigint | null
  /** What was said the last time, where it does not move. */
  failure: string | null
}

const GIVEN_UP_DAYS = 30

/** What is on its way to the chain, by signer and nonce, and what was given up in the past month. */
export async function listTransactions(ctx: Context): Promise<ListedTransaction[]> {
  const now = ctx.now().getTime()
  const rows = await unfinished(ctx.db, new Date(now - GIVEN_UP_DAYS * 86_400_000))
  return rows.map(row => ({
    purpose: row.purpose,
    kind: readChainText<{ kind: string }>(row.call).kind,
    signer: row.signer,
    state: row.state,
    nonce: row.nonce,
    hash: row.hash,
    raised: Math.max(0, versionsOf(row).length - 1),
    waitedSeconds: Math.max(0, Math.round((now - (row.signedAt ?? row.createdAt).getTime()) / 1000)),
    attempts: row.attempts,
    cost: row.cost,
    failure: row.failure,
  }))
}
