// What a transaction offers for its place in a block (EIP-1559). Base units of the chain's own coin throughout.
import type { PublicClient } from 'viem'
import { Fault } from '../../core/refusals.ts'

export type Fees = { maxFeePerGas: bigint; maxPriorityFeePerGas: bigint }

/** Estimates are exact for the state of now; the state may have moved when the transaction is mined. */
const gasMarginPercent = 125n
/** More gas than a block has, or ten times the highest fee that mainnet has seen (5,000 gwei): the node is wrong, or greedy. */
const gas_max = 60_000_000n
const feePerGas_max = 5_000n * 10n ** 9n
/** Nodes take a replacement from a tenth above what it replaces (geth's pricebump); an eighth leaves no doubt. */
const bumpPercent = 1_125n

/** The newest base fee may double before what is signed now is too cheap. Throws `Fault` where the node's figures are absurd. */
export async function feesNow(client: PublicClient): Promise<Fees> {
  const [block, tip] = await Promise.all([
    client.getBlock({ blockTag: 'latest' }),
    client.estimateMaxPriorityFeePerGas(),
  ])
  if (block.baseFeePerGas === null) throw new Fault('the chain has no base fee (EIP-1559)', { retry: 'never' })
  return { maxFeePerGas: block.baseFeePerGas * 2n + tip, maxPriorityFeePerGas: tip }
}

/** Gas with room, once it and its fee are found to be of this world. */
export function checkedGas(gas: bigint, { maxFeePerGas }: Fees): bigint {
  if (gas > gas_max || maxFeePerGas > feePerGas_max) {
    throw new Fault(`the node asks an absurd fee (${gas} gas at ${maxFeePerGas} wei); nothing was signed`, {
      retry: 'later',
    })
  }
  return (gas * gasMarginPercent) / 100n
}

/** What has to be offered in place of `before`: as much as now, and at least an eighth more in both parts. */
export function raisedFees(before: Fees, now: Fees): Fees {
  const raised = (old: bigint, wanted: bigint) => {
    const least = (old * bumpPercent) / 1_000n + 1n
    return wanted > least ? wanted : least
  }
  const maxPriorityFeePerGas = raised(before.maxPriorityFeePerGas, now.maxPriorityFeePerGas)
  const maxFeePerGas = raised(before.maxFeePerGas, now.maxFeePerGas)
  return {
    maxFeePerGas: maxFeePerGas > maxPriorityFeePerGas ? maxFeePerGas : maxPriorityFeePerGas,
    maxPriorityFeePerGas,
  }
}
