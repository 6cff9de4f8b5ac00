import { z } from 'zod'
import { type ItemContent, type Kind, oneOf, shareAlike } from './kind.ts'
import { labelList } from './labelList.ts'

/** A mark and a space stand before a label that is marked: 34 characters in all. */
const ask = z.strictObject({
  question: z.string().min(1).max(120),
  labels: labelList({ max: 25, longest: 32 }),
})
const content = z.strictObject({ text: z.string().max(20_000), context: z.string().max(500).optional() })

export type TagsAsk = z.infer<typeof ask>
export type TagsContent = z.infer<typeof content>
/** Ids of all that fit, in the order of the question; [] says that none does. */
export type TagsAnswer = { labels: string[] }
type Item = ItemContent<TagsAsk, TagsContent>

const idsOf = (given: TagsAsk) => given.labels.map(label => label.id)

/** Some of the labels, each once, put into the order of the question: a set has one way to be written. */
function someOf(item: Item) {
  const ids = idsOf(item.ask)
  return z
    .array(z.string())
    .refine(given => given.every(id => ids.includes(id)), `only labels of the question: ${ids.join(', ')}`)
    .refine(given => new Set(given).size === given.length, 'each label at most once')
    .transform(given => ids.filter(id => given.includes(id)))
}

function marks(item: Item, chosen: readonly string[]): string[] {
  return idsOf(item.ask).map(id => (chosen.includes(id) ? 'yes' : 'no'))
}

/** All labels but these. */
function others(item: Item, chosen: readonly string[]): string[] {
  return idsOf(item.ask).filter(id => !chosen.includes(id))
}

/** Several labels, or none. Each label is a question of its own: does it fit? */
export const tags: Kind<TagsAsk, TagsContent, TagsAnswer, string[]> = {
  name: 'tags',
  isComparable: true,
  ask,
  content,
  texts: given => ({ text: given.text }),
  truth: someOf,
  answer: item => z.strictObject({ labels: someOf(item) }),
  questions: item => idsOf(item.ask),
  classes: () => ['yes', 'no'],
  labels: (item, answer) => marks(item, answer.labels),
  truthLabels: (item, truth) => marks(item, truth),
  agreement: (item, one, other) => shareAlike(marks(item, one.labels), marks(item, other.labels)),
  isRight: (item, answer, truth) => shareAlike(marks(item, answer.labels), marks(item, truth)) === 1,
  exportFields: (_item, answer) => ({ labels: answer.labels.join('|') }),
  right: (_item, truth) => ({ labels: truth }),
  slip: (item, truth, draw) => {
    const turned = oneOf(idsOf(item.ask), draw)
    return { labels: idsOf(item.ask).filter(id => truth.includes(id) !== (id === turned)) }
  },
  // One mark more or less may be argued about; marking exactly what does not fit may not.
  wrong: (item, truth) => [{ labels: others(item, truth) }],
  truthFromCell: cell =>
    cell
      .split('|')
      .map(id => id.trim())
      .filter(id => id !== '' && id !== 'none'),
}
