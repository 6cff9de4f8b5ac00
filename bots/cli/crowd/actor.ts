// A simulated person: how often they are right, how long they take, and what they do when they are wrong. Pure.
import type { ItemContent } from '@perle/core'
import { pick } from './draws.ts'

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

type Choice = { labels: { id: string }[] }
type Ranking = { texts: { id: string }[] }
type TextTruth = { facts: string[]; example: string }

/** What this actor answers, given what is right. A wrong answer is one of the others, each as likely. */
export function answerOf(actor: Actor, item: ItemContent, truth: unknown, random: () => number): unknown {
  const isRight = random() < actor.accuracy
  switch (item.kind) {
    case 'choice': {
      const others = (item.ask as Choice).labels.map(label => label.id).filter(id => id !== truth)
      return { label: isRight ? truth : pick(others, random) }
    }
    case 'pairwise': {
      const others = ['a', 'b', 'tie', 'both_bad'].filter(outcome => outcome !== truth)
      return { preferred: isRight ? truth : pick(others, random), shown: random() < 0.5 ? 'ab' : 'ba' }
    }
    case 'ranking': {
      const ids = (item.content as Ranking).texts.map(text => text.id)
      return { order: isRight ? truth : swapped(truth as string[][], random), shown: ids.join('') }
    }
    case 'text':
      return { text: isRight ? (truth as TextTruth).example : halfOf((truth as TextTruth).example) }
  }
}

/** A slip, not a coin: two neighbouring places exchanged, or a tie where there was none. */
function swapped(order: string[][], random: () => number): string[][] {
  if (order.length < 2)
    return [...order]
      .reverse()
      .map(group => [...group].reverse())
      .flatMap(group => group.map(id => [id]))
  const at = Math.floor(random() * (order.length - 1))
  const copy = order.map(group => [...group])
  const [one, other] = [copy[at] as string[], copy[at + 1] as string[]]
  copy[at] = other
  copy[at + 1] = one
  return copy
}

/** A rewrite that loses the second half of the facts, never shorter than tasks allow. */
function halfOf(text: string): string {
  const words = text.split(' ')
  const kept = words.slice(0, Math.max(8, Math.ceil(words.length / 2))).join(' ')
  return kept.length >= 60 ? kept : text.slice(0, 60)
}
