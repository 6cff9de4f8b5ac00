// What is on the cards, and what each person says to them: the part of the world that the platform cannot see. Pure but for its notes.
import type { ItemContent } from '@perle/core'
import { answerOf } from '../crowd/actor.ts'
import { drawsOf } from '../crowd/draws.ts'
import type { Member } from './membersOf.ts'
import { marksOf, type Question, questionsOf, sharesOf, specOf, type Terms, textOf } from './questionsOf.ts'

export type Note = { member: Member; key: string; label: string }

export type Cards = {
  questions: readonly Question[]
  usualSeconds: number
  /** Every answer to a task, in the order in which they were given. */
  notes: Note[]
  read(text: string): { question: Question; item: ItemContent }
  labelOf(member: Member, text: string, where: 'practice' | 'test' | 'task'): string
  labelCalled(words: string): string | undefined
  note(given: { member: Member; card: string; label: string }): void
}

export function dealCards(terms: Terms): Cards {
  const spec = specOf(terms)
  const questions = questionsOf(terms)
  const byText = new Map(questions.map(question => [textOf(question), question]))
  const labels = (spec.ask as { labels: { id: string; label: string }[] }).labels
  const byWords = new Map(labels.map(label => [label.label, label.id]))
  const read = (text: string) => {
    const question = byText.get(text)
    if (question === undefined) throw new Error(`bug: no such card: ${text}`)
    return { question, item: { kind: 'choice', ask: spec.ask, content: { text } } satisfies ItemContent }
  }
  const notes: Note[] = []
  return {
    questions,
    usualSeconds: spec.usualSeconds,
    notes,
    read,
    labelOf: (member, text, where) => {
      const { question } = read(text)
      return labelOf(member, question, terms, where === 'task')
    },
    labelCalled: words => byWords.get(words),
    note: ({ member, card, label }) => notes.push({ member, key: read(card).question.key, label }),
  }
}

/**
 * The same person says the same to the same card, whenever it comes: so a run in memory can be compared with one through the chat.
 * `progress`: share of their answers that is sent; where nobody knows how many there will be, 0.
 */
export function labelOf(member: Member, question: Question, terms: Terms, isWork: boolean, progress = 0): string {
  const { actor } = member
  const classes = marksOf(terms.classes)
  const random = drawsOf(terms.seed, 'answer', member.name, question.key)
  const reads = (accuracy: number) => readAt(accuracy, question, classes, random)
  if (!isWork) return reads(actor.testAccuracy ?? actor.accuracy)
  const read = () => reads(accuracyOn(actor.accuracy, question, classes.length))
  if (actor.answers === undefined) return read()
  const pact = `${terms.seed} ${member.pact}`
  return actor.answers({
    itemKey: question.key,
    classes,
    pact,
    shares: sharesOf(terms),
    progress,
    random,
    reads: read,
  })
}

function readAt(accuracy: number, question: Question, classes: readonly string[], random: () => number): string {
  const item: ItemContent = { kind: 'choice', ask: { labels: classes.map(id => ({ id })) }, content: {} }
  const reader = { name: 'reader', accuracy, pace: 1 }
  return (answerOf(reader, item, question.truth, random) as { label: string }).label
}

/** On a hard card half of what somebody knows beyond chance is lost. */
function accuracyOn(accuracy: number, question: Question, classes: number): number {
  const chance = 1 / classes
  return question.isHard ? chance + (accuracy - chance) / 2 : accuracy
}
