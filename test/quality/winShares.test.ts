import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Comparison, winShares } from '../../core/quality/winShares.ts'

const one = (item: number, outcome: number): Comparison => ({ item, first: 'A', second: 'B', outcome })
const of = (rows: Comparison[], candidate: string) => winShares(rows).find(row => row.candidate === candidate)

describe('shares of preference', () => {
  it('are the wins, ties counted half, with the interval that Wilson gives', () => {
    const rows = Array.from({ length: 100 }, (_, item) => one(item, item < 60 ? 1 : item < 80 ? 0.5 : 0))
    // Newcombe (Statistics in Medicine 17, 1998), method 3, for 70 of 100.
    expect(of(rows, 'A')).toMatchObject({ share: 0.7, items: 100 })
    expect(of(rows, 'A')?.low).toBeCloseTo(0.6042, 3)
    expect(of(rows, 'A')?.high).toBeCloseTo(0.7811, 3)
  })

  it('do not grow surer by more answers to the same items', () => {
    const rows = Array.from({ length: 10 }, (_, item) => one(item, item < 7 ? 1 : 0))
    const again = [...rows, ...rows, ...rows]
    expect(winShares(again)).toEqual(winShares(rows))
  })

  it('of two add up to one, and lie within their intervals, within [0, 1]', () => {
    const rows = fc.array(fc.tuple(fc.nat(20), fc.constantFrom(0, 0.5, 1)), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(rows, given => {
        const comparisons = given.map(([item, outcome]) => one(item, outcome))
        const [a, b] = [of(comparisons, 'A'), of(comparisons, 'B')]
        expect((a?.share ?? 0) + (b?.share ?? 0)).toBeCloseTo(1, 12)
        for (const row of winShares(comparisons)) {
          expect(row.low).toBeGreaterThanOrEqual(0)
          expect(row.low).toBeLessThanOrEqual(row.share + 1e-12)
          expect(row.high).toBeGreaterThanOrEqual(row.share - 1e-12)
          expect(row.high).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('refuse an outcome that is none', () => {
    expect(() => winShares([one(1, 2)])).toThrow(RangeError)
    expect(() => winShares([one(1, Number.NaN)])).toThrow(RangeError)
  })
})
