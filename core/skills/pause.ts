// When missed check questions close a skill for a while. Pure.
import type { RewardParameters } from '../money/parameters.ts'
import { goldFactorOf, type Score, sumScores } from '../money/reliability.ts'

/** A day, so that the guide is read before the test is sat again. */
export const PAUSE_SECONDS = 24 * 3600

/**
 * Fewer check questions than this pause nobody. The prior of the gate weighs as much as two of them, so two misses alone bring its factor to
 * nothing; but somebody who is right four times in five misses the first two once in 25, and the first three once in 125. It is also from
 * three on that the breaker takes anybody's check questions for a sign.
 */
export const LEAST_CHECKS = 3

/** Missed check questions that the person is shown with their answer; each of them can check nobody any more. */
const SHOWN_CHECKS = 2

/** Half right counts as right where only right or missed is said. */
const HALF_PPM = 500_000

/** A settled answer to a check question. */
export type CheckedAnswer = Score & { truthPpm: number }

export function isMissed(answer: Pick<CheckedAnswer, 'truthPpm'>): boolean {
  return answer.truthPpm < HALF_PPM
}

/** Whether these answers alone, without anything older, leave no reliability. */
export function isPauseDue(
  answers: readonly CheckedAnswer[],
  parameters: Pick<RewardParameters, 'low' | 'high' | 'goldPrior'>,
): boolean {
  return answers.length >= LEAST_CHECKS && goldFactorOf(sumScores(answers), parameters) === 0
}

/** Since when a pause of this end holds. */
export function pausedSince(until: Date): Date {
  return new Date(until.getTime() - PAUSE_SECONDS * 1000)
}

export function pausedUntil(since: Date): Date {
  return new Date(since.getTime() + PAUSE_SECONDS * 1000)
}

/**
 * The missed questions that the person may see: those retired for somebody else first, since they cost nothing more, then those whose answer
 * is still there.
 */
export function chooseShown<Row extends { truthPpm: number; item: { state: string }; submission: { answer: unknown } }>(
  rows: readonly Row[],
): Row[] {
  const rank = (row: Row) => (row.item.state === 'retired' ? 0 : 2) + (row.submission.answer === null ? 1 : 0)
  return rows
    .filter(row => isMissed(row))
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, SHOWN_CHECKS)
}
