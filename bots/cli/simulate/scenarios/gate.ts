import { average } from '../../crowd/actors/average.ts'
import { careful } from '../../crowd/actors/careful.ts'
import { careless } from '../../crowd/actors/careless.ts'
import { colluding } from '../../crowd/actors/colluding.ts'
import { spammer } from '../../crowd/actors/spammer.ts'
import { type Scenario, sizesOf } from './scenario.ts'
import { WORLDS } from './worlds.ts'

/** The crowd of the simulation through the chat, in every world. */
export const gate: Scenario = {
  name: 'gate',
  about: 'the crowd of the simulation through the chat, large, in every world',
  cases: size =>
    WORLDS.flatMap(world =>
      sizesOf(size, 200, [20, 60]).map(one => ({
        ...world,
        ...one,
        name: `${world.name}, ${one.answersEach} each`,
        crowd: [
          { actor: careful, share: 0.42 },
          { actor: average, share: 0.28 },
          { actor: careless, share: 0.15 },
          { actor: spammer, share: 0.1 },
          { actor: colluding, share: 0.05, isRing: true as const },
        ],
      })),
    ),
}
