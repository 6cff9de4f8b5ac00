// Planted answers: ballots whose verdict is known beforehand, derived from an item whose truth is known. Pure.
import type { ItemId } from '../ids.ts'
import { CANNOT_TELL, type ChoiceAsk } from '../kinds/choice.ts'
import { kindOf } from '../kinds/index.ts'
import type { ItemContent, KindName } from '../kinds/kind.ts'
import type { RankingAnswer } from '../kinds/ranking.ts'
import type { TextTruth } from '../kinds/text.ts'
import { shuffled } from './eligibility.ts'

export type KnownItem = { itemId: ItemId; item: ItemContent; truth: unknown }
export type Planted = { answer: unknown; verdict: 'accepted' | 'rejected' }

type Forge = {
  /** The right answer as a person would have sent it. */
  right(known: KnownItem, random: () => number): unknown
  /** Answers that are surely wrong; [] where none can be made from what is known. */
  wrong(known: KnownItem, others: readonly KnownItem[], random: () => number): unknown[]
}

const side = (random: () => number) => (random() < 0.5 ? 'ab' : 'ba')

function idsOf(known: KnownItem): string[] {
  return (known.item.content as { texts: { id: string }[] }).texts.map(text => text.id)
}

const forges: Record<KindName, Forge> = {
  choice: {
    right: known => ({ label: known.truth }),
    wrong: known =>
      (known.item.ask as ChoiceAsk).labels
        .map(label => label.id)
        .filter(id => id !== known.truth && id !== CANNOT_TELL)
        .map(label => ({ label })),
  },
  pairwise: {
    right: (known, random) => ({ preferred: known.truth, shown: side(random) }),
    // "Equally good" for "A is better" may be argued about; the other side for the right one may not.
    wrong: (known, _others, random) =>
      known.truth === 'a' || known.truth === 'b'
        ? [{ preferred: known.truth === 'a' ? 'b' : 'a', shown: side(random) }]
        : [],
  },
  ranking: {
    right: (known, random) => ({ order: known.truth, shown: shuffled(idsOf(known), random).join('') }),
    wrong: (known, _others, random) => {
      const order = known.truth as RankingAnswer['order']
      if (order === 'all_bad' || order.length < 2) return []
      return [{ order: [...order].reverse(), shown: shuffled(idsOf(known), random).join('') }]
    },
  },
  text: {
    right: known => ({ text: (known.truth as TextTruth).example }),
    // A good text about something else: fluent, and plainly not an answer to this item.
    wrong: (known, others) =>
      others
        .filter(other => other.itemId !== known.itemId && other.item.kind === 'text')
        .map(other => (other.truth as TextTruth).example)
        .filter(example => example !== (known.truth as TextTruth).example)
        .map(text => ({ text })),
  },
}

/**
 * A right or a wrong answer to a known item, by the toss of a coin; right where no wrong one can be made. Undefined where
 * the answer does not fit the item's own schema (an example longer than allowed, say): it would give itself away.
 */
export function plant(known: KnownItem, others: readonly KnownItem[], random: () => number): Planted | undefined {
  const forge = forges[known.item.kind]
  const schema = kindOf(known.item.kind).answer(known.item)
  const wrongs = forge.wrong(known, others, random).filter(answer => schema.safeParse(answer).success)
  if (wrongs.length > 0 && random() < 0.5) {
    return { answer: wrongs[Math.floor(random() * wrongs.length)], verdict: 'rejected' }
  }
  const answer = forge.right(known, random)
  return schema.safeParse(answer).success ? { answer, verdict: 'accepted' } : undefined
}
