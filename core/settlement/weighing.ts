// From evidence of rows to the reliability of people, per skill: current rows, the record before them, the check questions. Pure.
import type { ContributorId } from '../ids.ts'
import type { RewardParameters } from '../money/parameters.ts'
import {
  hasEnoughEvidence,
  NO_SCORE,
  pastScore,
  type Reliability,
  reliabilityOf,
  type Score,
  sumScores,
} from '../money/reliability.ts'
import { assert } from '../refusals.ts'
import { type Clock, isHeldLongEnough } from './readiness.ts'

/** A row that may settle now. Without `score` it is paid by a rule that needs no evidence, and counts in nobody's reliability. */
export type Candidate = {
  id: string
  contributorId: ContributorId
  skill: string
  isGold: boolean
  sentAt: Date
  score?: Score | undefined
}

/** An earlier row of somebody, newest first. */
export type PastRow = Score & { isGold: boolean; settledAt: Date }

export type Weighed = Reliability & {
  contributorId: ContributorId
  skill: string
  goldRows: number
  /** Ids of the candidates that settle; a newcomer's others wait for more evidence. */
  settling: Set<string>
}

export const personKey = (contributorId: ContributorId, skill: string) => `${contributorId} ${skill}`

/** One entry a person and skill, by `personKey`. */
export function weigh(
  candidates: readonly Candidate[],
  past: ReadonlyMap<string, readonly PastRow[]>,
  clock: Clock,
  parameters: RewardParameters,
): Map<string, Weighed> {
  const groups = Map.groupBy(candidates, row => personKey(row.contributorId, row.skill))
  return new Map(
    [...groups].map(([key, rows]) => [key, weighPerson(rows, past.get(key) ?? [], clock, parameters)] as const),
  )
}

function weighPerson(
  rows: readonly Candidate[],
  past: readonly PastRow[],
  clock: Clock,
  parameters: RewardParameters,
): Weighed {
  const window = windowOf(past, clock, parameters)
  const before = sumScores(window)
  const isKnown = hasEnoughEvidence(scoreOfAll(rows), before, parameters)
  const settling = rows.filter(row => row.score === undefined || isKnown || isHeldLongEnough(row.sentAt, clock))
  const goldNow = settling.filter(row => row.isGold && row.score !== undefined)
  const goldBefore = window.filter(row => row.isGold)
  const gold = sumScores([scoreOfAll(goldNow), sumScores(goldBefore)])
  const reliability = reliabilityOf({ current: scoreOfAll(settling), past: before, gold }, parameters)
  const { contributorId, skill } = rows[0] as Candidate
  const goldRows = goldNow.length + goldBefore.length
  return { ...reliability, contributorId, skill, goldRows, settling: new Set(settling.map(row => row.id)) }
}

function scoreOfAll(rows: readonly Candidate[]): Score {
  return sumScores(rows.map(row => row.score ?? NO_SCORE))
}

/** The rows that `pastScore` sums, since the check questions among them are needed apart. */
function windowOf(past: readonly PastRow[], clock: Clock, parameters: RewardParameters): PastRow[] {
  const cutOffAt = Math.floor(clock.cutOffAt.getTime() / 1000)
  const timed = past.map(row => ({ ...row, at: Math.floor(row.settledAt.getTime() / 1000) }))
  const window: PastRow[] = []
  let weight = 0
  for (const row of timed) {
    if (weight >= parameters.pastWeight || row.at < cutOffAt - parameters.pastSeconds) break
    window.push(row)
    weight += row.n
  }
  const sum = pastScore(
    timed.map(row => ({ s: row.s, n: row.n, settledAt: row.at })),
    cutOffAt,
    parameters,
  )
  assert(sum.n === weight && sum.s === sumScores(window).s, 'the record of somebody was summed in two ways')
  return window
}
