import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REWARD_DEFAULTS } from '../../core/money/parameters.ts'
import { reservationOf } from '../../core/money/price.ts'
import { kappaOf, rampOf, scoreOf, sumScores } from '../../core/money/reliability.ts'
import { answerQuality, autoQuality, evidenceOfVote, evidenceOfVotes, payOf, votePay } from '../../core/money/reward.ts'

const parameters = REWARD_DEFAULTS
const P = 50_000_000_000_000_001n
const MBPS = 11_000
const cap = reservationOf({ price: P, topUpCapBps: 0, feeBps: 500, reviewShareBps: 1_500 }, MBPS).pay
const ppm = fc.integer({ min: 0, max: 1_000_000 })

describe('the reference vectors', () => {
  it.each([
    ['nothing known', 0, 0, 350_000, 970_000, 350_000, 0, 0, 0n],
    [
      'a newcomer with 6 good answers',
      2_600_000,
      3_900_000,
      350_000,
      970_000,
      506_329,
      312_658,
      30,
      16_500_000_000_000_000n,
    ],
    [
      'a newcomer with 20 good ones',
      12_000_000,
      13_000_000,
      350_000,
      970_000,
      788_235,
      876_470,
      86,
      47_300_000_000_000_000n,
    ],
    [
      'a regular who is right',
      26_000_000,
      26_000_000,
      930_000,
      970_000,
      990_666,
      1_000_000,
      98,
      53_900_000_000_000_001n,
    ],
    [
      'a regular in the minority',
      26_000_000,
      26_000_000,
      930_000,
      60_000,
      990_666,
      1_000_000,
      53,
      29_150_000_000_000_000n,
    ],
    ['a constant answer', -200_000, 26_000_000, 350_000, 510_000, 40_000, 0, 0, 0n],
    ['one who was good and now guesses', 1_600_000, 26_000_000, 1_000_000, 500_000, 186_666, 0, 0, 0n],
  ])('hold for %s', (_, s, n, prior, truth, kappa, factor, q, pay) => {
    expect(kappaOf({ s, n }, prior, parameters)).toBe(kappa)
    expect(rampOf(kappa, parameters)).toBe(factor)
    expect(answerQuality({ isAccepted: true, truth, factor }, parameters)).toBe(q)
    expect(payOf({ peff: P, q, mBps: MBPS, cap })).toBe(pay)
  })
})

describe('pay', () => {
  const row = fc.record({
    peff: fc.bigInt({ min: 0n, max: 10n ** 24n }),
    q: fc.integer({ min: 0, max: 100 }),
    mBps: fc.integer({ min: 0, max: 15_000 }),
    cap: fc.bigInt({ min: 0n, max: 10n ** 24n }),
  })

  it('is never negative, never above the reserve, never above the exact product, and rises with quality', () => {
    fc.assert(
      fc.property(row, fc.integer({ min: 0, max: 100 }), (one, other) => {
        const pay = payOf(one)
        expect(pay >= 0n && pay <= one.cap).toBe(true)
        expect(pay * 1_000_000n <= one.peff * BigInt(one.q) * BigInt(one.mBps)).toBe(true)
        if (other >= one.q) expect(payOf({ ...one, q: other }) >= pay).toBe(true)
      }),
    )
  })

  it('at full quality is exactly the reserve when the price is at its cap', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 24n }), fc.integer({ min: 5_000, max: 15_000 }), (price, mBps) => {
        const { pay } = reservationOf({ price, topUpCapBps: 0, feeBps: 500, reviewShareBps: 0 }, mBps)
        expect(payOf({ peff: price, q: 100, mBps, cap: pay + 1n })).toBe(pay)
      }),
    )
  })
})

describe('quality', () => {
  it('is 0..100, rises with reliability and with truth, and is nothing when rejected', () => {
    fc.assert(
      fc.property(ppm, ppm, ppm, (truth, factor, other) => {
        const q = answerQuality({ isAccepted: true, truth, factor }, parameters)
        expect(Number.isInteger(q) && q >= 0 && q <= 100).toBe(true)
        const high = Math.max(factor, other)
        expect(answerQuality({ isAccepted: true, truth, factor: high }, parameters)).toBeGreaterThanOrEqual(q)
        expect(
          answerQuality({ isAccepted: true, truth: Math.max(truth, other), factor }, parameters),
        ).toBeGreaterThanOrEqual(q)
        expect(answerQuality({ isAccepted: false, truth, factor }, parameters)).toBe(0)
      }),
    )
  })

  it('leaves a correct minority at least alpha of full pay', () => {
    expect(answerQuality({ isAccepted: true, truth: 0, factor: 1_000_000 }, parameters)).toBe(50)
  })

  it('below the mark is not paid', () => {
    expect(answerQuality({ isAccepted: true, truth: 1_000_000, factor: 199_999 }, parameters)).toBe(0)
    expect(answerQuality({ isAccepted: true, truth: 1_000_000, factor: 200_000 }, parameters)).toBe(20)
  })

  it('is divided among members of one cluster on one item, rounded down', () => {
    expect(answerQuality({ isAccepted: true, truth: 1_000_000, factor: 1_000_000, sharedBy: 3 }, parameters)).toBe(33)
  })

  it('of an auto-accepted free text is fixed, as far as gold lets it', () => {
    expect([1_000_000, 600_000, 300_000, 199_999, 0].map(factor => autoQuality(factor, parameters))).toEqual([
      60, 60, 30, 0, 0,
    ])
  })
})

describe('votes on an answer that cannot be compared', () => {
  it('give its truth weight as their mean, rounded once half up', () => {
    expect(evidenceOfVotes(['accept', 'accept_with_fix', 'reject'])).toEqual({ t: 566_667, e: 500_000, n: 500_000 })
    expect(evidenceOfVotes(['accept', 'accept'])?.t).toBe(1_000_000)
    expect(evidenceOfVotes([])).toBeUndefined()
  })
})

describe('a reviewer', () => {
  it('is scored against the verdict without the own vote', () => {
    const vote = (accepted: boolean, verdictWithout: 'accepted' | 'rejected' | 'tie') =>
      evidenceOfVote({ accepted, verdictWithout }, 850_000)
    expect(vote(true, 'accepted')).toEqual({ t: 1_000_000, e: 850_000, n: 255_000 })
    expect(vote(false, 'accepted')).toEqual({ t: 0, e: 150_000, n: 255_000 })
    expect(vote(false, 'tie').t).toBe(500_000)
  })

  it('who always says yes gains nothing over the base rate, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 199 }), accepted => {
        const share = accepted * 5_000
        const rows = Array.from({ length: 200 }, (_, i) =>
          scoreOf(
            evidenceOfVote({ accepted: true, verdictWithout: i < accepted ? 'accepted' : 'rejected' }, share),
            600_000,
          ),
        )
        expect(Math.abs(sumScores(rows).s)).toBeLessThanOrEqual(200)
      }),
      { numRuns: 20 },
    )
  })

  it('is paid by the same formula at one rate', () => {
    expect(votePay(1_000n, 53)).toBe(530n)
  })
})
