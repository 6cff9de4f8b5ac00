// Who takes part: so many of each sort, always with a pair that colludes. Pure.
import type { Actor } from '../crowd/actor.ts'
import { average } from '../crowd/actors/average.ts'
import { careful } from '../crowd/actors/careful.ts'
import { careless } from '../crowd/actors/careless.ts'
import { colluding } from '../crowd/actors/colluding.ts'
import { silent } from '../crowd/actors/silent.ts'
import { spammer } from '../crowd/actors/spammer.ts'

export type Member = {
  /** Its account on the web. */
  name: string
  actor: Actor
  /** What it shares with its accomplice; its own name where it has none. */
  pact: string
  /** Links a wallet on this payday, counted from 0; undefined: never. */
  linksAt: number | undefined
}

/** Parts in the whole, after the pair. */
const PARTS: [Actor, number][] = [
  [careful, 0.42],
  [average, 0.26],
  [careless, 0.14],
  [spammer, 0.11],
  [silent, 0.07],
]
/** The fewest of whom there is one of each sort, a pair, and somebody beside them. */
export const FEWEST = 8
/** Half of the people link a wallet: a quarter before anything is paid, a quarter when something waits for them. */
const LINKS: (number | undefined)[] = [0, undefined, 2, undefined]

export function membersOf(contributors: number): Member[] {
  if (contributors < FEWEST) throw new Error(`expected at least ${FEWEST} contributors`)
  const counts = sharesOf(contributors - 2)
  const named = PARTS.flatMap(([actor], sort) =>
    Array.from({ length: counts[sort] ?? 0 }, (_, index) => ({ actor, name: `${actor.name}-${index + 1}` })),
  ).map(one => ({ ...one, pact: one.name }))
  const pair = [1, 2].map(place => ({ actor: colluding, name: `${colluding.name}-${place}`, pact: 'pact-1' }))
  return [...named, ...pair].map((one, index) => ({ ...one, linksAt: LINKS[index % LINKS.length] }))
}

/** One of each, and the rest by largest remainder. */
function sharesOf(people: number): number[] {
  const left = people - PARTS.length
  const whole = PARTS.map(([, part]) => 1 + Math.floor(part * left))
  const remainders = PARTS.map(([, part], sort) => ({ sort, rest: (part * left) % 1 })).sort(
    (one, other) => other.rest - one.rest || one.sort - other.sort,
  )
  const open = people - whole.reduce((sum, count) => sum + count, 0)
  for (const { sort } of remainders.slice(0, open)) whole[sort] = (whole[sort] ?? 0) + 1
  return whole
}

/** People who judge and do not answer: a panel of three wants five, more people give more rounds. */
export function reviewersOf(contributors: number): Member[] {
  const count = 5 + Math.floor(contributors / 10)
  return Array.from({ length: count }, (_, index) => {
    const name = `reviewer-${index + 1}`
    return { name, actor: { ...careful, name: 'reviewer' }, pact: name, linksAt: LINKS[index % LINKS.length] }
  })
}
