import { z } from 'zod'
import { type Draw, type ItemContent, type Kind, mixed, shareAlike } from './kind.ts'

const ask = z.strictObject({ question: z.string().min(1).max(120) })
const content = z.strictObject({
  source: z.string().min(1).max(40_000),
  texts: z
    .array(z.strictObject({ id: z.string().regex(/^[A-Z]$/), text: z.string().max(20_000) }))
    .min(2)
    .max(8)
    .refine(texts => new Set(texts.map(text => text.id)).size === texts.length, 'text ids differ from each other'),
})

export type RankingAsk = z.infer<typeof ask>
export type RankingContent = z.infer<typeof content>
type Order = string[][] | 'all_bad'
/** Groups best first, ties share a group; or all are bad. `shown` is the order of the ids as this person saw them. */
export type RankingAnswer = { order: Order; shown: string }
type Item = ItemContent<RankingAsk, RankingContent>

const groups = z.array(z.array(z.string()).min(1)).min(1)

function ids(item: Item): string[] {
  return item.content.texts.map(text => text.id)
}

function orderOf(item: Item) {
  const all = ids(item).sort().join()
  const isWhole = (order: string[][]) => order.flat().sort().join() === all
  return z.union([groups.refine(isWhole, 'every text exactly once'), z.literal('all_bad')])
}

function pairs(item: Item): [string, string][] {
  const sorted = ids(item).sort()
  return sorted.flatMap((id, index) => sorted.slice(index + 1).map((other): [string, string] => [id, other]))
}

function pairLabels(item: Item, order: Order): string[] {
  if (order === 'all_bad') return pairs(item).map(() => 'all_bad')
  const place = new Map(order.flatMap((group, index) => group.map((id): [string, number] => [id, index])))
  return pairs(item).map(([one, other]) => {
    const difference = (place.get(one) ?? 0) - (place.get(other) ?? 0)
    return difference < 0 ? 'before' : difference > 0 ? 'after' : 'tie'
  })
}

/** A slip, not a coin: two neighbouring places exchanged, or a tie undone. */
function swapped(order: Order, item: Item, draw: Draw): Order {
  if (order === 'all_bad') return ids(item).map(id => [id])
  if (order.length < 2) return order.flat().map(id => [id])
  const at = Math.floor(draw() * (order.length - 1))
  return order.map((group, index) => [...((index === at ? order[at + 1] : index === at + 1 ? order[at] : group) ?? [])])
}

/** Best to worst with ties, built by tapping. Compared through its implied pairs (Kendall's view of a ranking). */
export const ranking: Kind<RankingAsk, RankingContent, RankingAnswer, Order> = {
  name: 'ranking',
  isComparable: true,
  ask,
  content,
  texts: given => ({ source: given.source, ...Object.fromEntries(given.texts.map(one => [one.id, one.text])) }),
  truth: orderOf,
  answer: item => z.strictObject({ order: orderOf(item), shown: z.string().max(16) }),
  questions: item => pairs(item).map(([one, other]) => `${one}${other}`),
  classes: () => ['before', 'after', 'tie', 'all_bad'],
  labels: (item, answer) => pairLabels(item, answer.order),
  truthLabels: (item, truth) => pairLabels(item, truth),
  agreement: (item, one, other) => shareAlike(pairLabels(item, one.order), pairLabels(item, other.order)),
  // A ranking of four with one neighbouring swap has 5 of 6 pairs right, and is not the order asked for.
  isRight: (item, answer, truth) => shareAlike(pairLabels(item, answer.order), pairLabels(item, truth)) === 1,
  exportFields: (_item, answer) => ({
    order: answer.order === 'all_bad' ? 'all_bad' : answer.order.map(group => group.join('=')).join('>'),
    shown: answer.shown,
  }),
  right: (item, truth, draw) => ({ order: truth, shown: mixed(ids(item), draw).join('') }),
  slip: (item, truth, draw) => ({ order: swapped(truth, item, draw), shown: mixed(ids(item), draw).join('') }),
  wrong: (item, truth, { draw }) =>
    truth === 'all_bad' || truth.length < 2
      ? []
      : [{ order: [...truth].reverse(), shown: mixed(ids(item), draw).join('') }],
  /** Columns named by one capital letter are the texts to rank. */
  contentFromCells: cells => {
    const isText = (name: string) => /^[A-Z]$/.test(name)
    const texts = Object.entries(cells).flatMap(([id, given]) => (isText(id) ? [{ id, text: given }] : []))
    return { ...Object.fromEntries(Object.entries(cells).filter(([name]) => !isText(name))), texts }
  },
  truthFromCell: cell =>
    cell === 'all_bad' ? cell : cell.split('>').map(group => group.split('=').map(id => id.trim())),
}
