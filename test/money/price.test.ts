import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appealBond, feeOf, panelCost, stipendMark, stipendOf } from '../../core/money/fee.ts'
import { activeSeconds, effectivePrice, lowerMedian, priceCap, reservationOf } from '../../core/money/price.ts'

const P = 50_000_000_000_000_001n
const sum = fc.bigInt({ min: 0n, max: 10n ** 24n })
const bps = fc.integer({ min: 0, max: 10_000 })

describe('the time that an answer takes', () => {
  const person = (seconds: number[], factor = 900_000) => ({ factor, seconds })

  it('is the lower median over people of their lower medians, so one idle person does not move it', () => {
    const five = [10, 20, 30, 40].map(seconds => person(Array(5).fill(seconds)))
    expect(activeSeconds([...five, person([1, 2, 50, 60, 70])], 99)).toBe(30)
    expect(activeSeconds([...five, person(Array(5).fill(100_000))], 99)).toBe(30)
  })

  it('is the pilot time while fewer than five reliable people with five answers are there', () => {
    const four = Array(4).fill(person(Array(5).fill(10)))
    expect(activeSeconds([...four, person(Array(4).fill(10)), person(Array(9).fill(10), 499_999)], 99)).toBe(99)
    expect(activeSeconds([...four, person(Array(5).fill(10), 500_000)], 99)).toBe(10)
  })

  it('takes the lower of two middle values', () => {
    expect(lowerMedian([4, 1, 3, 2])).toBe(2)
    expect(lowerMedian([])).toBeUndefined()
  })
})

describe('the effective price', () => {
  const pricing = { price: 100n, floorPerHour: 3_600n, topUpCapBps: 2_500 }

  it('rises to the hourly floor, rounded up, and no further than the cap', () => {
    expect(effectivePrice(pricing, 50)).toEqual({ peff: 100n, isUnderFloor: false })
    expect(effectivePrice({ ...pricing, floorPerHour: 3_601n }, 110)).toEqual({ peff: 111n, isUnderFloor: false })
    expect(effectivePrice(pricing, 125)).toEqual({ peff: 125n, isUnderFloor: false })
    expect(effectivePrice(pricing, 126)).toEqual({ peff: 125n, isUnderFloor: true })
  })

  it('is the price where there is no floor, and nothing is reserved for a top-up', () => {
    const free = { price: P, topUpCapBps: 2_500 }
    expect(effectivePrice(free, 10_000)).toEqual({ peff: P, isUnderFloor: false })
    expect(priceCap(free)).toBe(P)
  })
})

describe('a reservation', () => {
  it('is exact for the price of the reference vectors', () => {
    const terms = { price: P, topUpCapBps: 0, feeBps: 500, reviewShareBps: 1_500 }
    const reservation = reservationOf(terms, 11_000)
    expect(reservation.pay).toBe(55_000_000_000_000_001n)
    expect(reservation.fee).toBe(2_750_000_000_000_001n)
    expect(reservation.review).toBe(7_500_000_000_000_001n)
    expect(reservation.total).toBe(65_250_000_000_000_003n)
  })

  it('always covers the fee on the pay it reserves, alone or in a sum', () => {
    fc.assert(
      fc.property(
        fc.array(sum, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: 1_000 }),
        (prices, feeBps) => {
          const terms = { topUpCapBps: 0, feeBps, reviewShareBps: 0 }
          const reserved = prices.map(price => reservationOf({ price, ...terms }, 10_000))
          const pay = reserved.reduce((total, one) => total + one.pay, 0n)
          const fee = reserved.reduce((total, one) => total + one.fee, 0n)
          expect(feeOf({ pay, votes: 0n, feeBps, commonsShareBps: 0 }).fee <= fee).toBe(true)
        },
      ),
    )
  })
})

describe('fees and the small sums', () => {
  it('split into commons and treasury without losing a unit', () => {
    fc.assert(
      fc.property(sum, sum, bps, bps, (pay, votes, feeBps, commonsShareBps) => {
        const { fee, commons, treasury } = feeOf({ pay, votes, feeBps, commonsShareBps })
        expect(commons + treasury).toBe(fee)
        expect(fee * 10_000n <= (pay + votes) * BigInt(feeBps)).toBe(true)
      }),
    )
  })

  it('take two floors, one for answers and one for votes', () => {
    expect(feeOf({ pay: 39n, votes: 39n, feeBps: 500, commonsShareBps: 4_000 })).toEqual({
      fee: 2n,
      commons: 0n,
      treasury: 2n,
    })
    expect(feeOf({ pay: 78n, votes: 0n, feeBps: 500, commonsShareBps: 4_000 }).fee).toBe(3n)
  })

  it('round a panel up per vote, a bond down', () => {
    expect(panelCost(3, 101n, 500)).toBe(321n)
    expect(appealBond(321n, 1_000n)).toBe(80n)
    expect(appealBond(321n, 50n)).toBe(50n)
  })

  it('pay a stipend for exam time from half way between chance and the pass mark', () => {
    expect(stipendOf(20n * 10n ** 18n, 600)).toBe(3_333_333_333_333_333_333n)
    expect(stipendMark(6, 4, 5)).toBe(4)
    expect(stipendMark(12, 3, 10)).toBe(7)
  })
})
