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

/**
 * A row that may settle now, or that counts already though its pay must wait. Without `score` it is paid by a rule that needs no evidence, and
 * counts in nobody's reliability.
 */
export type Candidate = {
  id: string
  contributorId: ContributorId
  skill: string
  isGold: boolean
  sentAt: Date
  score?: Score | undefined
  /** Nothing but its author's evidence stands in the way of its settling. */
  isReady: boolean
  /** Since when it counts, settled or not; undefined for a row that counts when it settles. */
  countsFrom: Date | undefined
}

/** An earlier row of somebody, newest first. */
export type PastRow = Score & { isGold: boolean; settledAt: Date }

export type Weighed = Reliability & {
  contributorId: ContributorId
  skill: string
  goldRows: number
  /** Ids of the candidates that settle; a newcomer's others wait for more evidence. */
  settling: Set<string>
  /** Ids of the candidates that are current evidence at this cut-off, settling or not. No row is that at two cut-offs. */
  counted: Set<string>
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
  const { fresh, earlier } = splitCounted(rows, past)
  const window = windowOf([...earlier, ...past].sort(newestFirst), clock, parameters)
  const before = sumScores(window)
  const isKnown = hasEnoughEvidence(scoreOfAll(fresh), before, parameters)
  const settling = rows.filter(
    row => row.isReady && (row.score === undefined || isKnown || isHeldLongEnough(row.sentAt, clock)),
  )
  const settled = new Set(settling.map(row => row.id))
  const current = fresh.filter(row => row.countsFrom !== undefined || settled.has(row.id))
  const goldNow = current.filter(row => row.isGold && row.score !== undefined)
  const goldBefore = window.filter(row => row.isGold)
  const gold = sumScores([scoreOfAll(goldNow), sumScores(goldBefore)])
  const reliability = reliabilityOf({ current: scoreOfAll(current), past: before, gold }, parameters)
  const { contributorId, skill } = rows[0] as Candidate
  const goldRows = goldNow.length + goldBefore.length
  return {
    ...reliability,
    contributorId,
    skill,
    goldRows,
    settling: settled,
    counted: new Set(current.map(row => row.id)),
  }
}

/**
 * A row that counts before it settles is current once: at the first cut-off at which anything of its author settles. Every settled row names
 * its cut-off, so the record itself tells which cut-off that was, and from then on the row belongs to the record, settled or not.
 */
function splitCounted(
  rows: readonly Candidate[],
  past: readonly PastRow[],
): { fresh: Candidate[]; earlier: PastRow[] } {
  const cutOffs = [...new Set(past.map(row => row.settledAt.getTime()))].sort((one, other) => one - other)
  const fresh: Candidate[] = []
  const earlier: PastRow[] = []
  for (const row of rows) {
    const from = row.countsFrom?.getTime()
    const at = from === undefined ? undefined : cutOffs.find(cutOff => cutOff >= from)
    if (at === undefined) fresh.push(row)
    else if (row.score !== undefined) earlier.push({ ...row.score, isGold: row.isGold, settledAt: new Date(at) })
  }
  return { fresh, earlier }
}

/** Stable: rows of one cut-off stay in their order. */
const newestFirst = (one: PastRow, other: PastRow) => other.settledAt.getTime() - one.settledAt.getTime()

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
