import type { Actor } from '../actor.ts'

/** Means well and is sometimes wrong. */
export const average: Actor = { name: 'average', accuracy: 0.8, pace: 1 }
