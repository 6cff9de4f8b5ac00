import { z } from 'zod'
import type { Kind } from './kind.ts'
import { fromJson } from './words.ts'

const ask = z
  .strictObject({
    question: z.string().min(1).max(120),
    instruction: z.string().max(300),
    min: z.int().min(1).max(20_000),
    max: z.int().min(1).max(20_000),
    /** The answer writes down what is heard: audio and video come without a transcript. */
    transcribes: z.boolean().optional(),
  })
  .refine(given => given.min <= given.max, 'min is at most max')
const content = z.strictObject({ source: z.string().max(40_000) })
const truth = z.strictObject({ facts: z.array(z.string().min(1)).min(1).max(12), example: z.string().min(1) })

export type TextAsk = z.infer<typeof ask>
export type TextContent = z.infer<typeof content>
export type TextAnswer = { text: string }
export type TextTruth = z.infer<typeof truth>

/** Characters as a person counts them: code points. */
export function lengthOf(text: string): number {
  return [...text].length
}

/** A rewrite that loses the second half of the facts, never shorter than tasks allow. */
function halfOf(text: string): string {
  const words = text.split(' ')
  const kept = words.slice(0, Math.max(8, Math.ceil(words.length / 2))).join(' ')
  return kept.length >= 60 ? kept : text.slice(0, 60)
}

/** A text in one's own words. Answers cannot be compared; reviewers decide. */
export const text: Kind<TextAsk, TextContent, TextAnswer, TextTruth> = {
  name: 'text',
  isComparable: false,
  ask,
  content,
  texts: given => ({ source: given.source }),
  isTranscription: given => given.transcribes === true,
  truth: () => truth,
  answer: item =>
    z.strictObject({
      text: z.string().refine(given => lengthOf(given) >= item.ask.min && lengthOf(given) <= item.ask.max, {
        message: `${item.ask.min} to ${item.ask.max} characters`,
      }),
    }),
  questions: () => [],
  classes: () => [],
  labels: () => [],
  truthLabels: () => undefined,
  agreement: (_item, one, other) => (one.text === other.text ? 1 : 0),
  isRight: () => undefined,
  exportFields: (_item, answer) => ({ text: answer.text }),
  right: (_item, known) => ({ text: known.example }),
  slip: (_item, known) => ({ text: halfOf(known.example) }),
  // A good text about something else: fluent, and plainly not an answer to this item.
  wrong: (_item, known, { others }) =>
    others
      .flatMap(other => (other.item.kind === 'text' ? [(other.truth as TextTruth).example] : []))
      .filter(example => example !== known.example)
      .map(example => ({ text: example })),
  truthFromCell: fromJson,
}
