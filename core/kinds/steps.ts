import { z } from 'zod'
import { type Draw, type ItemContent, type Kind, oneOf, shareAlike } from './kind.ts'
import { fromJson, someWords } from './words.ts'

const ask = z.strictObject({
  question: z.string().min(1).max(120),
  /**
   * Whether steps behind the first mistake are asked too, each by itself: does it follow from what stands before it, taken as it stands?
   * Without it an answer ends at the first mistake, as in phase 2 of PRM800K (Lightman et al. 2023, arXiv:2305.20050, section 2.4).
   */
  asksBehind: z.literal(true).optional(),
})
const content = z.strictObject({
  problem: z.string().min(1).max(20_000),
  steps: z.array(z.string().min(1).max(4_000)).min(1).max(20),
})

const MARKS = ['right', 'wrong', 'neither'] as const
const REASONS = ['calculation', 'rule', 'misread', 'left_out', 'other'] as const
/** The class of every step behind the first mistake where nobody is asked about those. */
const AFTER = 'after'

export type StepMark = (typeof MARKS)[number]
export type StepReason = (typeof REASONS)[number]
export type StepsAsk = z.infer<typeof ask>
export type StepsContent = z.infer<typeof content>
/**
 * Marks of the steps in order, up to and with the first wrong one, or of all steps where those behind it are asked. The first wrong
 * one has a reason, and in a task a sentence.
 */
export type StepsAnswer = { steps: StepMark[]; reason?: StepReason | undefined; note?: string | undefined }
/** Steps count from 1. `neither`: steps that are true but of no use. `alsoWrong`: steps behind the mistake that are wrong in themselves. */
export type StepsTruth =
  | { mistake: null; neither?: number[] | undefined }
  | {
      mistake: number
      reason: StepReason
      note: string
      neither?: number[] | undefined
      alsoWrong?: number[] | undefined
    }
type Item = ItemContent<StepsAsk, StepsContent>

function truthOf(item: Item): z.ZodType<StepsTruth> {
  const count = item.content.steps.length
  const place = z.int().min(1).max(count)
  const neither = z.array(place).optional()
  const { asksBehind } = item.ask
  return z.union(
    [
      z.strictObject({ mistake: z.null(), neither }),
      z
        .strictObject({
          mistake: place,
          reason: z.enum(REASONS),
          note: someWords,
          neither,
          alsoWrong: asksBehind ? neither : z.undefined().optional(),
        })
        .refine(given => (given.neither ?? []).every(one => (asksBehind ? one !== given.mistake : one < given.mistake)))
        .refine(given => (given.alsoWrong ?? []).every(one => one > given.mistake && !given.neither?.includes(one))),
    ],
    {
      error: `{"mistake": null}, or {"mistake": a step from 1 to ${count}, "reason": one of ${REASONS.join(', ')}, "note": a sentence}${asksBehind ? ', perhaps with "alsoWrong": steps behind it' : ''}, "neither" ${asksBehind ? 'not the mistake itself' : 'only before the mistake'}`,
    },
  )
}

function answerTo(item: Item, isTest: boolean): z.ZodType<StepsAnswer> {
  const count = item.content.steps.length
  return z
    .strictObject({
      steps: z.array(z.enum(MARKS)).min(1).max(count),
      reason: z.enum(REASONS).optional(),
      note: someWords.optional(),
    })
    .superRefine(({ steps, reason, note }, context) => {
      const fault = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
      const wrong = steps.indexOf('wrong')
      const { asksBehind } = item.ask
      if (!asksBehind && wrong >= 0 && wrong < steps.length - 1) fault('steps', 'nothing behind the first wrong step')
      if ((asksBehind || wrong < 0) && steps.length < count) fault('steps', `a mark for each of the ${count} steps`)
      if (wrong >= 0 && reason === undefined) fault('reason', `one of ${REASONS.join(', ')}`)
      if (wrong >= 0 && note === undefined && !isTest) fault('note', 'a sentence that says what is wrong')
      if (wrong < 0 && (reason !== undefined || note !== undefined)) fault('reason', 'only where a step is wrong')
    })
}

function labelsOf(item: Item, steps: readonly StepMark[]): string[] {
  return item.content.steps.map((_, index) => steps[index] ?? AFTER)
}

