// Crowds in memory: the same seed gives the same figures, and what is promised of pay holds over seeds, not for one.
import { describe, expect, it } from 'vitest'
import { playCase } from '../../bots/cli/simulate/memory/playCase.ts'
import { runScenario } from '../../bots/cli/simulate/runScenario.ts'
import { gate } from '../../bots/cli/simulate/scenarios/gate.ts'
import { SCENARIOS } from '../../bots/cli/simulate/scenarios/index.ts'
import { reviewers } from '../../bots/cli/simulate/scenarios/reviewers.ts'

const quiet = { tell: () => {} }

describe('a scenario', () => {
  it('gives the same figures for the same seeds, and others for others', () => {
    const [one] = gate.cases({ people: 40, answers: 400 })
    if (one === undefined) throw new Error('a scenario without a case')
    expect(playCase(one, 3)).toEqual(playCase(one, 3))
    expect(playCase(one, 3)).not.toEqual(playCase(one, 4))
  })

  it('has a crowd that is whole in each of its cases', () => {
    for (const { cases } of SCENARIOS) {
      for (const { crowd } of cases({})) {
        const workers = crowd.filter(share => !share.isReviewer)
        expect(workers.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
      }
    }
  })

  it('keeps what is promised where there is evidence enough, over five seeds', () => {
    const only = { ...gate, cases: (size: object) => gate.cases(size).filter(one => one.name.startsWith('K3')) }
    const [figures] = runScenario(only, { ...quiet, seeds: 5, people: 80, answers: 1600 }).cases
    expect(figures?.gate).toMatchObject({
      hasEvidence: true,
      isShareHeld: true,
      isRatioHeld: true,
      isLifetimeHeld: true,
    })
    // By the simpler rules, side by side, it would not be so.
    expect(figures?.uninformativeShare.flatMajority.low).toBeGreaterThan(0.05)
    expect(figures?.uninformativeShare.equalSplit.low).toBeGreaterThan(0.1)
  })

  it('pays reviewers who look, and hardly those who do not', () => {
    const [figures] = runScenario(reviewers, { ...quiet, seeds: 2, people: 100, answers: 2400 }).cases
    const pay = (sort: string) => figures?.bySort[sort]?.payPerVote.mean ?? Number.NaN
    // Four of ten judges beside them do not look, so an honest vote is often judged by a coin: .42 over five large crowds.
    expect(pay('honest')).toBeGreaterThan(0.3)
    for (const sort of ['alwaysYes', 'alwaysNo', 'coin']) expect(pay(sort)).toBeLessThan(0.25 * pay('honest'))
  })
})
