// The shape of a round: how large a panel is, how long it gathers, how many planted answers go in, what it may cost. Pure.
import { panelCost } from '../money/fee.ts'

/** More answers than this make a sitting that people do not finish. */
export const ANSWERS_PER_ROUND = 8
/** One planted answer for nine real ones: 10 %. Without them somebody who always says yes looks like a good reviewer. */
const ANSWERS_PER_PLANT = 9
/** Fewer independent people than this decide nothing. */
export const SMALLEST_PANEL = 3
/** A round with fewer answers than it could hold waits so long for more, and never over a 24th of the review term. */
const GATHER_SECONDS = 3600
/** An answer enters a round only with this part of its term left, or people would have no time to judge it. */
const LEAST_TERM_SHARE = 4
/** When everybody has voted, a round closes so long after the last vote: the last one may change it, too. */
export const QUIET_SECONDS = 300
/** So long after an answer, "undo" is over even where no further answer was sent. */
export const UNDO_SECONDS = 600

/** Votes that decide: a majority of the whole panel, so that people who stayed away could not have turned the verdict. */
export function quorumOf(panel: number): number {
  return Math.floor(panel / 2) + 1
}

/** The panel (odd) behind a stored quorum: what `quorumOf` was made from. */
export function panelOf(quorum: number): number {
  return 2 * quorum - 1
}

/** People drawn beyond the panel, since some will not come. A ballot takes no more votes than the panel has seats. */
export function sparesOf(panel: number): number {
  return quorumOf(panel)
}

/** 3 -> 7 -> 15 -> 31. */
export function largerPanel(panel: number): number {
  return 2 * panel + 1
}

/** The panel that can be seated: as wanted, else the largest odd number of people there are; undefined below three. */
export function panelFrom(wanted: number, available: number): number | undefined {
  const fitting = Math.min(wanted, available)
  const odd = fitting % 2 === 0 ? fitting - 1 : fitting
  return odd < SMALLEST_PANEL ? undefined : odd
}

/** Planted answers to add now, so that they are at least 10 % of everything the campaign put before people so far. */
export function plantsWanted(soFar: { answers: number; plants: number }, answers: number): number {
  return Math.max(0, Math.ceil((soFar.answers + answers) / ANSWERS_PER_PLANT) - soFar.plants)
}

/**
 * How many of the waiting answers go into a round, and how many planted ones with them. Every ballot may cost a full
 * panel's votes and the fee on them; `free` is what no open round and no unpaid vote has a claim on. One planted answer may
 * be owed where money is short, so that a campaign's first answers are judged at all; more than one may not.
 */
export function planRound(
  waiting: number,
  money: { free: bigint; panel: number; votePrice: bigint; feeBps: number },
  soFar: { answers: number; plants: number },
): { answers: number; plants: number } {
  const covers = (ballots: number) => panelCost(money.panel * ballots, money.votePrice, money.feeBps) <= money.free
  for (let answers = Math.min(waiting, ANSWERS_PER_ROUND); answers > 0; answers--) {
    const wanted = plantsWanted(soFar, answers)
    if (covers(answers + wanted)) return { answers, plants: wanted }
    if (wanted > 0 && covers(answers + wanted - 1)) return { answers, plants: wanted - 1 }
  }
  return { answers: 0, plants: 0 }
}

/** Full, or its oldest answer has waited long enough. */
export function isRipe(waiting: { submittedAt: Date }[], termSeconds: number, now: Date): boolean {
  if (waiting.length >= ANSWERS_PER_ROUND) return true
  const gather = Math.min(GATHER_SECONDS, termSeconds / 24) * 1000
  return waiting.some(answer => answer.submittedAt.getTime() + gather <= now.getTime())
}

/** Answers to be decided before this moment are left to themselves: too late for a round. */
export function latestStart(termSeconds: number, now: Date): Date {
  return new Date(now.getTime() + (termSeconds * 1000) / LEAST_TERM_SHARE)
}

/** No round outlives the promise made to the authors: "if nobody decides by then, it is paid". */
export function closingTime(answers: { reviewBy: Date }[], termSeconds: number, now: Date): Date {
  return new Date(Math.min(now.getTime() + termSeconds * 1000, ...answers.map(answer => answer.reviewBy.getTime())))
}

export function after(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000)
}
