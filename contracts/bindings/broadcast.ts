import { keccak256, type PublicClient, TransactionNotFoundError } from 'viem'
import type { Hash } from '../../core/ids.ts'
import { Fault } from '../../core/refusals.ts'

/**
 * Whatever the node complains of (already known, nonce too low): a transaction that it has is a transaction sent. `isTakenFine`: the caller
 * looks for itself whether the nonce went to another version of the same transaction.
 */
export async function broadcast(client: PublicClient, raw: Hash, { isTakenFine = false } = {}): Promise<void> {
  try {
    await client.sendRawTransaction({ serializedTransaction: raw })
  } catch (error) {
    const hash = keccak256(raw)
    const known = await client.getTransaction({ hash }).catch((absent: unknown) => {
      if (absent instanceof TransactionNotFoundError) return undefined
      throw absent
    })
    if (known?.hash === hash) return
    if (error instanceof Error && /nonce (is )?too low/i.test(error.message)) {
      if (isTakenFine) return
      throw new Fault('another transaction has taken this nonce', { retry: 'never' })
    }
    throw error
  }
}
