// What a guardian sends. Each call is offered for more until it is in a block: a veto that comes too late is none.
import { setTimeout as sleep } from 'node:timers/promises'
import { decodeFunctionData, encodeFunctionData, keccak256, type LocalAccount } from 'viem'
import type { Address, Hash } from '../../core/ids.ts'
import type { Header } from '../../core/outbox/chain.ts'
import { Fault } from '../../core/refusals.ts'
import { settlementAbi } from './abi.ts'
import { broadcast } from './broadcast.ts'
import { chainFault } from './chainFault.ts'
import { checkedGas, feesNow, raisedFees } from './fees.ts'
import { rpcClient } from './viemChain.ts'

type Sending = {
  rpcUrl: string
  settlement: Address
  account: LocalAccount
  /** How long one version may stay out of a block before more is offered, and how often; ms. */
  raise_ms?: number
  offers?: number
}

export type Sent = { hash: Hash; status: 'success' | 'reverted' }

/** Throws `Fault`: `never` where the contract refuses (active already, vetoed already, another guardian), `later` else. */
export function sendVeto(sending: Sending, epoch: number): Promise<Sent> {
  return sendCall(sending, encodeFunctionData({ abi: settlementAbi, functionName: 'veto', args: [BigInt(epoch)] }))
}

/** Gives every debit of a vetoed epoch back. Anybody may; the arguments are those of its `settle`. */
export function sendUnwind(
  sending: Sending,
  header: Header,
  ids: readonly Hash[],
  words: readonly bigint[],
): Promise<Sent> {
  const plain = { ...header, epoch: BigInt(header.epoch) }
  return sendCall(
    sending,
    encodeFunctionData({ abi: settlementAbi, functionName: 'unwind', args: [plain, ids, words] }),
  )
}

async function sendCall(sending: Sending, data: Hash): Promise<Sent> {
  const { rpcUrl, settlement, account, raise_ms = 30_000, offers = 10 } = sending
  const client = rpcClient(rpcUrl)
  const call = { account: account.address, to: settlement, data }
  try {
    const chainId = await client.getChainId()
    // The decoder of reverts knows a call only by its ABI, so it is simulated by name.
    await client.simulateContract({
      address: settlement,
      abi: settlementAbi,
      account: account.address,
      ...decoded(data),
    })
    const nonce = await client.getTransactionCount({ address: account.address, blockTag: 'latest' })
    let fees = await feesNow(client)
    const gas = checkedGas(await client.estimateGas(call), fees)
    const sent: Hash[] = []
    for (let offer = 0; offer < offers; offer++) {
      const raw = await account.signTransaction({ type: 'eip1559', chainId, nonce, to: settlement, data, gas, ...fees })
      sent.push(keccak256(raw))
      await broadcast(client, raw, { isTakenFine: true }).catch((error: unknown) => {
        // Another version of ours is there already and dearer; the next one overtakes it.
        if (chainFault(error, rpcUrl).about !== 'fee') throw error
      })
      for (const until = Date.now() + raise_ms; Date.now() < until; ) {
        for (const hash of sent) {
          const receipt = await client.getTransactionReceipt({ hash }).catch(() => undefined)
          if (receipt !== undefined) return { hash, status: receipt.status }
        }
        await sleep(Math.min(500, raise_ms / 5))
      }
      fees = raisedFees(fees, await feesNow(client))
    }
    throw new Fault('no block has taken the transaction yet; it is offered again', { retry: 'later' })
  } catch (error) {
    throw chainFault(error, rpcUrl)
  }
}

function decoded(data: Hash) {
  return decodeFunctionData({ abi: settlementAbi, data }) as { functionName: 'veto'; args: readonly [bigint] }
}
