// Our own transactions, found again on the chain by who sent them: what a database that is older than its chain has to learn.
import {
  keccak256,
  type PublicClient,
  serializeTransaction,
  type Transaction,
  type TransactionSerializable,
  type TransactionSerialized,
} from 'viem'
import type { Address, Hash } from '../../core/ids.ts'
import type { SentTransaction } from '../../core/outbox/chain.ts'
import { Fault } from '../../core/refusals.ts'
import { checkedReceipt } from './checkedReads.ts'
import type { Deployment } from './deployment.ts'

/** Blocks that are asked for side by side. */
const AT_ONCE = 8

/**
 * Those of `account` with a nonce in [from, to), in order of nonce. Goes down from the newest block to the deployment, since the missing
 * ones are the newest. Throws `Fault` (later) where the node does not show all of them since.
 */
export async function sentTransactions(
  client: PublicClient,
  deployment: Deployment,
  account: Address,
  nonces: { from: number; to: number },
): Promise<SentTransaction[]> {
  const found = new Map<number, SentTransaction>()
  const wanted = nonces.to - nonces.from
  const newest = await client.getBlock({ blockTag: 'latest' })
  for (let top = newest.number; found.size < wanted && top >= BigInt(deployment.block); top -= BigInt(AT_ONCE)) {
    const numbers = Array.from({ length: AT_ONCE }, (_, below) => top - BigInt(below)).filter(number => number >= 0n)
    const blocks = await Promise.all(
      numbers.map(blockNumber => client.getBlock({ blockNumber, includeTransactions: true })),
    )
    for (const transaction of blocks.flatMap(block => block.transactions)) {
      const { from, nonce } = transaction
      if (from.toLowerCase() !== account || nonce < nonces.from || nonce >= nonces.to) continue
      found.set(nonce, await readSent(client, deployment, transaction))
    }
  }
  const sorted = [...found.values()].sort((one, other) => one.nonce - other.nonce)
  // Older ones than the deployment are none of ours: the account was used before. A hole, or a missing newest one, is the node's.
  if (sorted.some((one, place) => one.nonce !== nonces.to - sorted.length + place)) {
    throw new Fault(`the node shows ${found.size} of ${wanted} transactions that it counts for ${account}`, {
      retry: 'later',
    })
  }
  return sorted
}

async function readSent(
  client: PublicClient,
  deployment: Deployment,
  transaction: Transaction,
): Promise<SentTransaction> {
  const { hash, nonce, to, input } = transaction
  const receipt = await client.getTransactionReceipt({ hash })
  // Those to our contracts are held against their logs like all that we send; of others only where they stand matters.
  const isOurs = to !== null && [deployment.settlement, deployment.token.address].includes(to.toLowerCase() as Address)
  const checked = isOurs ? await checkedReceipt(client, deployment, hash) : undefined
  const block = checked?.block ?? { number: receipt.blockNumber, hash: receipt.blockHash }
  const status = checked?.status ?? receipt.status
  const target = (to?.toLowerCase() ?? null) as Address | null
  return { nonce, hash, raw: rawOf(transaction), to: target, data: input, status, block }
}

/** As it was signed, so that it can be sent again should its block vanish; undefined for kinds that we never sign. */
function rawOf(transaction: Transaction): Hash | undefined {
  if (transaction.type !== 'eip1559') return undefined
  const { chainId, nonce, to, value, input, gas, maxFeePerGas, maxPriorityFeePerGas, accessList } = transaction
  const fields = { chainId, nonce, to, value, data: input, gas, maxFeePerGas, maxPriorityFeePerGas, accessList }
  const { r, s, yParity } = transaction
  const plain = { type: 'eip1559', ...fields } as TransactionSerializable
  const raw: TransactionSerialized = serializeTransaction(plain, { r, s, yParity: yParity ?? 0 })
  return keccak256(raw) === transaction.hash ? raw : undefined
}
