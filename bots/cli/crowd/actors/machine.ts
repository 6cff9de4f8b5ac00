import type { Actor } from '../actor.ts'

/** A program that is right as often as a middling person, and ten times as fast. It passes the test as it works. */
export const machine: Actor = { name: 'machine', accuracy: 0.78, pace: 0.1 }
