import type { Actor } from '../actor.ts'
import { pick } from '../draws.ts'

/** Reads this share of the cards, in percent, at an accuracy of 0.9, and guesses the others. */
export function effortOf(percent: number): Actor {
  return {
    name: `effort${percent}`,
    accuracy: 0.9,
    pace: 1,
    answers: ({ classes, random, reads }) => (random() * 100 < percent ? reads() : pick(classes, random)),
  }
}
