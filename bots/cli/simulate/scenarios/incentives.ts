import { FIFTH_BAD } from './crowds.ts'
import { type Scenario, sizesOf } from './scenario.ts'
import { WORLDS } from './worlds.ts'

/** Who earns what, by how much everybody works, in each world. */
export const incentives: Scenario = {
  name: 'incentives',
  about: 'pay by sort of person; a fifth of the crowd says nothing about the cards; 13, 40 and 120 answers each',
  cases: size =>
    WORLDS.flatMap(world =>
      sizesOf(size, 200, [13, 40, 120]).map(one => ({
        ...world,
        ...one,
        name: `${world.name}, ${one.answersEach} each`,
        crowd: FIFTH_BAD,
      })),
    ),
}