function marksOf(item: Item, truth: StepsTruth): StepMark[] {
  const end = item.ask.asksBehind ? item.content.steps.length : (truth.mistake ?? item.content.steps.length)
  const alsoWrong = truth.mistake === null ? [] : (truth.alsoWrong ?? [])
  return Array.from({ length: end }, (_, index) => {
    if (index + 1 === truth.mistake || alsoWrong.includes(index + 1)) return 'wrong'
    return truth.neither?.includes(index + 1) ? 'neither' : 'right'
  })
}

function answerFrom(item: Item, truth: StepsTruth): StepsAnswer {
  const steps = marksOf(item, truth)
  return truth.mistake === null ? { steps } : { steps, reason: truth.reason, note: truth.note }
}

/** The mistake overlooked, seen one step later, or seen where there is none. */
function slipped(item: Item, truth: StepsTruth, draw: Draw): StepsAnswer {
  const count = item.content.steps.length
  const note = 'This does not follow from what stands before it.'
  const places = Array.from({ length: count }, (_, index) => index + 1).filter(place => place !== truth.mistake)
  const mistake = oneOf(
    truth.mistake === null ? places : [null, ...places.filter(place => place > (truth.mistake ?? 0))],
    draw,
  )
  if (mistake === null) return answerFrom(item, { mistake, neither: truth.neither })
  const isKept = (one: number) => (item.ask.asksBehind ? one !== mistake : one < mistake)
  const neither = (truth.neither ?? []).filter(isKept)
  const alsoWrong = truth.mistake === null ? [] : (truth.alsoWrong ?? []).filter(one => one > mistake)
  return answerFrom(item, { mistake, reason: 'other', note, neither, alsoWrong })
}

/** Reasoning, step by step, up to the first mistake or to the end. Compared by the marks; the reason and the sentence explain. */
export const steps: Kind<StepsAsk, StepsContent, StepsAnswer, StepsTruth> = {
  name: 'steps',
  isComparable: true,
  ask,
  content,
  texts: given => ({ problem: given.problem }),
  truth: truthOf,
  answer: (item, place) => answerTo(item, place === 'test'),
  questions: item => item.content.steps.map((_, index) => `step${index + 1}`),
  classes: given => (given.asksBehind ? [...MARKS] : [...MARKS, AFTER]),
  labels: (item, answer) => labelsOf(item, answer.steps),
  truthLabels: (item, truth) => labelsOf(item, marksOf(item, truth)),
  // Up to the later of the two ends: a long tail that neither looked at must not make two strangers agree.
  agreement: (item, one, other) => {
    const end = Math.max(one.steps.length, other.steps.length)
    return shareAlike(labelsOf(item, one.steps).slice(0, end), labelsOf(item, other.steps).slice(0, end))
  },
  isRight: (item, answer, truth) =>
    shareAlike(labelsOf(item, answer.steps), labelsOf(item, marksOf(item, truth))) === 1,
  exportFields: (_item, answer) => {
    const wrong = answer.steps.indexOf('wrong')
    return {
      steps: answer.steps.join('|'),
      first_mistake: wrong < 0 ? 'none' : wrong + 1,
      ...(answer.reason === undefined ? {} : { reason: answer.reason }),
      ...(answer.note === undefined ? {} : { note: answer.note }),
    }
  },
  right: answerFrom,
  slip: slipped,
  wrong: (item, truth) =>
    truth.mistake === null
      ? [answerFrom(item, { mistake: 1, reason: 'other', note: 'This does not follow from the problem.' })]
      : [answerFrom(item, { mistake: null })],
  /** Columns "step 1", "step 2" … are the steps. */
  contentFromCells: cells => {
    const isStep = (name: string) => /^step ?\d{1,2}$/i.test(name)
    const number = (name: string) => Number(name.replace(/\D/g, ''))
    const given = Object.entries(cells).filter(([name]) => isStep(name))
    const inOrder = given.sort(([one], [other]) => number(one) - number(other)).map(([, text]) => text)
    return { ...Object.fromEntries(Object.entries(cells).filter(([name]) => !isStep(name))), steps: inOrder }
  },
  truthFromCell: fromJson,
}
