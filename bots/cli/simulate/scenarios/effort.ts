import { effortOf } from '../../crowd/actors/effortOf.ts'
import { fading } from '../../crowd/actors/fading.ts'
import { honestBeside } from './crowds.ts'
import { type Scenario, sizesOf } from './scenario.ts'
import { K3 } from './worlds.ts'

/** People who read only some of the cards, and people who stop reading half way. */
export const effort: Scenario = {
  name: 'effort',
  about: 'people who read a part of the cards and guess the rest, or stop reading half way',
  cases: size =>
    sizesOf(size, 200, [40, 120]).map(one => ({
      ...K3,
      ...one,
      name: `K3, ${one.answersEach} each`,
      crowd: honestBeside([
        ...[0, 25, 50, 75, 100].map(percent => ({ actor: effortOf(percent), share: 0.05 })),
        { actor: fading, share: 0.05 },
      ]),
    })),
}
