import { z } from 'zod'
import type { ItemContent, Kind } from './kind.ts'

const ask = z.strictObject({ question: z.string().min(1).max(120) })
const content = z.strictObject({
  source: z.string().min(1).max(40_000),
  texts: z
    .array(z.strictObject({ id: z.string().regex(/^[A-Z]$/), text: z.string().min(1).max(20_000) }))
    .min(2)
    .max(8)
    .refine(texts => new Set(texts.map(text => text.id)).size === texts.length, 'text ids differ from each other'),
})

export type RankingAsk = z.infer<typeof ask>
export type RankingContent = z.infer<typeof content>
/** Groups best first, ties share a group; or all are bad. `shown` is the order of the ids as this person saw them. */
export type RankingAnswer = { order: string[][] | 'all_bad'; shown: string }
type Item = ItemContent<RankingAsk, RankingContent>

const groups = z.array(z.array(z.string()).min(1)).min(1)

function coversAll(item: Item, order: string[][]): boolean {
  const ids = item.content.texts.map(text => text.id).sort()
  const given = order.flat().sort()
  return ids.length === given.length && ids.every((id, index) => id === given[index])
}

function pairs(item: Item): [string, string][] {
  const ids = item.content.texts.map(text => text.id).sort()
  return ids.flatMap((id, index) => ids.slice(index + 1).map((other): [string, string] => [id, other]))
}

function pairLabels(item: Item, order: string[][] | 'all_bad'): string[] {
  if (order === 'all_bad') return pairs(item).map(() => 'all_bad')
  const place = new Map(order.flatMap((group, index) => group.map((id): [string, number] => [id, index])))
  return pairs(item).map(([one, other]) => {
    const difference = (place.get(one) ?? 0) - (place.get(other) ?? 0)
    return difference < 0 ? 'before' : difference > 0 ? 'after' : 'tie'
  })
}

function share(one: string[], other: string[]): number {
  return one.filter((label, index) => label === other[index]).length / Math.max(1, one.length)
}

/** Best to worst with ties, built by tapping. Compared through its implied pairs (Kendall's view of a ranking). */
export const ranking: Kind<RankingAsk, RankingContent, RankingAnswer, string[][] | 'all_bad'> = {
  name: 'ranking',
  isComparable: true,
  ask,
  content,
  truth: z.union([groups, z.literal('all_bad')]),
  answer: item =>
    z.strictObject({
      order: z.union([groups.refine(order => coversAll(item, order), 'every text exactly once'), z.literal('all_bad')]),
      shown: z.string().max(16),
    }),
  questions: item => pairs(item).map(([one, other]) => `${one}${other}`),
  classes: () => ['before', 'after', 'tie', 'all_bad'],
  labels: (item, answer) => pairLabels(item, answer.order),
  truthLabels: (item, truth) => pairLabels(item, truth),
  agreement: (item, one, other) => share(pairLabels(item, one.order), pairLabels(item, other.order)),
  // A ranking of four with one neighbouring swap has 5 of 6 pairs right, and is not the order asked for.
  isRight: (item, answer, truth) => share(pairLabels(item, answer.order), pairLabels(item, truth)) === 1,
  exportFields: (_item, answer) => ({
    order: answer.order === 'all_bad' ? 'all_bad' : answer.order.map(group => group.join('=')).join('>'),
    shown: answer.shown,
  }),
}
