import { FIFTH_BAD } from './crowds.ts'
import { type Scenario, sizesOf } from './scenario.ts'

export const large: Scenario = {
  name: 'large',
  about: '3,000 people, one mark right nine times in ten, 13 answers each',
  cases: size =>
    sizesOf(size, 3000, [13]).map(one => ({
      ...one,
      name: `K2 skew, ${one.people} people, ${one.answersEach} each`,
      classes: 2,
      firstShare: 0.9,
      crowd: FIFTH_BAD,
    })),
}
