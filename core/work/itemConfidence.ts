// How sure an item is after the answers at hand. Pure.
import { kindOf } from '../kinds/index.ts'
import type { ItemContent } from '../kinds/kind.ts'
import { confidenceOf } from '../quality/confidence.ts'

/** What a person of whom nothing is known is taken to be right at: the pilot mean of an average person, less a little. */
const UNKNOWN_PPM = 750_000

/** `meanPpm`: mean of its author's reputation in the skill; undefined for somebody without one. */
export type HeldAnswer = { answer: unknown; meanPpm: number | undefined }

/** The least sure of the item's questions, ppm; 0 for kinds whose answers cannot be compared, and without answers. */
export function itemConfidence(item: ItemContent, answers: readonly HeldAnswer[]): number {
  const kind = kindOf(item.kind)
  const classes = kind.classes(item.ask)
  if (classes.length === 0 || answers.length === 0) return 0
  const votes = answers.map(({ answer, meanPpm }) => ({
    labels: kind.labels(item, answer),
    accuracyPpm: meanPpm ?? UNKNOWN_PPM,
  }))
  const sure = kind.questions(item).map((_, question) => {
    const given = votes.map(vote => ({
      class: classes.indexOf(vote.labels[question] ?? ''),
      accuracyPpm: vote.accuracyPpm,
    }))
    return confidenceOf(given, classes.length).confidencePpm
  })
  return sure.length === 0 ? 0 : Math.min(...sure)
}
