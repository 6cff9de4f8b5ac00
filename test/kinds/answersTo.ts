// Any valid answer to an item, per kind.
import fc from 'fast-check'
import type { CodeReviewContent } from '../../core/kinds/codeReview.ts'
import { parseDiff } from '../../core/kinds/diff.ts'
import type { ItemContent, KindName } from '../../core/kinds/kind.ts'

type Labels = { labels: { id: string }[] }
const idsOf = (item: ItemContent) => (item.ask as Labels).labels.map(label => label.id)

const words = fc
  .string({ unit: 'grapheme', minLength: 10, maxLength: 60 })
  .filter(text => [...text].length >= 10 && [...text].length <= 600)

/** A split of shuffled ids into groups. */
function orders(ids: string[]): fc.Arbitrary<string[][]> {
  return fc
    .tuple(
      fc.shuffledSubarray(ids, { minLength: ids.length }),
      fc.array(fc.boolean(), { minLength: ids.length, maxLength: ids.length }),
    )
    .map(([order, ties]) => {
      const groups: string[][] = []
      for (const [index, id] of order.entries()) {
        const last = groups.at(-1)
        if (last !== undefined && ties[index]) last.push(id)
        else groups.push([id])
      }
      return groups.map(group => group.toSorted())
    })
}

function reviews(content: CodeReviewContent): fc.Arbitrary<unknown> {
  const diff = parseDiff(content.diff)
  if (!diff.ok) throw new Error(diff.expected)
  const places = diff.files.flatMap(file =>
    file.hunks
      .flat()
      .map(line => ({ file: file.path, line: line.number, side: line.mark === 'removed' ? 'old' : 'new' })),
  )
  const weight = fc.constantFrom('must', 'should', 'question')
  const comments = fc
    .tuple(
      fc.subarray(places),
      fc.array(fc.tuple(weight, words), { minLength: places.length, maxLength: places.length }),
    )
    .map(([chosen, said]) =>
      chosen.map((place, index) => ({ ...place, weight: said[index]?.[0] ?? 'should', text: said[index]?.[1] ?? '' })),
    )
  return fc.tuple(comments, fc.boolean()).map(([given, cannot]) => {
    const must = given.some(one => one.weight === 'must')
    return { decision: cannot ? 'cannot_judge' : must ? 'needs_changes' : 'safe', comments: given }
  })
}

export const answersTo: Record<KindName, (item: ItemContent) => fc.Arbitrary<unknown>> = {
  choice: item => fc.record({ label: fc.constantFrom(...idsOf(item), 'cannot_tell') }),
  tags: item => fc.record({ labels: fc.shuffledSubarray(idsOf(item)) }),
  rating: item => {
    const { scales, points } = item.ask as { scales: { id: string }[]; points: number }
    const score = fc.oneof(fc.integer({ min: 1, max: points }), fc.constant('cannot_judge'))
    return fc.record({ scores: fc.record(Object.fromEntries(scales.map(scale => [scale.id, score]))) })
  },
  pairwise: () =>
    fc.record({
      preferred: fc.constantFrom('a', 'b', 'tie', 'both_bad', 'cannot_judge'),
      shown: fc.constantFrom('ab', 'ba'),
    }),
  ranking: item => {
    const ids = (item.content as { texts: { id: string }[] }).texts.map(text => text.id)
    return fc.record({
      order: fc.oneof(orders(ids), fc.constant('all_bad')),
      shown: fc.shuffledSubarray(ids, { minLength: ids.length }).map(order => order.join('')),
    })
  },
  text: item => {
    const { min, max } = item.ask as { min: number; max: number }
    return fc.record({ text: fc.string({ minLength: min, maxLength: max }) })
  },
  steps: item => {
    const count = (item.content as { steps: string[] }).steps.length
    const fine = fc.constantFrom('right', 'neither')
    const all = fc.array(fine, { minLength: count, maxLength: count }).map(steps => ({ steps }))
    const some = fc
      .tuple(
        fc.array(fine, { maxLength: count - 1 }),
        fc.constantFrom('calculation', 'rule', 'misread', 'left_out', 'other'),
        words,
      )
      .map(([before, reason, note]) => ({ steps: [...before, 'wrong'], reason, note }))
    if ((item.ask as { asksBehind?: true }).asksBehind !== true) return fc.oneof(all, some)
    const behind = fc.array(fc.constantFrom('right', 'wrong', 'neither'), { minLength: count, maxLength: count })
    const whole = fc
      .tuple(some, behind)
      .map(([answer, marks]) => ({ ...answer, steps: [...answer.steps, ...marks.slice(answer.steps.length)] }))
    return fc.oneof(all, whole)
  },
  codeReview: item => reviews(item.content as CodeReviewContent),
}
