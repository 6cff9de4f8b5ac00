// Fees, and the small sums around an answer: what a panel costs, an appeal's bond, an exam's stipend. Base units, floors favour the requester.
import { feeOf } from '../proof/payFormula.ts'
import { ceilDivide } from './price.ts'

/** Fee of a campaign in an epoch and its split between commons and treasury; the same function that verifies a manifest. */
export { feeOf }

/** What a round of this many votes can cost at most, fee included. A round opens only when the review money covers it. */
export function panelCost(votes: number, votePrice: bigint, feeBps: number): bigint {
  return BigInt(votes) * ceilDivide(votePrice * BigInt(10_000 + feeBps), 10_000n)
}

/** Bond of an appeal beyond the free ones: a quarter of the panel, at most what the answer could have been paid. */
export function appealBond(cost: bigint, payReserve: bigint): bigint {
  const quarter = cost / 4n
  return quarter < payReserve ? quarter : payReserve
}

/** Paid once per person and skill for an exam, passed or failed. */
export function stipendOf(floorPerHour: bigint, examSeconds: number): bigint {
  return (floorPerHour * BigInt(examSeconds)) / 3600n
}

/** A stipend is due from half way between chance and the pass mark: the least number of right answers. */
export function stipendMark(items: number, choices: number, passMark: number): number {
  return Math.ceil((items / choices + passMark) / 2)
}
