// What every task kind says of itself. Pure: how it is asked and answered in a chat lives in bots/conversation/kinds.
import type { z } from 'zod'

export const KIND_NAMES = ['choice', 'pairwise', 'ranking', 'text'] as const
export type KindName = (typeof KIND_NAMES)[number]

/** What is hashed and stored as an item: the kind, the question as asked, and the content. */
export type ItemContent<Ask = unknown, Content = unknown> = { kind: KindName; ask: Ask; content: Content }

/**
 * One task kind. `Ask`, `Content`, `Answer` and `Truth` are plain JSON.
 * Comparable answers are cut into questions with classes (one for a choice, one a pair for a ranking), so that one
 * truth-inference engine serves all kinds; kinds without comparable answers have none and live by review.
 */
export type Kind<Ask, Content, Answer, Truth> = {
  readonly name: KindName
  readonly isComparable: boolean
  readonly ask: z.ZodType<Ask>
  readonly content: z.ZodType<Content>
  readonly truth: z.ZodType<Truth>
  /** The schema of a good answer to this item; limits come from the item's ask. */
  answer(item: ItemContent<Ask, Content>): z.ZodType<Answer>
  /** Names of the questions this item is cut into; [] where answers cannot be compared. */
  questions(item: ItemContent<Ask, Content>): string[]
  /** The classes every question of this kind shares, in a fixed order. */
  classes(ask: Ask): string[]
  /** The class an answer gives to each question, in the order of `questions`. */
  labels(item: ItemContent<Ask, Content>, answer: Answer): string[]
  /** The class of each question under the truth; undefined where the kind cannot say. */
  truthLabels(item: ItemContent<Ask, Content>, truth: Truth): string[] | undefined
  /** Agreement in [0, 1] of two answers to one item: A(x, y) of the evidence formulas. 1 - A is what a test question forgives. */
  agreement(item: ItemContent<Ask, Content>, one: Answer, other: Answer): number
  /** Whether an answer to a known question counts as right; undefined where no truth decides it. */
  isRight(item: ItemContent<Ask, Content>, answer: Answer, truth: Truth): boolean | undefined
  /** Flat fields of an exported row, beside the canonical answer. */
  exportFields(item: ItemContent<Ask, Content>, answer: Answer): Record<string, string | number | boolean>
}
