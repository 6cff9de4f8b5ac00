import { describe, expect, it } from 'vitest'
import {
  confidenceOf,
  decideStop,
  evidenceOf,
  evidenceShares,
  fitLabels,
  impliedPairs,
  meanEvidence,
  pairProblem,
  type RankingRow,
  toPpm,
} from '../../core/quality/index.ts'
import { aCrowd, labelInput } from './crowd.ts'

const crowd = aCrowd({
  items: 400,
  classes: 3,
  people: [...Array(5).fill({ accuracy: 0.85 }), { accuracy: 1 / 3 }, { always: 1 }],
  seed: 21,
})
const fit = fitLabels(crowd.input)
const evidence = evidenceOf(crowd.input, fit)

/** Sum of t - e over sum of n, for one person: 1 is a perfect answerer, 0 says nothing. */
function gainOf(contributor: number): number {
  let [gain, n] = [0, 0]
  crowd.input.contributorIndex.forEach((w, k) => {
    if (w !== contributor) return
    gain += (evidence.t[k] as number) - (evidence.e[k] as number)
    n += evidence.n[k] as number
  })
  return gain / n
}

describe('evidence of labels', () => {
  it('pays knowledge and neither guessing nor one constant answer', () => {
    for (const w of [0, 1, 2, 3, 4]) expect(gainOf(w)).toBeGreaterThan(0.6)
    expect(Math.abs(gainOf(5))).toBeLessThan(0.12)
    expect(Math.abs(gainOf(6))).toBeLessThan(0.12)
  })

  it('is ppm, with e the mean posterior of the class and n one minus the sum of its squares', () => {
    const mean = [0, 1, 2].map(c => fit.posterior.filter((_, x) => x % 3 === c).reduce((sum, p) => sum + p, 0) / 400)
    const k = crowd.input.label.indexOf(2)
    expect(evidence.e[k]).toBe(toPpm(mean[2] as number))
    expect(evidence.n[k]).toBe(toPpm(1 - mean.reduce((sum, p) => sum + p * p, 0)))
    for (const column of [evidence.t, evidence.e, evidence.n]) {
      expect(column.every(value => value >= 0 && value <= 1_000_000)).toBe(true)
    }
  })

  it('takes gold above the posterior and a panel above gold', () => {
    const input = {
      ...labelInput(2, 2, 2, [
        [0, 0, 1],
        [0, 1, 1],
        [1, 0, 1],
        [1, 1, 1],
      ]),
      gold: Int32Array.of(0, -1),
    }
    const own = fitLabels(input)
    expect(evidenceOf(input, own).t[0]).toBe(0)
    const decided = Int32Array.of(1, -1, 0, -1)
    const { t } = evidenceOf(input, own, { decided })
    expect([t[0], t[1], t[2]]).toEqual([1_000_000, 0, 0])
    expect(t[3]).toBeGreaterThan(0)
  })

  it('gives part of the weight to an answer near the truth where the kind says so', () => {
    const rows = [0, 1, 2].flatMap(item =>
      [0, 1, 2, 3].map((w): [number, number, number] => [item, w, w === 3 ? 1 : 0]),
    )
    const input = labelInput(3, 4, 3, rows)
    const own = fitLabels(input)
    const near = Float64Array.of(1, 0.5, 0, 0.5, 1, 0.5, 0, 0.5, 1)
    expect(evidenceOf(input, own).t[3]).toBeLessThan(250_000)
    expect(evidenceOf(input, own, { agreement: near }).t[3]).toBeGreaterThan(400_000)
  })

  it('rounds once, half up', () => {
    expect([0, 0.0000005, 0.00000049, 1].map(toPpm)).toEqual([0, 1, 0, 1_000_000])
  })
})

describe('evidence of rankings', () => {
  it('comes from the pairs that a ranking implies, ties among them', () => {
    expect([...impliedPairs([1, 2, 2])]).toEqual([0, 0, 2])
    expect([...impliedPairs([3, 1, 2])]).toEqual([1, 1, 0])
  })

  it('is high for those who rank as others do, and about nothing for the reverse', () => {
    const orders = [
      [1, 2, 3],
      [2, 3, 1],
      [3, 1, 2],
      [1, 3, 2],
      [2, 1, 3],
      [3, 2, 1],
    ]
    const rankings = Array.from({ length: 30 }, (_, item) => orders[item % 6] as number[]).flatMap((order, item) =>
      [0, 1, 2, 3].map(
        (contributor): RankingRow => ({
          item,
          contributor,
          ranks: contributor === 3 ? order.map(rank => 4 - rank) : order,
        }),
      ),
    )
    const { rowOf, ...problem } = pairProblem(rankings, 3)
    const input = { ...problem, items: 90, contributors: 4 }
    const rows = meanEvidence(evidenceShares(input, fitLabels(input)), rowOf, rankings.length)
    expect(rows.t.length).toBe(120)
    expect(rows.t[0]).toBeGreaterThan(900_000)
    expect(rows.t[3]).toBeLessThan(100_000)
    expect(Math.abs((rows.e[0] as number) - 500_000)).toBeLessThan(50_000)
  })
})

describe('the live stop rule', () => {
  const vote = (label: number, accuracyPpm = 800_000) => ({ class: label, accuracyPpm })

  it('is one-coin with a flat prior', () => {
    expect(confidenceOf([vote(0), vote(0), vote(1)], 2)).toEqual({
      best: 0,
      confidencePpm: 800_000,
      posteriorPpm: [800_000, 200_000],
    })
    expect(confidenceOf([vote(2)], 3).confidencePpm).toBe(800_000)
    expect(confidenceOf([], 4)).toEqual({
      best: undefined,
      confidencePpm: 250_000,
      posteriorPpm: [250_000, 250_000, 250_000, 250_000],
    })
  })

  it('counts nobody as always right, so one vote never settles an item for ever', () => {
    expect(confidenceOf([vote(0, 1_000_000)], 2).confidencePpm).toBe(990_000)
    expect(() => confidenceOf([vote(2)], 2)).toThrow(RangeError)
  })

  it('asks until it is sure or at the cap, open tasks counted', () => {
    const terms = { classCount: 2, overlapMin: 2, overlapMax: 4, stopAtPpm: 900_000 }
    expect(decideStop([vote(0, 990_000)], 0, terms)).toBe('ask')
    expect(decideStop([vote(0), vote(0)], 0, terms)).toBe('sure')
    expect(decideStop([vote(0), vote(1)], 1, terms)).toBe('ask')
    expect(decideStop([vote(0), vote(1)], 2, terms)).toBe('capped')
  })
})
