import type { Actor } from '../actor.ts'

/** Skims; better than a guess, and not by much. Takes the test seriously. */
export const careless: Actor = { name: 'careless', accuracy: 0.66, testAccuracy: 0.85, pace: 0.5 }
