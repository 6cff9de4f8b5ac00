import { describe, expect, it } from 'vitest'
import { agreementOf, fitLabels } from '../../core/quality/index.ts'
import { absent, accuracyOf, hasSets, readSet } from './publicSets.ts'

describe(`on public sets${absent}`, () => {
  // Accuracies of an independent numpy implementation. `within`: where one item of 300 falls on the other side of a near tie.
  it.skipIf(!hasSets).each([
    ['bluebird', 0.889, 0.0005],
    ['rte', 0.929, 0.0005],
    ['web', 0.815, 0.0005],
    ['product', 0.938, 0.0005],
    ['possent', 0.96, 0.0005],
    ['face', 0.649, 0.0005],
    ['weather_cf', 0.89, 0.0034],
    ['weather_amt', 0.86, 0.0034],
    ['zencrowd_all', 0.795, 0.0005],
    ['adult', 0.745, 0.0031],
  ])('the label model has the reference accuracy on %s', (name, accuracy, within) => {
    const set = readSet(name)
    const found = accuracyOf(set, fitLabels(set.input).posterior)
    expect(Math.abs(found - accuracy)).toBeLessThanOrEqual(within)
  })

  it.skipIf(!hasSets)('the label model is above 0.8465 in the mean of the ten sets', () => {
    const names = [
      'bluebird',
      'rte',
      'web',
      'product',
      'possent',
      'face',
      'weather_cf',
      'weather_amt',
      'zencrowd_all',
      'adult',
    ]
    const sum = names.reduce((total, name) => {
      const set = readSet(name)
      return total + accuracyOf(set, fitLabels(set.input).posterior)
    }, 0)
    expect(sum / names.length).toBeGreaterThan(0.846)
  })

  // Columns: mean item agreement, Fleiss' kappa, Gwet's AC1, Krippendorff's alpha.
  it.skipIf(!hasSets).each([
    ['bluebird', 0.588194, 0.125293, 0.221844, 0.125501],
    ['rte', 0.628694, 0.241384, 0.272732, 0.241479],
    ['web', 0.390766, 0.208632, 0.245565, 0.210421],
    ['product', 0.725476, 0.15744, 0.592803, 0.157473],
    ['possent', 0.574637, 0.149259, 0.149288, 0.149302],
    ['face', 0.645616, 0.494614, 0.537516, 0.49492],
    ['weather_amt', 0.633079, 0.521039, 0.54616, 0.520895],
    ['zencrowd_all', 0.661186, 0.191728, 0.416659, 0.19583],
  ])('agreement has the reference figures on %s', (name, observed, kappa, ac1, alpha) => {
    const found = agreementOf(readSet(name).input)
    expect(found?.observed).toBeCloseTo(observed, 5)
    expect(found?.kappa).toBeCloseTo(kappa, 5)
    expect(found?.ac1).toBeCloseTo(ac1, 5)
    expect(found?.alpha).toBeCloseTo(alpha, 5)
  })
})
