import type { Actor } from '../actor.ts'

/** Three who judge without looking: everything is good, nothing is, and a coin. */
export const yesSayer: Actor = { name: 'alwaysYes', accuracy: 0.5, pace: 1, verdict: 'accept' }
export const noSayer: Actor = { name: 'alwaysNo', accuracy: 0.5, pace: 1, verdict: 'reject' }
export const coinTosser: Actor = { name: 'coin', accuracy: 0.5, pace: 1 }
