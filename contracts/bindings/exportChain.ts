// What a verifier asks of the chain, over any RPC address: no account, no deployment file, only the contract an export names.
import type { Header } from '@perle/core/proof'
import { decodeEventLog } from 'viem'
import type { Address, Hash } from '../../core/ids.ts'
import { settlementAbi } from './abi.ts'
import { chainFault } from './chainFault.ts'
import { logRanges, WIDEST } from './logRanges.ts'
import { rpcClient } from './viemChain.ts'

export type ExportChain = {
  chainId(): Promise<number>
  head(settlement: Address): Promise<Hash>
  /** Headers settled after this epoch and still standing, oldest first. Epochs that were unwound are left out. */
  headersAfter(settlement: Address, epoch: number): Promise<Header[]>
}

/** Blocks a step backwards. */
const WINDOW = WIDEST

type Log = Awaited<ReturnType<ReturnType<typeof rpcClient>['getLogs']>>[number]

export function openExportChain(rpcUrl: string): ExportChain {
  const client = rpcClient(rpcUrl)
  const ranges = logRanges()
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw chainFault(error, rpcUrl)
    }
  }
  return {
    chainId: () => guard(() => client.getChainId()),
    head: settlement =>
      guard(() => client.readContract({ address: settlement, abi: settlementAbi, functionName: 'head' })),
    headersAfter: (settlement, epoch) =>
      guard(async () => {
        const latest = await client.getBlockNumber()
        const logs: Log[] = []
        // Backwards, since what is asked for is recent: until the first settle after `epoch` has been seen.
        for (let to = latest; to >= 0n; to -= WINDOW) {
          const fromBlock = to >= WINDOW ? to - WINDOW + 1n : 0n
          const found = await ranges(fromBlock, to, (from, until) =>
            client.getLogs({ address: settlement, fromBlock: from, toBlock: until }),
          )
          logs.unshift(...found)
          if (standingHeaders(logs).some(header => header.epoch <= epoch + 1)) break
        }
        return standingHeaders(logs).filter(header => header.epoch > epoch)
      }),
  }
}

/** In the order in which the chain said them: an epoch that was unwound and settled again stands as it was settled last. */
function standingHeaders(logs: Log[]): Header[] {
  const standing = new Map<number, Header>()
  for (const log of logs) {
    const event = decodeEventLog({ abi: settlementAbi, data: log.data, topics: log.topics })
    if (event.eventName === 'Unwound') standing.delete(Number(event.args.epoch))
    if (event.eventName !== 'Settled') continue
    const epoch = Number(event.args.header.epoch)
    standing.set(epoch, { ...event.args.header, epoch })
  }
  return [...standing.values()].sort((one, other) => one.epoch - other.epoch)
}
