// The one adapter of the `Chain` port: JSON-RPC through viem. Every method throws `Fault`, never a viem error.
import {
  BlockNotFoundError,
  createPublicClient,
  encodeFunctionData,
  http,
  type LocalAccount,
  type PublicClient,
  parseAbi,
} from 'viem'
import { amount } from '../../core/amount.ts'
import type { Address } from '../../core/ids.ts'
import type { BlockRef, Chain, ChainState, Signer } from '../../core/outbox/chain.ts'
import { Fault } from '../../core/refusals.ts'
import { settlementAbi } from './abi.ts'
import { broadcast } from './broadcast.ts'
import { contractCall } from './chainCalls.ts'
import { chainEvents } from './chainEvents.ts'
import { chainFault } from './chainFault.ts'
import { checkedBlock, checkedCoins, checkedCount, checkedLogs, checkedReceipt, isHashText } from './checkedReads.ts'
import type { Deployment } from './deployment.ts'
import { logRanges } from './logRanges.ts'
import { revertOf } from './revertOf.ts'
import { sentTransactions } from './sentTransactions.ts'
import { raise, sign } from './signing.ts'

/** A node that has not answered by then is taken to be down for now. */
const timeout_ms = 10_000
/** `activeAt` of a vetoed generation. */
const vetoed = 2n ** 40n - 1n

/** Keys by signer; a signer without a key cannot sign (`Fault`, never). */
export type ChainAccounts = Partial<Record<Signer, LocalAccount>>

type OpenChain = {
  rpcUrl: string
  deployment: Deployment
  accounts?: ChainAccounts
  confirmations?: number
  /** How long a node may take for one answer, in ms. */
  patience_ms?: number
}

/** A client that caches nothing: a cached block number has misled readers by four seconds. */
export function rpcClient(rpcUrl: string, patience_ms = timeout_ms): PublicClient {
  return createPublicClient({ transport: http(rpcUrl, { timeout: patience_ms, retryCount: 1 }), cacheTime: 0 })
}

/**
 * Opens the port; talks to nobody before the first call. `confirmations`: 0 on a local chain (31337), else 12 unless told.
 */
export function openChain({ rpcUrl, deployment, accounts = {}, confirmations, patience_ms }: OpenChain): Chain {
  const client = rpcClient(rpcUrl, patience_ms)
  const ranges = logRanges()
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw chainFault(error, rpcUrl)
    }
  }
  const account = (signer: Signer): LocalAccount => {
    const found = accounts[signer]
    if (found === undefined) throw new Fault(`no key is configured for the ${signer}`, { retry: 'never' })
    return found
  }
  return {
    chainId: deployment.chainId,
    settlement: deployment.settlement,
    token: deployment.token,
    deployedAtBlock: BigInt(deployment.block),
    confirmations: confirmations ?? (deployment.chainId === 31337 ? 0 : 12),
    address: signer => account(signer).address.toLowerCase() as Address,
    sign: (call, nonce) => guard(() => sign({ client, deployment }, account(call.signer), call, nonce)),
    raise: (signer, raw, isForced) => guard(() => raise({ client, deployment }, account(signer), raw, isForced)),
    coins: signer => guard(() => checkedCoins(client, account(signer).address)),
    broadcast: raw => guard(() => broadcast(client, raw)),
    transactionCount: signer => guard(() => checkedCount(client, account(signer).address)),
    encode: call => {
      const contract = contractCall(call, deployment)
      return { to: contract.address, data: encodeFunctionData(contract) }
    },
    sent: (signer, nonces) =>
      guard(() => sentTransactions(client, deployment, account(signer).address.toLowerCase() as Address, nonces)),
    receipt: hash => guard(() => checkedReceipt(client, deployment, hash)),
    revertOf: hash => guard(() => revertOf(client, hash)),
    latest: () => guard(() => checkedBlock(client, deployment, 'latest')),
    finalized: () =>
      guard(async (): Promise<BlockRef> => {
        const { number, hash } = await checkedBlock(client, deployment, 'finalized')
        return { number, hash }
      }),
    blockHash: number =>
      guard(() =>
        orUndefined(BlockNotFoundError, async () => {
          const { hash } = await client.getBlock({ blockNumber: number })
          if (!isHashText(hash)) throw new Fault('the chain node answers with a block that is none', { retry: 'later' })
          return hash
        }),
      ),
    events: (from, to) =>
      guard(async () => {
        const logs = await ranges(from, to, (fromBlock, toBlock) =>
          checkedLogs(client, deployment, { fromBlock, toBlock }),
        )
        return chainEvents(logs, deployment)
      }),
    state: at => guard(() => state(client, deployment, at)),
    campaign: (id, at) =>
      guard(async () => {
        const campaign = await client.readContract({
          ...settlementAt(deployment),
          functionName: 'campaigns',
          args: [id],
          ...atBlock(at),
        })
        const { balance, reserved, expiry } = campaign
        return { balance: amount(balance), reserved: amount(reserved), expiry: BigInt(expiry) }
      }),
    claimedBy: (who, at) =>
      guard(async () => {
        const call = { ...settlementAt(deployment), functionName: 'claimed', args: [who], ...atBlock(at) } as const
        return amount(await client.readContract(call))
      }),
    tokenBalance: who =>
      guard(async () => {
        const abi = parseAbi(['function balanceOf(address) view returns (uint256)'])
        const call = { address: deployment.token.address, abi, functionName: 'balanceOf', args: [who] } as const
        return amount(await client.readContract(call))
      }),
  }
}

async function state(client: PublicClient, deployment: Deployment, at?: bigint): Promise<ChainState> {
  const block = await client.getBlock(at === undefined ? { blockTag: 'latest' } : { blockNumber: at })
  const read = { ...settlementAt(deployment), blockNumber: block.number } as const
  const [[published, claimed, epoch], head, held, even, odd] = await Promise.all([
    client.readContract({ ...read, functionName: 'totals' }),
    client.readContract({ ...read, functionName: 'head' }),
    client.readContract({ ...read, functionName: 'held' }),
    client.readContract({ ...read, functionName: 'ring', args: [0n] }),
    client.readContract({ ...read, functionName: 'ring', args: [1n] }),
  ])
  const activeAt = BigInt((epoch % 2 === 0 ? even : odd)[1])
  return {
    block: { number: block.number, hash: block.hash },
    epoch,
    head,
    published: amount(published),
    claimed: amount(claimed),
    held: amount(held),
    activeAt: epoch === 0 || activeAt === vetoed ? undefined : activeAt,
  }
}

async function orUndefined<T>(absent: new (...args: never[]) => Error, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof absent) return undefined
    throw error
  }
}

function settlementAt(deployment: Deployment) {
  return { address: deployment.settlement, abi: settlementAbi } as const
}

function atBlock(at: bigint | undefined) {
  return at === undefined ? {} : { blockNumber: at }
}
