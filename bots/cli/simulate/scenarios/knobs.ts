import type { PlatformParameters } from '@perle/core/rules'
import { FIFTH_BAD } from './crowds.ts'
import { type Scenario, sizesOf } from './scenario.ts'
import { K3 } from './worlds.ts'

const KNOBS: readonly [string, Partial<PlatformParameters>][] = [
  ['as it is', {}],
  ['alpha .3', { alpha: 300_000 }],
  ['alpha .7', { alpha: 700_000 }],
  ['L .25', { low: 250_000, k0: 250_000 }],
  ['L .5', { low: 500_000 }],
  ['m0 2M', { m0: 2_000_000 }],
  ['m0 8M', { m0: 8_000_000 }],
  ['k0 .6', { k0: 600_000 }],
  ['kref .4', { kref: 400_000 }],
]

/** One parameter at a time, where there is least evidence. */
export const knobs: Scenario = {
  name: 'knobs',
  about: 'one parameter of the reward at a time; 13 answers each',
  cases: size =>
    KNOBS.flatMap(([name, parameters]) =>
      sizesOf(size, 200, [13]).map(one => ({ ...K3, ...one, name, crowd: FIFTH_BAD, parameters })),
    ),
}
