// Planted answers: ballots whose verdict is known beforehand, derived from an item whose truth is known. Pure.
import type { ItemId } from '../ids.ts'
import { kindOf } from '../kinds/index.ts'
import type { ItemContent } from '../kinds/kind.ts'

export type KnownItem = { itemId: ItemId; item: ItemContent; truth: unknown }
export type Planted = { answer: unknown; verdict: 'accepted' | 'rejected' }

/**
 * A right or a wrong answer to a known item, by the toss of a coin; right where no wrong one can be made. Undefined where
 * the answer does not fit the item's own schema (an example longer than allowed, say): it would give itself away.
 */
export function plant(known: KnownItem, others: readonly KnownItem[], random: () => number): Planted | undefined {
  const { item, itemId, truth } = known
  const kind = kindOf(item.kind)
  const schema = kind.answer(item)
  const strangers = others.filter(other => other.itemId !== itemId)
  const wrongs = kind
    .wrong(item, truth, { draw: random, others: strangers })
    .filter(answer => schema.safeParse(answer).success)
  if (wrongs.length > 0 && random() < 0.5) {
    return { answer: wrongs[Math.floor(random() * wrongs.length)], verdict: 'rejected' }
  }
  const answer = kind.right(item, truth, random)
  return schema.safeParse(answer).success ? { answer, verdict: 'accepted' } : undefined
}
