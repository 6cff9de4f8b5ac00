import { z } from 'zod'
import { type Draw, type ItemContent, type Kind, oneOf } from './kind.ts'
import { fromJson } from './words.ts'

/** Both ends are written on their buttons: with the number and a space, 34 characters in all. */
const anchor = z.strictObject({ at: z.int().min(1).max(7), text: z.string().min(1).max(31) })
const scale = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]{1,32}$/, 'small letters, digits and _ , at most 32'),
  name: z.string().min(1).max(20),
  question: z.string().min(1).max(120),
  anchors: z.array(anchor).min(2).max(7),
})
const ask = z
  .strictObject({
    question: z.string().min(1).max(120),
    points: z.int().min(2).max(7).default(5),
    scales: z.array(scale).min(1).max(6),
  })
  .superRefine((given, context) => {
    const fault = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    const ids = given.scales.map(one => one.id)
    if (new Set(ids).size < ids.length) fault(['scales'], 'scale ids differ from each other')
    for (const [index, { anchors }] of given.scales.entries()) {
      const places = anchors.map(one => one.at)
      const path = ['scales', index, 'anchors']
      if (new Set(places).size < places.length) fault(path, 'one anchor a point')
      if (places.some(place => place > given.points)) fault(path, `points from 1 to ${given.points}`)
      if (!places.includes(1) || !places.includes(given.points)) fault(path, `both ends: 1 and ${given.points}`)
    }
  })
const content = z.strictObject({
  text: z.string().max(20_000),
  source: z.string().min(1).max(20_000).optional(),
})

const CANNOT_JUDGE = 'cannot_judge'

export type RatingAsk = z.infer<typeof ask>
export type RatingContent = z.infer<typeof content>
export type Score = number | typeof CANNOT_JUDGE
/** One score a scale, by its id. */
export type RatingAnswer = { scores: Record<string, Score> }
type Item = ItemContent<RatingAsk, RatingContent>

function scoresOf<T extends z.ZodType>(item: Item, score: T) {
  return z.strictObject(Object.fromEntries(item.ask.scales.map(one => [one.id, score]))) as unknown as z.ZodType<
    Record<string, z.output<T>>
  >
}

function pointOf({ ask: { points } }: Item) {
  return z
    .number()
    .refine(given => Number.isInteger(given) && given >= 1 && given <= points, `a whole number from 1 to ${points}`)
}

/** How far apart two scores may be and still say the same: one point on a scale of five or more, none on a short one. */
function allowance(points: number): number {
  return points >= 5 ? 1 : 0
}

/** 1 for the same, 0 for the two ends; who cannot judge agrees with nobody who can. */
function near(points: number, one: Score, other: Score): number {
  if (one === other) return 1
  if (one === CANNOT_JUDGE || other === CANNOT_JUDGE) return 0
  return 1 - Math.abs(one - other) / (points - 1)
}

function listed(item: Item, scores: Record<string, Score>): Score[] {
  return item.ask.scales.map(one => scores[one.id] ?? CANNOT_JUDGE)
}

function agreement(item: Item, one: Record<string, Score>, other: Record<string, Score>): number {
  const theirs = listed(item, other)
  const parts = listed(item, one).map((score, index) => near(item.ask.points, score, theirs[index] as Score))
  return parts.reduce((sum, part) => sum + part, 0) / parts.length
}

/** The end that is farther away: at least half the scale from the truth. */
function farEnd(points: number, score: number): number {
  return score - 1 >= points - score ? 1 : points
}

/** Nobody who is usually right is wrong by a point: one scale goes to its far end. */
function slipped(item: Item, truth: Record<string, number>, draw: Draw): RatingAnswer {
  const { id } = oneOf(item.ask.scales, draw)
  return { scores: { ...truth, [id]: farEnd(item.ask.points, truth[id] ?? 1) } }
}

/** One or more scales, each with its ends written out. Each scale is a question of its own; near scores agree in part. */
export const rating: Kind<RatingAsk, RatingContent, RatingAnswer, Record<string, number>> = {
  name: 'rating',
  isComparable: true,
  ask,
  content,
  texts: given => ({ text: given.text, ...(given.source === undefined ? {} : { source: given.source }) }),
  truth: item => scoresOf(item, pointOf(item)),
  answer: item => z.strictObject({ scores: scoresOf(item, z.union([pointOf(item), z.literal(CANNOT_JUDGE)])) }),
  questions: item => item.ask.scales.map(one => one.id),
  classes: given => [...Array.from({ length: given.points }, (_, index) => String(index + 1)), CANNOT_JUDGE],
  nearness: (given, one, other) =>
    near(
      given.points,
      one === CANNOT_JUDGE ? CANNOT_JUDGE : Number(one),
      other === CANNOT_JUDGE ? CANNOT_JUDGE : Number(other),
    ),
  labels: (item, answer) => listed(item, answer.scores).map(String),
  truthLabels: (item, truth) => listed(item, truth).map(String),
  agreement: (item, one, other) => agreement(item, one.scores, other.scores),
  isRight: (item, answer, truth) => {
    const given = listed(item, answer.scores)
    return listed(item, truth).every((score, index) => {
      const mine = given[index]
      return (
        typeof mine === 'number' && typeof score === 'number' && Math.abs(mine - score) <= allowance(item.ask.points)
      )
    })
  },
  exportFields: (item, answer) =>
    Object.fromEntries(item.ask.scales.map(one => [`score_${one.id}`, answer.scores[one.id] ?? CANNOT_JUDGE])),
  right: (_item, truth) => ({ scores: truth }),
  slip: slipped,
  wrong: (item, truth) => [
    { scores: Object.fromEntries(item.ask.scales.map(({ id }) => [id, farEnd(item.ask.points, truth[id] ?? 1)])) },
  ],
  truthFromCell: fromJson,
}
