// `perle simulate --scenario`: every case of a scenario over several seeds, in memory; figures with intervals, and what was promised of them.
import { type Interval, intervalOf } from './interval.ts'
import { type Played, playCase, type SortFigures } from './memory/playCase.ts'
import type { Scenario, Size } from './scenarios/scenario.ts'

export type SortIntervals = {
  people: number
  answers: Interval
  /** In prices, as everything here: pay by answers sent, of everything by person, and what the one who earned most has. */
  payPerAnswer: Interval
  payPerIdentity: Interval
  mostPerIdentity: Interval
  /** Pay by votes cast, of those who judge and do not answer; in prices of a vote. */
  payPerVote: Interval
  accuracy: Interval
  pauses: Interval
}

export type CaseFigures = {
  name: string
  people: number
  answersEach: number
  answers: Interval
  accuracy: Interval
  evidencePerPerson: Interval
  uninformativeShare: { paid: Interval; flatMajority: Interval; equalSplit: Interval }
  stops: Interval
  bySort: Record<string, SortIntervals>
  gate: Gate
  /** What each seed came to; sums in base units. */
  seeds: ({ seed: number } & Played)[]
}

/** Undefined where the crowd has nobody of the sort that is asked about. */
export type Gate = {
  /** People have given 8 units of evidence on average: from there on the promises below hold. */
  hasEvidence: boolean
  /** Uninformative people earn under 5 % of the pool. */
  isShareHeld: boolean
  /** Pay of a spammer's answer, in shares of a careful one's: at most a tenth. */
  spammerToCareful: Interval | undefined
  isRatioHeld: boolean | undefined
  /** A spam identity earns at most three prices in its life. */
  isLifetimeHeld: boolean | undefined
}

export type ScenarioFigures = { scenario: string; seeds: number; cases: CaseFigures[] }

/** Seeds 1, 2, 3 ...: the same ones give the same figures. */
export function runScenario(
  scenario: Scenario,
  options: Size & { seeds: number; tell: (sentence: string) => void },
): ScenarioFigures {
  const { seeds, tell } = options
  const cases = scenario.cases(options).map(one => {
    const played = Array.from({ length: seeds }, (_, index) => ({ seed: index + 1, ...playCase(one, index + 1) }))
    tell(`${one.name}: ${played.reduce((sum, run) => sum + run.answers, 0)} answers.`)
    const { name, people, answersEach } = one
    return { name, people, answersEach, ...figuresOver(played) }
  })
  return { scenario: scenario.name, seeds, cases }
}

function figuresOver(seeds: CaseFigures['seeds']): Omit<CaseFigures, 'name' | 'people' | 'answersEach'> {
  const over = (figure: (run: Played) => number) => intervalOf(seeds.map(figure))
  const sorts = Object.keys(seeds[0]?.bySort ?? {})
  const bySort = Object.fromEntries(sorts.map(sort => [sort, sortOver(seeds.flatMap(run => run.bySort[sort] ?? []))]))
  const uninformativeShare = {
    paid: over(run => run.uninformativeShare.paid),
    flatMajority: over(run => run.uninformativeShare.flatMajority),
    equalSplit: over(run => run.uninformativeShare.equalSplit),
  }
  const evidencePerPerson = over(run => run.evidencePerPerson)
  return {
    answers: over(run => run.answers),
    accuracy: over(run => run.accuracy),
    evidencePerPerson,
    uninformativeShare,
    stops: over(run => run.stops),
    bySort,
    gate: gateOf(seeds, evidencePerPerson, uninformativeShare.paid, bySort['spammer']),
    seeds,
  }
}

function sortOver(runs: readonly SortFigures[]): SortIntervals {
  const over = (figure: (run: SortFigures) => number) => intervalOf(runs.map(figure))
  return {
    people: runs[0]?.people ?? 0,
    answers: over(run => run.answers),
    payPerAnswer: over(run => prices(run.payPerAnswer)),
    payPerIdentity: over(run => prices(run.payPerIdentity)),
    mostPerIdentity: over(run => prices(run.mostPerIdentity)),
    payPerVote: over(run => 10 * prices(run.payPerVote)),
    accuracy: over(run => run.accuracy),
    pauses: over(run => run.pauses),
  }
}

const ENOUGH_EVIDENCE = 8
const MOST_SHARE = 0.05
const MOST_RATIO = 0.1
const MOST_LIFETIME = 3

/** Held where the interval lies on the right side, not only its middle. */
function gateOf(seeds: readonly Played[], evidence: Interval, paid: Interval, spam?: SortIntervals): Gate {
  const ratios = seeds.flatMap(({ bySort: { careful, spammer } }) =>
    careful === undefined || spammer === undefined || careful.payPerAnswer === '0'
      ? []
      : [prices(spammer.payPerAnswer) / prices(careful.payPerAnswer)],
  )
  const spammerToCareful = ratios.length === 0 ? undefined : intervalOf(ratios)
  return {
    hasEvidence: evidence.mean >= ENOUGH_EVIDENCE,
    isShareHeld: paid.high < MOST_SHARE,
    spammerToCareful,
    isRatioHeld: spammerToCareful && spammerToCareful.high <= MOST_RATIO,
    isLifetimeHeld: spam && spam.payPerIdentity.high <= MOST_LIFETIME,
  }
}

/** A price is one token, a vote's a tenth of it. */
function prices(sum: string): number {
  return Number(BigInt(sum) / 10n ** 12n) / 1e6
}
