import { machine } from '../../crowd/actors/machine.ts'
import { spammer } from '../../crowd/actors/spammer.ts'
import { honestBeside } from './crowds.ts'
import { type Scenario, sizesOf } from './scenario.ts'
import { WORLDS } from './worlds.ts'

/** One in four identities belongs to one farm, which passed every test and then presses anything. */
export const sybil: Scenario = {
  name: 'sybil',
  about: 'a quarter of the identities passed the test and answer at random; one in twenty is a program that is right',
  cases: size =>
    WORLDS.flatMap(world =>
      sizesOf(size, 200, [40]).map(one => ({
        ...world,
        ...one,
        crowd: honestBeside([
          { actor: spammer, share: 0.25 },
          { actor: machine, share: 0.05 },
        ]),
      })),
    ),
}
