// Which epoch may close, and the terms that its manifest states. Pure.
import type { ChainPlace } from '../context.ts'
import type { PlatformParameters } from '../money/platformParameters.ts'
import type { EpochRow } from './epochStore.ts'

/**
 * Number of the next epoch to close; undefined while the newest one is not settled for good. A vetoed number closes again once the chain
 * has unwound it.
 */
export function nextEpoch(newest: EpochRow | undefined): number | undefined {
  if (newest === undefined) return 1
  if (newest.state === 'vetoed') return newest.settledAt === null ? newest.epoch : undefined
  return newest.finalizedAt === null ? undefined : newest.epoch + 1
}

/** A cut-off is later than the one before in whole seconds, as the manifest says it, also where the clock was set back. */
export function cutOffAfter(newest: Pick<EpochRow, 'cutOffAt'> | undefined, now: Date): Date {
  return newest === undefined ? now : new Date(Math.max(now.getTime(), newest.cutOffAt.getTime() + 1000))
}

/** Names the effect of settling an epoch, once. */
export const settlePurpose = (epoch: number) => `settle:${epoch}`

/** Every value used, by name; nested ones with a dot. Whole numbers stay numbers, base units become text. */
export function statedParameters(parameters: PlatformParameters): Record<string, number | string> {
  const stated: Record<string, number | string> = {}
  for (const [name, value] of Object.entries(parameters)) {
    if (typeof value === 'object') {
      for (const [inner, entry] of Object.entries(value)) stated[`${name}.${inner}`] = entry as number
    } else stated[name] = typeof value === 'bigint' ? value.toString() : value
  }
  return stated
}

export function placeFacts(chain: ChainPlace) {
  return {
    chainId: chain.chainId,
    contract: chain.settlement,
    token: chain.token,
    /** PRL and every token this platform is deployed for. */
    decimals: 18,
    treasuryAddress: chain.treasury,
  }
}
