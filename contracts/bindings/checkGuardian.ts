import { formatEther } from 'viem'
import type { Address } from '../../core/ids.ts'
import { settlementAbi } from './abi.ts'
import { chainFault } from './chainFault.ts'
import { rpcClient } from './viemChain.ts'

/** A veto at 5,000 gwei, what mainnet has seen at its worst: it comes when everybody wants a place in a block. */
const ENOUGH = 30_000n * 5_000n * 10n ** 9n

/** Whether this key can do a guardian's work. `delay` in seconds; warnings are sentences without their full stop. */
export async function checkGuardian(
  rpcUrl: string,
  settlement: Address,
  guardian: Address,
): Promise<{ delay: number; warnings: string[] }> {
  const client = rpcClient(rpcUrl)
  const at = { address: settlement, abi: settlementAbi } as const
  try {
    const [[named], [, delay], coins] = await Promise.all([
      client.readContract({ ...at, functionName: 'roles' }),
      client.readContract({ ...at, functionName: 'config' }),
      client.getBalance({ address: guardian }),
    ])
    const warnings: string[] = []
    if (named.toLowerCase() !== guardian.toLowerCase()) {
      warnings.push(`the contract's guardian is ${named}; this key (${guardian}) can look and report, and veto nothing`)
    }
    if (coins < ENOUGH) {
      warnings.push(
        `the guardian has ${formatEther(coins)} coins for fees; ${formatEther(ENOUGH)} would pay a veto on the worst of days`,
      )
    }
    return { delay, warnings }
  } catch (error) {
    throw chainFault(error, rpcUrl)
  }
}
