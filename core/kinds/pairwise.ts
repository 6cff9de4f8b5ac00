import { z } from 'zod'
import { type Draw, type Kind, oneOf } from './kind.ts'

const ask = z.strictObject({ question: z.string().min(1).max(120) })
const content = z.strictObject({
  prompt: z.string().min(1).max(20_000),
  a: z.string().max(40_000),
  b: z.string().max(40_000),
})
const OUTCOMES = ['a', 'b', 'tie', 'both_bad', 'cannot_judge'] as const
const outcome = z.enum(OUTCOMES)

export type PairwiseAsk = z.infer<typeof ask>
export type PairwiseContent = z.infer<typeof content>
/** `preferred` names the item's own sides; `shown` is how they stood for this person, for measuring position bias. */
export type PairwiseAnswer = { preferred: (typeof OUTCOMES)[number]; shown: 'ab' | 'ba' }

const side = (draw: Draw) => (draw() < 0.5 ? 'ab' : 'ba')

/** Two replies: A, B, equally good, both bad, or cannot judge. */
export const pairwise: Kind<PairwiseAsk, PairwiseContent, PairwiseAnswer, (typeof OUTCOMES)[number]> = {
  name: 'pairwise',
  isComparable: true,
  ask,
  content,
  texts: given => ({ prompt: given.prompt, a: given.a, b: given.b }),
  truth: () => outcome,
  answer: () => z.strictObject({ preferred: outcome, shown: z.enum(['ab', 'ba']) }),
  questions: () => ['preferred'],
  classes: () => [...OUTCOMES],
  labels: (_item, answer) => [answer.preferred],
  truthLabels: (_item, truth) => [truth],
  agreement: (_item, one, other) => (one.preferred === other.preferred ? 1 : 0),
  isRight: (_item, answer, truth) => answer.preferred === truth,
  exportFields: (_item, answer) => ({ preferred: answer.preferred, shown: answer.shown }),
  right: (_item, truth, draw) => ({ preferred: truth, shown: side(draw) }),
  slip: (_item, truth, draw) => ({
    preferred: oneOf(
      OUTCOMES.filter(one => one !== truth && one !== 'cannot_judge'),
      draw,
    ),
    shown: side(draw),
  }),
  // "Equally good" for "A is better" may be argued about; the other side for the right one may not.
  wrong: (_item, truth, { draw }) =>
    truth === 'a' || truth === 'b' ? [{ preferred: truth === 'a' ? 'b' : 'a', shown: side(draw) }] : [],
}
