// The number: how often somebody's answers in a skill were right, and how sure that is. Pure.
import { toPpm } from '../quality/index.ts'
import { betaQuantile } from './beta.ts'

export type RecordedAnswer = { truthPpm: number; isGold: boolean; basis: string; settledAt: Date }

export type ReputationFigures = {
  meanPpm: number
  /** Bounds of the 90 % interval; the level stands on the lower one, so that few lucky answers are no record. */
  lowPpm: number
  highPpm: number
  checked: number
  goldRight: number
  goldAsked: number
  agreed: number
}

/** Half the weight after half a year: what somebody did long ago says less of today, and good answers bring the number back. */
const HALF_LIFE_SECONDS = 180 * 86_400
/** Of somebody unknown everything is equally likely: Beta(1, 1). */
const PRIOR = 1
/** From here on a row counts as right where only right or wrong is shown. */
const HALF = 500_000

/** Answers that nobody checked (accepted by time) say nothing and count nowhere. */
export function reputationOf(rows: readonly RecordedAnswer[], at: Date): ReputationFigures {
  const checked = rows.filter(row => row.basis !== 'auto')
  let right = PRIOR
  let wrong = PRIOR
  for (const row of checked) {
    const age = Math.max(0, at.getTime() - row.settledAt.getTime()) / 1000
    const weight = 0.5 ** (age / HALF_LIFE_SECONDS)
    right += (weight * row.truthPpm) / 1_000_000
    wrong += weight * (1 - row.truthPpm / 1_000_000)
  }
  const gold = checked.filter(row => row.isGold)
  const isRight = (row: RecordedAnswer) => row.truthPpm >= HALF
  return {
    meanPpm: toPpm(right / (right + wrong)),
    lowPpm: toPpm(betaQuantile(0.05, right, wrong)),
    highPpm: toPpm(betaQuantile(0.95, right, wrong)),
    checked: checked.length,
    goldRight: gold.filter(isRight).length,
    goldAsked: gold.length,
    agreed: checked.filter(isRight).length,
  }
}
