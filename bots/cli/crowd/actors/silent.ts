import type { Actor } from '../actor.ts'

/** Passes the test, takes one task and is never heard of again: its lease runs out, and a seat drawn for it stays empty. */
export const silent: Actor = { name: 'silent', accuracy: 0.92, pace: 1, isSilent: true }
