// What a check of an epoch asks of the chain, over any RPC address: no account, no database.
import type { EpochChain, Header } from '@perle/core/proof'
import { type AbiEvent, decodeFunctionData, type Hex } from 'viem'
import type { Address, Hash } from '../../core/ids.ts'
import { settlementAbi } from './abi.ts'
import { chainFault } from './chainFault.ts'
import { logRanges, WIDEST } from './logRanges.ts'
import { rpcClient } from './viemChain.ts'

/** The newest epoch and where it stands. `now` is the chain's own time, unix seconds; `activeAt` undefined after a veto. */
export type Pending = { epoch: number; now: bigint; activeAt: bigint | undefined }

export type SettlementReader = EpochChain & {
  settlement: Address
  newest(): Promise<Pending>
  /** Arguments of the `settle` that an epoch stands on, for `unwind`. */
  settleArguments(epoch: number): Promise<{ ids: readonly Hash[]; words: readonly bigint[] } | undefined>
}

/** `activeAt` of a vetoed generation. */
const vetoed = 2n ** 40n - 1n

const events = Object.fromEntries(
  settlementAbi.filter(entry => entry.type === 'event').map(entry => [entry.name, entry]),
) as Record<string, AbiEvent>

/** `fromBlock`: where the contract was deployed, so that what is not there is not looked for before it. */
export function openSettlementReader(rpcUrl: string, settlement: Address, fromBlock = 0n): SettlementReader {
  const client = rpcClient(rpcUrl)
  const ranges = logRanges()
  const terms = new Map<Hash, Hash>()
  const at = { address: settlement, abi: settlementAbi } as const
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw chainFault(error, rpcUrl)
    }
  }
  /** Backwards, since what is asked for is recent, until `isEnough`. */
  const backwards = async <T>(ask: (from: bigint, to: bigint) => Promise<T[]>, isEnough: (found: T[]) => boolean) => {
    const found: T[] = []
    for (let to = await client.getBlockNumber(); to >= fromBlock; to -= WIDEST) {
      const from = to - WIDEST + 1n > fromBlock ? to - WIDEST + 1n : fromBlock
      found.unshift(...(await ranges(from, to, ask)))
      if (isEnough(found)) break
    }
    return found
  }
  const settledEvent = async (epoch: number) => {
    const named = [events['Settled'], events['Unwound']] as AbiEvent[]
    const logs = await backwards(
      async (fromBlock, toBlock) => {
        const some = await client.getLogs({ address: settlement, events: named, fromBlock, toBlock })
        return some.filter(log => Number((log.args as { epoch?: bigint }).epoch) === epoch)
      },
      found => found.length > 0,
    )
    const last = logs.at(-1)
    return last?.eventName === 'Settled' ? last : undefined
  }
  return {
    settlement,
    chainId: () => guard(() => client.getChainId()),
    token: () => guard(() => client.readContract({ ...at, functionName: 'token' })),
    claimed: account => guard(() => client.readContract({ ...at, functionName: 'claimed', args: [account] })),
    newest: () =>
      guard(async () => {
        const { timestamp, number } = await client.getBlock({ blockTag: 'latest' })
        const read = { ...at, blockNumber: number }
        const [, , epoch] = await client.readContract({ ...read, functionName: 'totals' })
        const [, activeAt] = await client.readContract({ ...read, functionName: 'ring', args: [BigInt(epoch % 2)] })
        return { epoch, now: timestamp, activeAt: BigInt(activeAt) === vetoed ? undefined : BigInt(activeAt) }
      }),
    settled: epoch =>
      guard(async () => {
        const log = await settledEvent(epoch)
        if (log === undefined) return undefined
        const { header } = log.args as { header: Omit<Header, 'epoch'> & { epoch: bigint } }
        return { ...header, epoch: Number(header.epoch) }
      }),
    termsOf: ids =>
      guard(async () => {
        const wanted = ids.filter(id => !terms.has(id))
        const event = events['Opened'] as AbiEvent
        const logs =
          wanted.length === 0
            ? []
            : await backwards(
                (fromBlock, toBlock) =>
                  client.getLogs({ address: settlement, event, args: { id: wanted }, fromBlock, toBlock }),
                found => found.length >= wanted.length,
              )
        for (const log of logs) {
          const { id, manifestHash } = log.args as { id: Hash; manifestHash: Hash }
          // An id opens once, for ever, so this never changes.
          terms.set(id, manifestHash)
        }
        return new Map(ids.flatMap(id => (terms.has(id) ? [[id, terms.get(id) as Hash]] : [])))
      }),
    settleArguments: epoch =>
      guard(async () => {
        const log = await settledEvent(epoch)
        if (log === undefined) return undefined
        const { input } = await client.getTransaction({ hash: log.transactionHash })
        return settleArgumentsIn(input)
      }),
  }
}

/** Undefined where the publisher settled through another contract (a multi-signature account). */
function settleArgumentsIn(input: Hex): { ids: readonly Hash[]; words: readonly bigint[] } | undefined {
  try {
    const { functionName, args } = decodeFunctionData({ abi: settlementAbi, data: input })
    return functionName === 'settle' ? { ids: args[1], words: args[2] } : undefined
  } catch {
    return undefined
  }
}
