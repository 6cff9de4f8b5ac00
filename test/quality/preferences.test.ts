import { describe, expect, it } from 'vitest'
import { fitPreferences, type PreferenceInput, winProbability } from '../../core/quality/index.ts'
import { seededRandom } from './seededRandom.ts'

function comparisons(items: number, rows: [number, number, number][]): PreferenceInput {
  return {
    items,
    first: Int32Array.from(rows, row => row[0]),
    second: Int32Array.from(rows, row => row[1]),
    outcome: Float64Array.from(rows, row => row[2]),
  }
}

/** How far the likelihood equations of a fit are from holding: wins + prior = expected wins, for every item. */
function residual(input: PreferenceInput, logStrength: Float64Array, prior: number): number {
  const balance = Float64Array.from(logStrength, log => prior - (2 * prior) / (1 + Math.exp(-log)))
  for (let k = 0; k < input.first.length; k++) {
    const [a, b] = [input.first[k] as number, input.second[k] as number]
    const expected = 1 / (1 + Math.exp((logStrength[b] as number) - (logStrength[a] as number)))
    balance[a] = (balance[a] as number) + (input.outcome[k] as number) - expected
    balance[b] = (balance[b] as number) - (input.outcome[k] as number) + expected
  }
  return Math.max(...balance.map(Math.abs))
}

describe('preferences', () => {
  const random = seededRandom(4)
  const truth = Array.from({ length: 60 }, () => 4 * random() - 2)
  const rows = Array.from({ length: 6_000 }, (): [number, number, number] => {
    const a = Math.floor(random() * 60)
    const b = (a + 1 + Math.floor(random() * 59)) % 60
    const wins = 1 / (1 + Math.exp((truth[b] as number) - (truth[a] as number)))
    return [a, b, random() < wins ? 1 : 0]
  })

  it('converge to where the likelihood equations hold, not after two passes', () => {
    const input = comparisons(60, rows)
    const fit = fitPreferences(input)
    expect(fit.hasConverged).toBe(true)
    expect(fit.passes).toBeGreaterThan(2)
    expect(residual(input, fit.logStrength, 1)).toBeLessThan(1e-5)
  })

  it('recover the strengths behind the votes', () => {
    const { logStrength } = fitPreferences(comparisons(60, rows))
    const mean = (values: ArrayLike<number>) =>
      Array.from(values).reduce((sum, value) => sum + value, 0) / values.length
    const [x, y] = [mean(logStrength), mean(truth)]
    const covariance = truth.reduce((sum, value, i) => sum + (value - y) * ((logStrength[i] as number) - x), 0)
    const spread = (values: ArrayLike<number>, m: number) =>
      Math.sqrt(Array.from(values).reduce((sum, value) => sum + (value - m) ** 2, 0))
    expect(covariance / (spread(logStrength, x) * spread(truth, y))).toBeGreaterThan(0.98)
  })

  it('keep an undefeated item finite and an uncompared one at the middle', () => {
    const fit = fitPreferences(
      comparisons(3, [
        [0, 1, 1],
        [0, 1, 1],
      ]),
    )
    expect(fit.logStrength[0]).toBeGreaterThan(0)
    expect(fit.logStrength[1]).toBeCloseTo(-(fit.logStrength[0] as number), 6)
    expect(fit.logStrength[2]).toBeCloseTo(0, 12)
    expect(winProbability(fit, 0, 1)).toBeGreaterThan(0.6)
  })

  it('take a tie for half a win each, and a weight for so many votes', () => {
    const tied = fitPreferences(comparisons(2, [[0, 1, 0.5]]))
    expect(winProbability(tied, 0, 1)).toBeCloseTo(0.5, 9)
    const once = { ...comparisons(2, [[0, 1, 1]]), weight: Float64Array.of(3) }
    const thrice = comparisons(2, [
      [0, 1, 1],
      [1, 0, 0],
      [0, 1, 1],
    ])
    expect(fitPreferences(once).logStrength).toEqual(fitPreferences(thrice).logStrength)
  })

  it('refuse an item against itself, and no prior', () => {
    expect(() => fitPreferences(comparisons(2, [[1, 1, 1]]))).toThrow(RangeError)
    expect(() => fitPreferences(comparisons(2, [[0, 1, 1]]), { prior: 0 })).toThrow(RangeError)
  })
})
