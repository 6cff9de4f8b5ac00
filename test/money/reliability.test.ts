import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkRateBounds,
  checkRewardBounds,
  checkTimeBounds,
  RATE_DEFAULTS,
  REWARD_DEFAULTS,
} from '../../core/money/parameters.ts'
import {
  breakerOf,
  goldFactorOf,
  hasEnoughEvidence,
  kappaOf,
  krefOf,
  NO_SCORE,
  pastScore,
  priorOf,
  rampOf,
  reliabilityOf,
  scoreOf,
  sumScores,
} from '../../core/money/reliability.ts'

const parameters = REWARD_DEFAULTS
const ppm = fc.integer({ min: 0, max: 1_000_000 })
const score = fc.record({
  s: fc.integer({ min: -(10 ** 11), max: 10 ** 11 }),
  n: fc.integer({ min: 0, max: 10 ** 11 }),
})

describe('the score of a row', () => {
  it('is relative to the campaign and truncated toward zero', () => {
    expect(scoreOf({ t: 970_000, e: 333_333, n: 666_667 }, 600_000)).toEqual({ s: 1_061_111, n: 666_667 })
    expect(scoreOf({ t: 0, e: 500_000, n: 500_000 }, 600_000)).toEqual({ s: -833_333, n: 500_000 })
  })

  it('adds up exactly', () => {
    expect(
      sumScores([
        { s: 3, n: 4 },
        { s: -5, n: 6 },
      ]),
    ).toEqual({ s: -2, n: 10 })
    expect(sumScores([])).toEqual(NO_SCORE)
  })
})

describe('past work', () => {
  it('counts newest first until it weighs enough, and never beyond 90 days', () => {
    const day = 86_400
    const rows = [1, 2, 3, 91].map(age => ({ s: age, n: 20_000_000, settledAt: 1_000 * day - age * day }))
    expect(pastScore(rows, 1_000 * day, parameters)).toEqual({ s: 3, n: 40_000_000 })
    expect(pastScore(rows.slice(2), 1_000 * day, parameters)).toEqual({ s: 3, n: 20_000_000 })
  })

  it('is only the prior: it never lifts above normal', () => {
    expect(priorOf({ s: 90_000_000, n: 30_000_000 }, parameters)).toBe(1_000_000)
    expect(priorOf({ s: -90_000_000, n: 30_000_000 }, parameters)).toBe(0)
    expect(priorOf(NO_SCORE, parameters)).toBe(parameters.k0)
  })
})

describe('the reliability factor', () => {
  it('is nothing at the foot of the ramp and everything at its top', () => {
    expect([350_000, 350_001, 850_000, 2_000_000, 0].map(kappa => rampOf(kappa, parameters))).toEqual([
      0, 2, 1_000_000, 1_000_000, 0,
    ])
  })

  it('stays in bounds and rises with the score, with and without past work', () => {
    fc.assert(
      fc.property(score, score, score, fc.nat(1_000_000), (current, past, gold, more) => {
        const one = reliabilityOf({ current, past, gold }, parameters)
        const better = reliabilityOf({ current: { ...current, s: current.s + more }, past, gold }, parameters)
        for (const value of [one.factor, one.goldFactor, one.ungated, one.prior]) {
          expect(value >= 0 && value <= 1_000_000 && Number.isInteger(value)).toBe(true)
        }
        expect(better.factor).toBeGreaterThanOrEqual(one.factor)
        expect(one.factor).toBeLessThanOrEqual(one.goldFactor)
      }),
    )
  })

  it('is exact where sums pass 2^53', () => {
    const current = { s: 10 ** 11 + 1, n: 10 ** 11 }
    const exact = (BigInt(current.s) * 1_000_000n + 4_000_000n * 350_000n) / BigInt(current.n + 4_000_000)
    expect(kappaOf(current, 350_000, parameters)).toBe(Number(exact))
  })

  it('is capped by gold, whose prior is in the person’s favour', () => {
    expect(goldFactorOf(NO_SCORE, parameters)).toBe(1_000_000)
    const failing = { s: -3_000_000, n: 2_000_000 }
    expect(goldFactorOf(failing, parameters)).toBe(0)
    const good = { s: 20_000_000, n: 20_000_000 }
    expect(reliabilityOf({ current: good, past: NO_SCORE, gold: failing }, parameters).factor).toBe(0)
  })

  it('makes a newcomer wait for four units of evidence, old and new together', () => {
    expect(hasEnoughEvidence({ s: 0, n: 3_000_000 }, { s: 0, n: 999_999 }, parameters)).toBe(false)
    expect(hasEnoughEvidence({ s: 0, n: 3_000_000 }, { s: 0, n: 1_000_000 }, parameters)).toBe(true)
  })
})

