// A made-up campaign: cards with one of K marks, of which some are hard to read. Only the simulation knows what is right. Pure.
import { campaignSpec } from '@perle/core'
import { drawsOf, pick } from '../crowd/draws.ts'

export type Question = {
  /** Its id in the import, and what its text names. */
  key: string
  role: 'live' | 'practice' | 'test' | 'check'
  truth: string
  isHard: boolean
}

export type Terms = {
  seed: number
  items: number
  /** Marks to choose from; "cannot tell" comes on top, and is never right. */
  classes: number
  /** Share of the first mark among the truths; undefined: all alike. */
  firstShare?: number | undefined
}

/** As in the simulations that fixed the reward formula. */
const HARD_SHARE = 0.15
/** What a test must have so that somebody who guesses does not reach a stipend: twelve questions with three choices. */
const TESTS = 12
const PASS = 8
const PRACTICE = 2
/** Enough that nobody meets all of them: a person sees each at most once. */
const LEAST_CHECKS = 24
const CHECK_SHARE = 0.2

const NAMES = ['Alder', 'Birch', 'Cedar', 'Elder', 'Hazel'] as const

/** Ids of the marks, in the order in which the buttons stand. */
export function marksOf(classes: number): string[] {
  if (classes < 2 || classes > NAMES.length) throw new Error(`expected 2 to ${NAMES.length} classes`)
  return NAMES.slice(0, classes).map(name => name.toLowerCase())
}

/** How often each mark is the right one. */
export function sharesOf({ classes, firstShare = 1 / classes }: Pick<Terms, 'classes' | 'firstShare'>): number[] {
  return Array.from({ length: classes }, (_, place) => (place === 0 ? firstShare : (1 - firstShare) / (classes - 1)))
}

export function questionsOf(terms: Terms): Question[] {
  const checks = Math.max(LEAST_CHECKS, Math.ceil(terms.items * CHECK_SHARE))
  const some = (role: Question['role'], count: number) =>
    Array.from({ length: count }, (_, index) => questionAt(terms, role, index))
  return [...some('practice', PRACTICE), ...some('test', TESTS), ...some('check', checks), ...some('live', terms.items)]
}

export function questionAt(terms: Terms, role: Question['role'], index: number): Question {
  const key = `${role}-${String(index + 1).padStart(5, '0')}`
  const random = drawsOf(terms.seed, 'question', key)
  const marks = marksOf(terms.classes)
  const isHard = role === 'live' && random() < HARD_SHARE
  const { firstShare } = terms
  if (firstShare === undefined) return { key, role, isHard, truth: pick(marks, random) }
  return { key, role, isHard, truth: random() < firstShare ? (marks[0] as string) : pick(marks.slice(1), random) }
}

/** What stands on the card; a person knows a card again by it. */
export function textOf(question: Pick<Question, 'key'>): string {
  return `Card ${question.key}`
}

/** One line of the import. Live cards go in without their truth: nothing in the database may know it. */
export function importRow(question: Question) {
  const known = { truth: question.truth, why: 'The card bears this mark.', rule: 1 }
  return {
    id: question.key,
    role: question.role,
    content: { text: textOf(question) },
    ...(question.role === 'live' ? {} : known),
  }
}

/** A price of one token, so that pay per answer reads as a share of the price. */
export function specOf(terms: Pick<Terms, 'classes'>) {
  return campaignSpec.parse({
    slug: 'marked-cards',
    title: 'Marked cards',
    kind: 'choice',
    skill: 'reading marks',
    language: 'en',
    purpose: 'show what honest work and other work earn',
    licence: 'CC0 1.0',
    kindInWords: 'say which mark a card bears',
    usualSeconds: 30,
    minutesOfTest: 6,
    passMark: PASS,
    ask: {
      question: 'Which mark is on this card?',
      labels: marksOf(terms.classes).map((id, index) => ({ id, label: NAMES[index] })),
    },
    guide: [
      { rule: 1, text: 'Name the mark that the card bears.' },
      { rule: 2, text: 'Look at the whole card before you choose.' },
    ],
    price: (10n ** 18n).toString(),
  })
}
