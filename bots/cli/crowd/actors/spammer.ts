import type { Actor } from '../actor.ts'
import { pick } from '../draws.ts'

/** Sits the test honestly, then presses anything, ten times as fast as others. Judges by the toss of a coin. */
export const spammer: Actor = {
  name: 'spammer',
  accuracy: 0.5,
  testAccuracy: 0.92,
  pace: 0.1,
  isUninformative: true,
  answers: ({ classes, random }) => pick(classes, random),
}
