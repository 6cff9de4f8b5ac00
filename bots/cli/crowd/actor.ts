// A simulated person: how often they are right, how long they take, and what they do when they are wrong. Pure.
import { type ItemContent, kindOf } from '@perle/core'

export type Actor = {
  /** What the simulation calls this sort of person. */
  readonly name: string
  /** Share of questions answered, and of answers judged, as the truth says. */
  readonly accuracy: number
  /** The same in a test, where somebody tries harder there. */
  readonly testAccuracy?: number
  /** Seconds an answer takes, as a share of the usual time. */
  readonly pace: number
  /** A label chosen in another way than by reading. Only where labels are asked for, and not in tests. */
  readonly answers?: (asked: Asked) => string
  /** What they say follows from nothing on the card: their answers tell a requester nothing. */
  readonly isUninformative?: true
  /** Judges others without looking. */
  readonly verdict?: 'accept' | 'reject'
  /** Comes once, takes a task, and is not heard of again. */
  readonly isSilent?: true
}

/** `pact` is what this person shares with its accomplices; everybody else has one of their own. */
export type Asked = {
  readonly itemKey: string
  readonly classes: readonly string[]
  readonly pact: string
  /** Shares of the classes among the cards, in the same order, as anybody learns them who has seen some. */
  readonly shares: readonly number[]
  /** Share of the answers that they mean to send which is sent; 0 where nobody knows. */
  readonly progress: number
  readonly random: () => number
  /** What this person says who does read the card. */
  readonly reads: () => string
}

/** What this actor answers, given what is right. A mistake is one that the kind knows as likely. */
export function answerOf(actor: Actor, item: ItemContent, truth: unknown, random: () => number): unknown {
  const kind = kindOf(item.kind)
  return random() < actor.accuracy ? kind.right(item, truth, random) : kind.slip(item, truth, random)
}
