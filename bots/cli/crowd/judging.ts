// How a simulated reviewer votes. Pure.
import { type ItemContent, type KnownTruth, kindOf } from '@perle/core'
import type { Actor } from './actor.ts'

export type Judgement = { choice: 'accept' } | { choice: 'reject'; rule: number; note: string }

/** Accepts what is right, refuses what is not, and slips as often as this actor slips. */
export function judge(
  actor: Actor,
  given: { item: ItemContent; answer: unknown; known: KnownTruth | undefined; rules: number[] },
  random: () => number,
): Judgement {
  const { item, answer, known, rules } = given
  if (known === undefined) return { choice: 'accept' }
  const kind = kindOf(item.kind)
  const isGood =
    kind.isRight(item, answer, known.truth) ??
    (factsOf(known.truth) === undefined
      ? kind.agreement(item, answer, kind.right(item, known.truth, random)) >= 0.5
      : keepsFacts(answer, known.truth))
  const says = actor.verdict === undefined ? (random() < actor.accuracy ? isGood : !isGood) : actor.verdict === 'accept'
  if (says) return { choice: 'accept' }
  const rule = known.rule ?? rules[0] ?? 1
  return {
    choice: 'reject',
    rule,
    note: isGood ? 'I read this rule more strictly than you did.' : noteFor(known),
  }
}

/** What a text must not lose, where the truth says so. */
function factsOf(truth: unknown): string[] | undefined {
  const facts = (truth as { facts?: unknown } | null)?.facts
  return Array.isArray(facts) ? facts.map(String) : undefined
}

function noteFor(known: KnownTruth): string {
  const facts = factsOf(known.truth)
  if (facts !== undefined) return `Please keep every fact: ${facts.join('; ')}.`.slice(0, 280)
  return (known.why ?? 'The guide decides this one the other way.').slice(0, 280)
}

/** Half of the longer words of the facts, or of the example, must be there in some form. */
function keepsFacts(answer: unknown, truth: unknown): boolean {
  const text = ((answer as { text?: string }).text ?? '').toLowerCase()
  const { facts, example } = truth as { facts: string[]; example: string }
  const words = [...new Set(`${facts.join(' ')} ${example}`.toLowerCase().match(/\p{L}{4,}|\d+/gu) ?? [])]
  const kept = words.filter(word => text.includes(word.slice(0, 5)))
  return words.length === 0 || kept.length / words.length >= 0.5
}
