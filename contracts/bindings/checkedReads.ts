// What a node says, held against itself before it is believed: a receipt against its block and its logs, a log against its receipt,
// a block against the chain that was asked for. A node that lies in one answer is found out here. One that lies the same lie in all of
// them is not: then the contract's own figures differ from the ledger, and `checkBooks` says so.
import {
  BlockNotFoundError,
  type Log,
  type PublicClient,
  parseAbi,
  type TransactionReceipt,
  TransactionReceiptNotFoundError,
} from 'viem'
import type { Hash } from '../../core/ids.ts'
import type { BlockRef, Receipt } from '../../core/outbox/chain.ts'
import { Fault } from '../../core/refusals.ts'
import type { Deployment } from './deployment.ts'

export type MinedLog = Log<bigint, number, false>

const transferEvent = parseAbi(['event Transfer(address indexed from, address indexed to, uint256 value)'])[0]
/** Receipts that are asked for side by side. */
const AT_ONCE = 8

/** To be tried later: another node behind the same address, or the same one a moment on, may answer rightly. */
function doubt(what: string): Fault {
  return new Fault(`the chain node contradicts itself: ${what}`, { retry: 'later' })
}

export function isHashText(value: unknown): value is Hash {
  return typeof value === 'string' && /^0x[0-9a-f]{64}$/.test(value)
}

/** A block by tag, with everything that we go by in it. Throws `Fault` (later) where the node serves another chain. */
export async function checkedBlock(
  client: PublicClient,
  deployment: Deployment,
  blockTag: 'latest' | 'finalized',
): Promise<BlockRef & { timestamp: bigint }> {
  const [block, chainId] = await Promise.all([client.getBlock({ blockTag }), client.getChainId()])
  // Behind one address there may be many nodes. Read as ours, a foreign chain would look as if all our blocks had vanished.
  if (chainId !== deployment.chainId) {
    throw new Fault(`the node answers for chain ${chainId} where chain ${deployment.chainId} was asked for`, {
      retry: 'later',
    })
  }
  const { number, hash, timestamp } = block
  if (typeof number !== 'bigint' || !isHashText(hash) || typeof timestamp !== 'bigint') {
    throw doubt(`its ${blockTag} block is none`)
  }
  return { number, hash, timestamp }
}

export async function checkedCount(client: PublicClient, address: Hash): Promise<number> {
  const count = await client.getTransactionCount({ address, blockTag: 'latest' })
  if (!Number.isSafeInteger(count) || count < 0) throw doubt('a count of transactions is no number')
  return count
}

export async function checkedCoins(client: PublicClient, address: Hash): Promise<bigint> {
  const coins = await client.getBalance({ address, blockTag: 'latest' })
  if (typeof coins !== 'bigint' || coins < 0n) throw doubt('a balance is no number')
  return coins
}

/** The receipt of this very transaction, from a block that is on the chain and holds it, agreeing with the logs of that block. */
export async function checkedReceipt(
  client: PublicClient,
  deployment: Deployment,
  hash: Hash,
): Promise<Receipt | undefined> {
  const receipt = await receiptOf(client, hash)
  if (receipt === undefined) return undefined
  const { status, blockHash, blockNumber } = receipt
  if (status !== 'success' && status !== 'reverted') throw doubt('a receipt says neither success nor revert')
  await expectInBlock(client, { hash: blockHash, number: blockNumber }, [hash])
  const logs = await client.getLogs({ address: [deployment.settlement, deployment.token.address], blockHash })
  // Each of our calls leaves a log of contract or token, and a reverted one cannot.
  const hasLog = logs.some(log => log.transactionHash === hash)
  if (hasLog !== (status === 'success')) throw doubt(`a receipt says ${status}, the logs of its block the opposite`)
  const { gasUsed, effectiveGasPrice } = receipt
  if (typeof gasUsed !== 'bigint' || typeof effectiveGasPrice !== 'bigint') throw doubt('a receipt without its cost')
  return { status, block: { number: blockNumber, hash: blockHash }, cost: gasUsed * effectiveGasPrice }
}

/** Logs of contract and token in a range, each found again in the receipt of its transaction and its block found on the chain. */
export async function checkedLogs(
  client: PublicClient,
  deployment: Deployment,
  range: { fromBlock: bigint; toBlock: bigint },
): Promise<MinedLog[]> {
  const [ours, transfers] = await Promise.all([
    client.getLogs({ address: deployment.settlement, ...range }),
    client.getLogs({
      address: deployment.token.address,
      event: transferEvent,
      args: { from: deployment.settlement },
      ...range,
    }),
  ])
  const logs: MinedLog[] = [...ours, ...transfers]
  const byBlock = Map.groupBy(logs, log => log.blockNumber)
  for (const [number, inBlock] of byBlock) {
    const hash = inBlock[0]?.blockHash as Hash
    if (inBlock.some(log => log.blockHash !== hash)) {
      throw new Fault('the chain was reorganised while its events were read', { retry: 'later' })
    }
    await expectInBlock(
      client,
      { number, hash },
      inBlock.map(log => log.transactionHash),
    )
  }
  const byTransaction = [...Map.groupBy(logs, log => log.transactionHash)]
  for (let from = 0; from < byTransaction.length; from += AT_ONCE) {
    const some = byTransaction.slice(from, from + AT_ONCE)
    await Promise.all(some.map(([hash, found]) => expectInReceipt(client, hash, found)))
  }
  return logs
}

async function expectInBlock(client: PublicClient, block: BlockRef, transactions: Hash[]): Promise<void> {
  if (typeof block.number !== 'bigint') throw doubt('it names a block without a number')
  const found = await client.getBlock({ blockNumber: block.number }).catch((error: unknown) => {
    if (error instanceof BlockNotFoundError) throw doubt(`it has no block ${block.number}`)
    throw error
  })
  if (found.hash !== block.hash) throw doubt(`block ${block.number} has another hash than it said before`)
  const held = new Set(found.transactions)
  if (!transactions.every(hash => held.has(hash))) throw doubt(`block ${block.number} lacks what it is said to hold`)
}

async function expectInReceipt(client: PublicClient, hash: Hash, logs: MinedLog[]): Promise<void> {
  const receipt = await receiptOf(client, hash)
  const told = new Set((receipt?.logs ?? []).map(contentOf))
  if (!logs.every(log => told.has(contentOf(log)))) throw doubt('a log is not in the receipt of its transaction')
}

async function receiptOf(client: PublicClient, hash: Hash): Promise<TransactionReceipt | undefined> {
  try {
    const receipt = await client.getTransactionReceipt({ hash })
    if (receipt.transactionHash !== hash) throw doubt('it answers with the receipt of another transaction')
    return receipt
  } catch (error) {
    if (error instanceof TransactionReceiptNotFoundError) return undefined
    throw error
  }
}

/** A log apart from what nodes spell differently. */
function contentOf({ address, topics, data, logIndex, blockHash }: MinedLog): string {
  return [blockHash, logIndex, address.toLowerCase(), ...topics, data].join(' ')
}
