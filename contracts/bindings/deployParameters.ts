// What a deployment is told: roles, times, bounds; and what is wrong with them, before anything costs money.
import { z } from 'zod'
import type { Address } from '../../core/ids.ts'

const hour = 3_600
const day = 24 * hour

/** Times in seconds unless named days; `maxIncrease` in whole tokens an epoch. */
export type DeployParameters = {
  /** An ERC-20 that exists already, or the name and symbol of a PRL to deploy (its whole supply goes to `treasury`). */
  token: Address | { name: string; symbol: string }
  treasury: Address
  publisher: Address
  guardian: Address
  /** Who may propose to the timelock, and cancel; anybody may execute what is ripe. */
  proposers: Address[]
} & DeployTimes

const uint32 = z
  .int()
  .min(0)
  .max(2 ** 32 - 1)

/** Bounds are those of the contract's constructor. */
export const deployTimesSchema = z.strictObject({
  timelockDelay: uint32,
  activationDelay: uint32,
  minActivationDelay: uint32,
  maxActivationDelay: uint32.max(14 * day),
  maxIncrease: uint32.min(1),
  noticeDays: z.int().min(7).max(30),
  graceDays: z.int().min(14).max(90),
})

export type DeployTimes = z.output<typeof deployTimesSchema>

/** Bounds and defaults for a chain with real money. */
export const liveTimes: DeployTimes = {
  timelockDelay: 2 * day,
  activationDelay: 48 * hour,
  minActivationDelay: 6 * hour,
  maxActivationDelay: 14 * day,
  maxIncrease: 1_000_000,
  noticeDays: 14,
  graceDays: 30,
}

/** A generation is claimable at once: on a chain of one's own there is nobody to object. */
export const localTimes: DeployTimes = { ...liveTimes, timelockDelay: 0, activationDelay: 0, minActivationDelay: 0 }

/** One sentence for each thing that the contract would refuse, or that nobody can mean. */
export function parameterFaults(parameters: DeployParameters): string[] {
  const { token, treasury, publisher, guardian, proposers, ...times } = parameters
  const faults: string[] = []
  const parsed = deployTimesSchema.safeParse(times)
  for (const issue of parsed.error?.issues ?? []) faults.push(`${issue.path.join('.')}: ${issue.message}`)
  const named = { treasury, publisher, guardian, ...(typeof token === 'string' ? { token } : {}) }
  for (const [role, address] of [...Object.entries(named), ...proposers.map(one => ['proposer', one] as const)]) {
    if (!/^0x[0-9a-fA-F]{40}$/.test(address)) faults.push(`${role}: expected 0x and 40 hex digits`)
    else if (BigInt(address) === 0n) faults.push(`${role}: the zero address is nobody`)
  }
  if (publisher.toLowerCase() === guardian.toLowerCase()) {
    faults.push('guardian: the publisher cannot be the guardian too, or nobody would ever veto')
  }
  if (proposers.length === 0) faults.push('proposers: without one nothing can ever be changed, no stolen key replaced')
  const { activationDelay, minActivationDelay, maxActivationDelay } = times
  if (minActivationDelay > activationDelay || activationDelay > maxActivationDelay) {
    faults.push('activationDelay: expected between minActivationDelay and maxActivationDelay')
  }
  return faults
}
