// How a test is marked and what an honest try earns. Pure.
import { type Amount, amount } from '../amount.ts'

/** A day, so that a failed test is slept over. */
export const RETRY_SECONDS = 24 * 3600

/** Under a fifth of the usual time nobody has read the question. */
export function leastSeconds(usualSeconds: number): number {
  return Math.max(1, Math.floor(usualSeconds / 5))
}

/** `platformFloorPerHour * examSeconds / 3600`, floored. */
export function stipendOf(floorPerHour: Amount, minutesOfTest: number): Amount {
  return amount((floorPerHour * BigInt(minutesOfTest * 60)) / 3600n)
}

/**
 * An honest try: every question answered, none faster than it can be read, and at least half way between chance and the
 * pass mark. Otherwise a farm of random takers would live on stipends.
 */
export function isHonestTry(test: {
  answers: { isRight: boolean; seconds: number }[]
  total: number
  classes: number
  pass: number
  leastSeconds: number
}): boolean {
  if (test.answers.length < test.total) return false
  if (test.answers.some(answer => answer.seconds < test.leastSeconds)) return false
  const right = test.answers.filter(answer => answer.isRight).length
  const chance = test.total / Math.max(1, test.classes)
  return right >= chance + (test.pass - chance) / 2
}

/** A fixed order for one person and try, from a seed: Fisher-Yates over an xorshift of the seed. */
export function shuffled<T>(things: readonly T[], seed: number): T[] {
  const order = [...things]
  let state = seed >>> 0 || 1
  for (let last = order.length - 1; last > 0; last--) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    const pick = (state >>> 0) % (last + 1)
    const [one, other] = [order[pick] as T, order[last] as T]
    order[pick] = other
    order[last] = one
  }
  return order
}

/** A positive 31-bit number from a text, for seeds (FNV-1a). */
export function seedFrom(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 1) & 0x7fffffff
}
