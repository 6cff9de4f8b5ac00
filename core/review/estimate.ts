// What an answer that is not settled yet may come to: "about". It binds nobody; the payday's own fit fixes the sum. Pure.
import { type Amount, amount } from '../amount.ts'
import type { RewardParameters } from '../money/parameters.ts'
import { NO_SCORE, pastScore, reliabilityOf, type Score } from '../money/reliability.ts'
import { answerQuality, autoQuality, payOf } from '../money/reward.ts'

const PPM = 1_000_000
/** What a balanced answer weighs as evidence: 3.9 units in six answers of the published test vector. Texts: by definition. */
const TYPICAL_NEED = { comparable: 650_000, uncompared: 500_000 }
/** Truth weight of an ordinary good answer, where neither votes nor the fit have said more. */
const TYPICAL_TRUTH = 850_000
/** Check questions answered rightly that everybody starts with, as at the gold gate: in the person's favour. */
const GOLD_HEAD_START = 2

export type TrackRecord = {
  /** The person's settled rows of the skill. */
  settled: readonly (Score & { settledAt: number })[]
  /** Answers of the skill that wait for a payday. */
  waiting: number
  goldRight: number
  goldAsked: number
}

/**
 * The reliability factor to expect, ppm. Settled rows are the prior, as in the reward itself. The waiting answers are
 * expected to score as the person's settled ones did; where these weigh too little, as an ordinary person's, times the share
 * of check questions answered rightly. Somebody new is counted with the evidence that their rows will have waited for.
 */
export function expectedFactor(
  record: TrackRecord,
  isComparable: boolean,
  now: Date,
  parameters: RewardParameters,
): number {
  const past = pastScore(record.settled, Math.floor(now.getTime() / 1000), parameters)
  const share = (record.goldRight + GOLD_HEAD_START) / (record.goldAsked + GOLD_HEAD_START)
  const relative = past.n >= parameters.newcomerEvidence ? Math.max(0, past.s / past.n) : share
  const need = isComparable ? TYPICAL_NEED.comparable : TYPICAL_NEED.uncompared
  const n = Math.max(record.waiting * need, parameters.newcomerEvidence - past.n)
  return reliabilityOf({ current: { s: Math.round(n * relative), n }, past, gold: NO_SCORE }, parameters).factor
}

export type Unsettled = {
  price: Amount
  mBps: number
  payReserve: Amount
  isComparable: boolean
  /** Votes of the deciding round, where people looked. */
  accepts: number
  rejects: number
  decidedBy: 'gold' | 'review' | 'auto' | 'appeal' | null
}

/** price * q * level, capped by what was set aside; q from the expected factor and the truth weight known so far. */
export function aboutPay(answer: Unsettled, factor: number, parameters: RewardParameters): Amount {
  const { price, mBps, payReserve, isComparable, accepts, rejects, decidedBy } = answer
  const q =
    !isComparable && decidedBy === 'auto'
      ? autoQuality(PPM, parameters)
      : answerQuality({ isAccepted: true, truth: truthOf(accepts, rejects, decidedBy), factor }, parameters)
  return amount(payOf({ peff: price, q, mBps, cap: payReserve }))
}

function truthOf(accepts: number, rejects: number, decidedBy: Unsettled['decidedBy']): number {
  if (decidedBy === 'gold' || decidedBy === 'appeal') return PPM
  if (accepts + rejects === 0) return TYPICAL_TRUTH
  return Math.round((accepts * PPM) / (accepts + rejects))
}
