// What every task kind says of itself. Pure: how it is asked and answered in a chat lives in bots/conversation/kinds.
import type { z } from 'zod'
import type { KindName } from './index.ts'
import type { Media } from './media.ts'

export type { KindName } from './index.ts'

/** What is hashed and stored as an item: the kind, the question as asked, the content, and what belongs to it by its hash. */
export type ItemContent<Ask = unknown, Content = unknown> = {
  kind: KindName
  ask: Ask
  content: Content
  /** Absent where there is none, so that an item without media has the hash it always had. */
  media?: readonly Media[]
}

/** Draws in [0, 1), passed in: the same draws give the same answers. */
export type Draw = () => number

/** Where an answer is given. A test asks for no words: nobody reads them there, and what is marked is the judgement. */
export type Place = 'task' | 'test'

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
  /**
   * The texts of an item by their names, in the order in which they are read. Media stand at one of them, the first unless said
   * otherwise, and only where some stand may a text be empty. A kind without it takes media at its first text alone.
   */
  texts?(content: Content): Record<string, string>
  /** The answer writes down what is heard, so that audio and video need no transcript; false without it. */
  isTranscription?(ask: Ask): boolean
  /** The schema of what is right for this item; limits come from the item. */
  truth(item: ItemContent<Ask, Content>): z.ZodType<Truth>
  /** The schema of a good answer to this item. */
  answer(item: ItemContent<Ask, Content>, place?: Place): z.ZodType<Answer>
  /** Names of the questions this item is cut into; [] where answers cannot be compared. */
  questions(item: ItemContent<Ask, Content>): string[]
  /** The classes every question of this kind shares, in a fixed order. */
  classes(ask: Ask): string[]
  /** How near one class is to another, 0..1, symmetric, 1 for the same; without it only equal classes agree. */
  nearness?(ask: Ask, one: string, other: string): number
  /** The class an answer gives to each question, in the order of `questions`. */
  labels(item: ItemContent<Ask, Content>, answer: Answer): string[]
  /** The class of each question under the truth; undefined where the kind cannot say. */
  truthLabels(item: ItemContent<Ask, Content>, truth: Truth): string[] | undefined
  /** Agreement in [0, 1] of two answers to one item: A(x, y) of the evidence formulas. 1 - A is what a test question forgives. */
  agreement(item: ItemContent<Ask, Content>, one: Answer, other: Answer): number
  /** Whether an answer to a known question counts as right; undefined where no truth decides it. */
  isRight(item: ItemContent<Ask, Content>, answer: Answer, truth: Truth): boolean | undefined
  /** Flat fields of an exported row, beside the canonical answer. Different answers have different fields. */
  exportFields(item: ItemContent<Ask, Content>, answer: Answer): Record<string, string | number | boolean>
  /** The right answer as a person would have sent it. */
  right(item: ItemContent<Ask, Content>, truth: Truth, draw: Draw): Answer
  /** A mistake as somebody makes it who is usually right; it may be arguable. */
  slip(item: ItemContent<Ask, Content>, truth: Truth, draw: Draw): Answer
  /** Answers that are surely wrong; [] where none can be made. `others` are known items of the same campaign. */
  wrong(
    item: ItemContent<Ask, Content>,
    truth: Truth,
    more: { draw: Draw; others: readonly { item: ItemContent; truth: unknown }[] },
  ): Answer[]
  /** Content from the columns of a table, where they are not its fields by name. */
  contentFromCells?(cells: Record<string, string>): unknown
  /** The truth from one cell of a table, in the form of `exportFields`; without it the cell is the truth. */
  truthFromCell?(cell: string): unknown
}

/** One of these things, each as likely. */
export function oneOf<T>(things: readonly T[], draw: Draw): T {
  const thing = things[Math.floor(draw() * things.length)]
  if (thing === undefined) throw new Error('bug: a draw from nothing')
  return thing
}

/** Fisher and Yates; the given list stays as it is. */
export function mixed<T>(things: readonly T[], draw: Draw): T[] {
  const order = [...things]
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(draw() * (last + 1))
    ;[order[last], order[other]] = [order[other] as T, order[last] as T]
  }
  return order
}

/** Share of places at which two lists of the same length say the same; 1 for empty ones. */
export function shareAlike(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0) return 1
  return one.filter((label, index) => label === other[index]).length / one.length
}
