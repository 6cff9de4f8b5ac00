import type { Actor } from '../actor.ts'

/** Reads the guide and takes the time. Shares of right answers of these three as in the simulations that fixed the reward formula. */
export const careful: Actor = { name: 'careful', accuracy: 0.92, pace: 1.2 }
