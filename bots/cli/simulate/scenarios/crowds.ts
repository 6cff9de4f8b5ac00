// Crowds that several scenarios let in. Pure.
import { average } from '../../crowd/actors/average.ts'
import { byFrequency } from '../../crowd/actors/byFrequency.ts'
import { careful } from '../../crowd/actors/careful.ts'
import { careless } from '../../crowd/actors/careless.ts'
import { colluding } from '../../crowd/actors/colluding.ts'
import { constant } from '../../crowd/actors/constant.ts'
import { spammer } from '../../crowd/actors/spammer.ts'
import type { Share } from './scenario.ts'

const HONEST: readonly Share[] = [
  { actor: careful, share: 0.45 },
  { actor: average, share: 0.35 },
  { actor: careless, share: 0.2 },
]

/** Honest people in three sorts, and the others. */
export function honestBeside(others: readonly Share[]): Share[] {
  const left = 1 - others.reduce((sum, one) => sum + one.share, 0)
  return [...HONEST.map(one => ({ ...one, share: one.share * left })), ...others]
}

/** One in five says nothing about the cards. */
export const FIFTH_BAD: readonly Share[] = honestBeside([
  { actor: spammer, share: 0.08 },
  { actor: constant, share: 0.04 },
  { actor: byFrequency, share: 0.04 },
  { actor: colluding, share: 0.04, isRing: true },
])
