import { z } from 'zod'
import { type Kind, oneOf } from './kind.ts'
import { labelList } from './labelList.ts'

/** "Cannot tell" is always there, and is an answer. */
const CANNOT_TELL = 'cannot_tell'

const ask = z.strictObject({
  question: z.string().min(1).max(120),
  labels: labelList({ max: 25, longest: 34 })
    .refine(labels => labels.length >= 2, 'at least two labels')
    .refine(labels => labels.every(label => label.id !== CANNOT_TELL), 'cannot_tell is always there; do not list it'),
})
const content = z.strictObject({ text: z.string().max(20_000), context: z.string().max(500).optional() })

export type ChoiceAsk = z.infer<typeof ask>
export type ChoiceContent = z.infer<typeof content>
export type ChoiceAnswer = { label: string }

/** One label out of 2 to 25, or "cannot tell". */
export const choice: Kind<ChoiceAsk, ChoiceContent, ChoiceAnswer, string> = {
  name: 'choice',
  isComparable: true,
  ask,
  content,
  texts: given => ({ text: given.text }),
  truth: () => z.string(),
  answer: item => z.strictObject({ label: z.enum([...item.ask.labels.map(label => label.id), CANNOT_TELL]) }),
  questions: () => ['label'],
  classes: given => [...given.labels.map(label => label.id), CANNOT_TELL],
  labels: (_item, answer) => [answer.label],
  truthLabels: (_item, truth) => [truth],
  agreement: (_item, one, other) => (one.label === other.label ? 1 : 0),
  isRight: (_item, answer, truth) => answer.label === truth,
  exportFields: (_item, answer) => ({ label: answer.label }),
  right: (_item, truth) => ({ label: truth }),
  slip: (item, truth, draw) => ({ label: oneOf(others(item.ask, truth), draw) }),
  wrong: (item, truth) => others(item.ask, truth).map(label => ({ label })),
}

function others(given: ChoiceAsk, truth: string): string[] {
  return given.labels.map(label => label.id).filter(id => id !== truth)
}
