// Which question of a test comes next. Pure.
import type { ItemTableRow } from '../campaigns/store.ts'
import type { ContributorId, ItemId } from '../ids.ts'
import { parseItem } from '../kinds/index.ts'
import type { ItemContent } from '../kinds/kind.ts'
import { seedFrom, shuffled } from './exam.ts'

export type ExamQuestion = { itemId: ItemId; item: ItemContent; index: number; total: number; shuffleSeed: number }

/** The first question of this person's order that is not answered; undefined when all are. */
export function nextQuestion(
  items: ItemTableRow[],
  answered: ReadonlySet<ItemId>,
  test: { contributorId: ContributorId; attempt: number },
): ExamQuestion | undefined {
  const order = shuffled(items, seedFrom(`${test.contributorId}:${test.attempt}`))
  const index = order.findIndex(item => !answered.has(item.id))
  const item = order[index]
  if (item === undefined) return undefined
  return {
    itemId: item.id,
    item: parseItem(item.contentText),
    index: index + 1,
    total: items.length,
    shuffleSeed: seedFrom(`${test.contributorId}:${item.id}`),
  }
}
