import type { Actor } from '../actor.ts'
import { drawsOf, pick } from '../draws.ts'

/** One of a pair that agrees on every answer without reading: what they say follows from the item and their pact alone. */
export const colluding: Actor = {
  name: 'colluding',
  accuracy: 0.5,
  testAccuracy: 0.92,
  pace: 0.3,
  isUninformative: true,
  answers: ({ itemKey, classes, pact }) => pick(classes, drawsOf(pact, itemKey)),
}
