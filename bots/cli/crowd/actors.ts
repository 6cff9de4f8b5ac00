// The people of "let the simulated crowd play". Shares of right answers as in the simulations that fixed the reward formula.
import type { Actor } from './actor.ts'

export const careful: Actor = { name: 'careful', accuracy: 0.95, pace: 1.2 }
export const average: Actor = { name: 'average', accuracy: 0.85, pace: 1 }
export const careless: Actor = { name: 'careless', accuracy: 0.66, pace: 0.5 }

export type CrowdMember = { platformId: string; actor: Actor; isReviewer: boolean }

const SORTS: [Actor, number][] = [
  [careful, 6],
  [average, 3],
  [careless, 1],
]

/** Ten answer; the careful ones judge as well. */
export const CROWD: readonly CrowdMember[] = SORTS.flatMap(([actor, count]) =>
  Array.from({ length: count }, (_, index) => ({
    platformId: `crowd:${actor.name}-${index + 1}`,
    actor,
    isReviewer: actor === careful,
  })),
)
