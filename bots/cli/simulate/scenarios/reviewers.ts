import { careful } from '../../crowd/actors/careful.ts'
import { coinTosser, noSayer, yesSayer } from '../../crowd/actors/judges.ts'
import { honestBeside } from './crowds.ts'
import { type Scenario, sizesOf } from './scenario.ts'
import { K3 } from './worlds.ts'

/** Reviewers who look, and three sorts who do not. */
export const reviewers: Scenario = {
  name: 'reviewers',
  about: 'a fifth as many reviewers as people who answer; of ten reviewers four judge without looking',
  cases: size =>
    sizesOf(size, 200, [40]).map(one => ({
      ...K3,
      ...one,
      crowd: [
        ...honestBeside([]),
        { actor: { ...careful, name: 'honest' }, share: 0.12, isReviewer: true },
        { actor: yesSayer, share: 0.03, isReviewer: true },
        { actor: coinTosser, share: 0.03, isReviewer: true },
        { actor: noSayer, share: 0.02, isReviewer: true },
      ],
    })),
}
