// How far somebody's answers can be relied on: chance-corrected scores against what a perfect answer would have gained, with older work
// as the prior (Correlated Agreement: Shnayder et al., EC'16). Scores and evidence are in ppm of one perfect answer; sums are exact.

import type { RewardParameters } from './parameters.ts'
import { lowerMedian } from './price.ts'

const PPM = 1_000_000
const ONE = 1_000_000n

/** Evidence of one row, ppm: weight of the answer given, what it would have got elsewhere, what a perfect answer would have gained. */
export type Evidence = { t: number; e: number; n: number }

/** Score and evidence of one row or of a sum of rows. */
export type Score = { s: number; n: number }

export const NO_SCORE: Score = { s: 0, n: 0 }

/** s = (t - e) / kref, truncated toward zero, so that campaigns of different difficulty add up. */
export function scoreOf(evidence: Evidence, kref: number): Score {
  return { s: Math.trunc(((evidence.t - evidence.e) * PPM) / kref), n: evidence.n }
}

export function sumScores(scores: Iterable<Score>): Score {
  const sum = { s: 0, n: 0 }
  for (const score of scores) {
    sum.s += score.s
    sum.n += score.n
  }
  return sum
}

/** What counts of earlier settled rows: newest first until the evidence weighs `pastWeight`, none older than `pastSeconds`. Times in unix seconds. */
export function pastScore(
  rows: readonly (Score & { settledAt: number })[],
  cutOffAt: number,
  parameters: Pick<RewardParameters, 'pastWeight' | 'pastSeconds'>,
): Score {
  const sum = { s: 0, n: 0 }
  for (const row of [...rows].sort((a, b) => b.settledAt - a.settledAt)) {
    if (sum.n >= parameters.pastWeight || row.settledAt < cutOffAt - parameters.pastSeconds) break
    sum.s += row.s
    sum.n += row.n
  }
  return sum
}

type PriorParameters = Pick<RewardParameters, 'm0' | 'k0'>
type Ramp = Pick<RewardParameters, 'low' | 'high'>

/** What is expected of a person before this epoch's rows, 0..1e6. */
export function priorOf(past: Score, { m0, k0 }: PriorParameters): number {
  return Math.min(PPM, weighted(past, m0, k0))
}

/** kappa: 1e6 is what the pilot calls normal; above it is possible. */
export function kappaOf(current: Score, prior: number, { m0 }: Pick<PriorParameters, 'm0'>): number {
  return weighted(current, m0, prior)
}

/** F of a kappa: 0 up to `low`, 1e6 from `high` on. */
export function rampOf(kappa: number, { low, high }: Ramp): number {
  return Math.min(PPM, Math.max(0, Math.floor(((kappa - low) * PPM) / (high - low))))
}

/** The gold gate, over gold rows of both windows; its prior is in the person's favour. */
export function goldFactorOf(gold: Score, parameters: Ramp & Pick<RewardParameters, 'goldPrior'>): number {
  return rampOf(weighted(gold, parameters.goldPrior, PPM), parameters)
}

/** max(0, (s * 1e6 + weight * value) / (n + weight)); in bigint, since s * 1e6 passes 2^53 after some thousand rows. */
function weighted(score: Score, weight: number, value: number): number {
  const sum = BigInt(score.s) * ONE + BigInt(weight) * BigInt(value)
  return sum <= 0n ? 0 : Number(sum / BigInt(score.n + weight))
}

export type Reliability = {
  prior: number
  kappa: number
  /** F before the gold gate. */
  ungated: number
  /** FG; 0 pauses the skill, with a path back. */
  goldFactor: number
  /** F: what the reward uses, 0..1e6. */
  factor: number
}

/** `current`: rows of the skill that settle at this cut-off, gold included. `gold`: gold rows among current and past. */
export function reliabilityOf(
  scores: { current: Score; past: Score; gold: Score },
  parameters: RewardParameters,
): Reliability {
  const prior = priorOf(scores.past, parameters)
  const kappa = kappaOf(scores.current, prior, parameters)
  const ungated = rampOf(kappa, parameters)
  const goldFactor = goldFactorOf(scores.gold, parameters)
  return { prior, kappa, ungated, goldFactor, factor: Math.min(ungated, goldFactor) }
}

/** Newcomer rule: rows of somebody with less evidence than this wait (at most until maxHold). */
export function hasEnoughEvidence(
  current: Score,
  past: Score,
  parameters: Pick<RewardParameters, 'newcomerEvidence'>,
): boolean {
  return current.n + past.n >= parameters.newcomerEvidence
}

/**
 * The breaker, on the first fit of a campaign, before people who fail gold are left out: where consensus and gold tell different stories about
 * too many people, a ring may own the consensus, and nothing of the campaign settles (14 days at most; nobody is rejected by it).
 */
export function breakerOf(
  people: readonly { goldRows: number; ungated: number; goldFactor: number }[],
  parameters: Pick<RewardParameters, 'breakerGoldRows' | 'breakerDistance' | 'breakerShare'>,
): { people: number; apart: number; share: number; isTripped: boolean } {
  const known = people.filter(person => person.goldRows >= parameters.breakerGoldRows)
  const apart = known.filter(person => Math.abs(person.ungated - person.goldFactor) > parameters.breakerDistance).length
  const share = known.length === 0 ? 0 : Math.floor((apart * PPM) / known.length)
  return { people: known.length, apart, share, isTripped: share > parameters.breakerShare }
}

/** kref of a campaign, fixed at its opening: the median over pilot people who pass gold of sum(t - e) / sum(n), in bounds; 600,000 without a pilot. */
export function krefOf(pilot: readonly { gain: number; n: number }[]): number {
  const ratios = pilot.filter(person => person.n > 0).map(person => Math.floor((person.gain * PPM) / person.n))
  const median = lowerMedian(ratios)
  return median === undefined ? 600_000 : Math.min(800_000, Math.max(200_000, median))
}
