// When each kill falls, from the seed alone. Most are aimed at moments that a random one would seldom hit; the others are random, and
// some fall into the start that follows a kill. Every fifth takes the chain along.
import { shuffled } from '../../../bots/cli/crowd/draws.ts'
import { MOMENTS, type Moment } from './moments.ts'

export type Aim = {
  at: Moment | 'random' | 'start'
  /** Which of these moments, counted from when visitors go on. */
  count: number
  /** For `random`: after so long. For `start`: so long after the process is begun again. */
  delayMs: number
  withChain: boolean
}

const RANDOM_OF_ROUND = 6
const STARTS_OF_ROUND = 2
/** Moments that come many times a second are hit at any of the first so many. */
const OFTEN: Partial<Record<Moment, number>> = {
  receive: 30,
  reply: 30,
  answer: 12,
  'answer.commit': 12,
  sweep: 4,
  mine: 3,
}

/** An endless list: rounds of all moments, each round in another order. */
export function* aims(random: () => number): Generator<Aim, never> {
  for (let kill = 1; ; ) {
    const round: Aim['at'][] = [
      ...(Object.keys(MOMENTS) as Moment[]),
      ...Array.from({ length: RANDOM_OF_ROUND }, () => 'random' as const),
      ...Array.from({ length: STARTS_OF_ROUND }, () => 'start' as const),
    ]
    for (const at of shuffled(round, random)) {
      const most = at === 'random' || at === 'start' ? 1 : (OFTEN[at] ?? 2)
      yield {
        at,
        count: 1 + Math.floor(random() * most),
        delayMs: Math.round((at === 'start' ? 100 : 50) + random() * (at === 'start' ? 2500 : 4000)),
        withChain: kill++ % 5 === 0,
      }
    }
  }
}
