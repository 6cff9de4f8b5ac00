// The people of "let the simulated crowd play".
import type { Actor } from './actor.ts'
import { average } from './actors/average.ts'
import { careful } from './actors/careful.ts'
import { careless } from './actors/careless.ts'

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
