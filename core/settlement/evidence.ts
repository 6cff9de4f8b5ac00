// From the answers of one campaign to the quality engine and back: each answer is cut into its kind's questions, evidence of the parts
// is averaged. Pure.
import type { ContributorId, ItemId, SubmissionId } from '../ids.ts'
import { type AnyKind, kindOf } from '../kinds/index.ts'
import type { ItemContent } from '../kinds/kind.ts'
import type { Evidence } from '../money/reliability.ts'
import { evidenceShares, fitLabels, type LabelInput, meanEvidence } from '../quality/index.ts'
import { assert } from '../refusals.ts'

/** An answer as its author sent it. */
export type OpenedAnswer = {
  id: SubmissionId
  contributorId: ContributorId
  itemId: ItemId
  item: ItemContent
  answer: unknown
  /** The right answer of a check question; undefined for all other items, whatever a requester knows of them. */
  truth: unknown
  /** 1 or 0: what the panel of an appeal decided; -1 where none did. It stands above truth and consensus. */
  ruling: -1 | 0 | 1
}

/** Answers of one kind with the same classes, as the engine takes them. Entry k is one part of one answer. */
export type Problem = {
  answers: readonly OpenedAnswer[]
  people: ContributorId[]
  input: LabelInput
  rowOf: Int32Array
  decided: Int32Array
  /** How near answer a is to truth c, at a * classes + c; undefined where only equal classes agree. */
  nearness: Float64Array | undefined
}

/**
 * One problem a kind and set of classes: a campaign may mix kinds, and what counts as a mistake of one says nothing about the classes of
 * another. Answers that cannot be compared are in none. `answers` in order of id, so that the same answers give the same bits.
 */
export function problemsOf(answers: readonly OpenedAnswer[]): Problem[] {
  const groups = Map.groupBy(answers, ({ item }) => [item.kind, ...kindOf(item.kind).classes(item.ask)].join('\n'))
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).flatMap(([, group]) => problemOf(group) ?? [])
}

/** All of one kind; undefined where its answers cannot be compared. */
function problemOf(answers: readonly OpenedAnswer[]): Problem | undefined {
  const first = answers[0]
  if (first === undefined) return undefined
  const { kind: name, ask } = first.item
  const classes = kindOf(name).classes(ask)
  if (classes.length === 0) return undefined
  const people = [...new Set(answers.map(answer => answer.contributorId))].sort()
  const place = new Map(people.map((id, index) => [id, index]))
  const cells = new Map<string, number>()
  const gold: number[] = []
  const parts: { item: number; contributor: number; label: number; row: number; ruling: number }[] = []
  for (const [row, answer] of answers.entries()) {
    const kind = kindOf(answer.item.kind)
    const labels = kind.labels(answer.item, answer.answer)
    const truth = answer.truth === undefined ? undefined : kind.truthLabels(answer.item, answer.truth)
    for (const [index, question] of kind.questions(answer.item).entries()) {
      const name = `${answer.itemId} ${question}`
      const cell = cells.get(name) ?? cells.size
      if (cell === cells.size) {
        cells.set(name, cell)
        gold.push(truth === undefined ? -1 : classes.indexOf(truth[index] ?? ''))
      }
      const label = classes.indexOf(labels[index] ?? '')
      assert(label >= 0, `an answer outside its classes: ${answer.id}`)
      parts.push({ item: cell, contributor: place.get(answer.contributorId) ?? 0, label, row, ruling: answer.ruling })
    }
  }
  const column = (pick: (part: (typeof parts)[number]) => number) => Int32Array.from(parts, pick)
  return {
    answers,
    people,
    rowOf: column(part => part.row),
    decided: column(part => part.ruling),
    nearness: nearnessOf(kindOf(name), ask, classes),
    input: {
      items: cells.size,
      contributors: people.length,
      classes: classes.length,
      itemIndex: column(part => part.item),
      contributorIndex: column(part => part.contributor),
      label: column(part => part.label),
      gold: Int32Array.from(gold),
    },
  }
}

function nearnessOf(kind: AnyKind, ask: unknown, classes: readonly string[]): Float64Array | undefined {
  if (kind.nearness === undefined) return undefined
  return Float64Array.from(classes.flatMap(one => classes.map(other => kind.nearness?.(ask, one, other) ?? 0)))
}

/** Evidence of every answer from one fit without the people in `leftOut` (who failed the check questions); theirs is measured all the same. */
export function evidenceOf(problem: Problem, leftOut: ReadonlySet<ContributorId>): Map<SubmissionId, Evidence> {
  const muted = Uint8Array.from(problem.people, id => (leftOut.has(id) ? 1 : 0))
  const input = { ...problem.input, muted }
  const shares = evidenceShares(input, fitLabels(input), {
    decided: problem.decided,
    agreement: problem.nearness,
  })
  const { t, e, n } = meanEvidence(shares, problem.rowOf, problem.answers.length)
  return new Map(problem.answers.map((answer, row) => [answer.id, { t: t[row] ?? 0, e: e[row] ?? 0, n: n[row] ?? 0 }]))
}
