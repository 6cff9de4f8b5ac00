import type { Actor } from '../actor.ts'
import { pick } from '../draws.ts'

/** Careful for the first half of the answers; then presses anything, and hopes to live on the record. */
export const fading: Actor = {
  name: 'fading',
  accuracy: 0.92,
  pace: 0.6,
  answers: ({ classes, progress, random, reads }) => (progress < 0.5 ? reads() : pick(classes, random)),
}