describe('the breaker', () => {
  const person = (ungated: number, goldFactor: number, goldRows = 3) => ({ ungated, goldFactor, goldRows })

  it('trips above a quarter of people whose gold and consensus disagree', () => {
    const calm = Array(3).fill(person(900_000, 900_000))
    expect(breakerOf([...calm, person(1_000_000, 0)], parameters)).toEqual({
      people: 4,
      apart: 1,
      share: 250_000,
      isTripped: false,
    })
    expect(breakerOf([...calm.slice(1), person(1_000_000, 0)], parameters).isTripped).toBe(true)
  })

  it('looks only at people with three gold rows, and is calm without any', () => {
    expect(breakerOf([person(1_000_000, 0, 2)], parameters)).toMatchObject({ people: 0, isTripped: false })
  })
})

describe('kref', () => {
  it('is the lower median of the pilot, in bounds, and 600,000 without one', () => {
    const people = [500_000, 700_000, 650_000, 100].map(gain => ({ gain, n: 1_000_000 }))
    expect(krefOf(people)).toBe(500_000)
    expect(krefOf([{ gain: 950_000, n: 1_000_000 }])).toBe(800_000)
    expect(krefOf([{ gain: -5, n: 1_000_000 }])).toBe(200_000)
    expect(krefOf([{ gain: 5, n: 0 }])).toBe(600_000)
  })
})

describe('parameters', () => {
  const day = 86_400
  const times = {
    epochSeconds: 3 * day,
    activationDelaySeconds: 2 * day,
    appealWindowSeconds: 3 * day,
    panelTermSeconds: 3 * day,
  }

  it('lie within their bounds by default', () => {
    expect([
      ...checkRewardBounds(REWARD_DEFAULTS),
      ...checkRateBounds(RATE_DEFAULTS),
      ...checkTimeBounds(times),
    ]).toEqual([])
  })

  it('are named when they do not', () => {
    const names = (change: Partial<typeof REWARD_DEFAULTS>) =>
      checkRewardBounds({ ...REWARD_DEFAULTS, ...change }).map(fault => fault.name)
    expect(names({ alpha: 700_001 })).toEqual(['alpha'])
    expect(names({ low: 500_000, high: 700_000 })).toEqual(['high'])
    expect(names({ k0: 350_001 })).toEqual(['k0'])
    expect(names({ tiers: { new: 9_000, regular: 8_000, trusted: 11_000, expert: 12_000 } })).toEqual(['tiers'])
    expect(names({ publishQuantum: 0n })).toEqual(['publishQuantum'])
    expect(checkRateBounds({ ...RATE_DEFAULTS, feeBps: 1_001, kref: 0.5 }).map(fault => fault.name)).toEqual([
      'kref',
      'feeBps',
    ])
    expect(checkTimeBounds({ ...times, epochSeconds: 2 * day })).toMatchObject([{ name: 'epochSeconds' }])
  })

  it('keep the ramp within ppm for every allowed slope', () => {
    fc.assert(
      fc.property(
        ppm,
        fc.integer({ min: 200_000, max: 500_000 }),
        fc.integer({ min: 800_000, max: 1_000_000 }),
        (kappa, low, high) => {
          const factor = rampOf(kappa, { low, high })
          expect(factor >= 0 && factor <= 1_000_000).toBe(true)
        },
      ),
    )
  })
})
