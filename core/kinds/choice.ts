import { z } from 'zod'
import type { Kind } from './kind.ts'

const ask = z.strictObject({
  question: z.string().min(1).max(120),
  labels: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z0-9_]{1,32}$/), label: z.string().min(1).max(34) }))
    .min(2)
    .max(25)
    .refine(labels => new Set(labels.map(label => label.id)).size === labels.length, 'label ids differ from each other')
    .refine(labels => labels.every(label => label.id !== 'cannot_tell'), 'cannot_tell is always there; do not list it'),
})
const content = z.strictObject({ text: z.string().min(1).max(20_000), context: z.string().max(500).optional() })

/** "Cannot tell" is always there, and is an answer. */
export const CANNOT_TELL = 'cannot_tell'

export type ChoiceAsk = z.infer<typeof ask>
export type ChoiceContent = z.infer<typeof content>
export type ChoiceAnswer = { label: string }

/** One label out of 2 to 25, or "cannot tell". */
export const choice: Kind<ChoiceAsk, ChoiceContent, ChoiceAnswer, string> = {
  name: 'choice',
  isComparable: true,
  ask,
  content,
  truth: z.string(),
  answer: item => z.strictObject({ label: z.enum([...item.ask.labels.map(label => label.id), CANNOT_TELL]) }),
  questions: () => ['label'],
  classes: given => [...given.labels.map(label => label.id), CANNOT_TELL],
  labels: (_item, answer) => [answer.label],
  truthLabels: (_item, truth) => [truth],
  agreement: (_item, one, other) => (one.label === other.label ? 1 : 0),
  isRight: (_item, answer, truth) => answer.label === truth,
  exportFields: (_item, answer) => ({ label: answer.label }),
}
