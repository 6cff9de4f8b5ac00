// Made-up crowds with a known truth, from a seed.
import type { LabelInput } from '../../core/quality/index.ts'
import { seededRandom } from './seededRandom.ts'

export type Contributor = { accuracy: number } | { always: number }

export type Crowd = { input: LabelInput; truth: Int32Array }

/** Everybody answers every item with chance `share`; wrong answers are spread evenly. */
export function aCrowd(options: {
  items: number
  classes: number
  people: Contributor[]
  share?: number
  seed: number
}): Crowd {
  const { items, classes, people, share = 1, seed } = options
  const random = seededRandom(seed)
  const pick = (n: number) => Math.floor(random() * n)
  const truth = Int32Array.from({ length: items }, () => pick(classes))
  const rows: [number, number, number][] = []
  truth.forEach((right, item) => {
    people.forEach((person, w) => {
      if (random() >= share) return
      if ('always' in person) rows.push([item, w, person.always])
      else rows.push([item, w, random() < person.accuracy ? right : (right + 1 + pick(classes - 1)) % classes])
    })
  })
  return { truth, input: labelInput(items, people.length, classes, rows) }
}

export function labelInput(
  items: number,
  contributors: number,
  classes: number,
  rows: [number, number, number][],
): LabelInput {
  return {
    items,
    contributors,
    classes,
    itemIndex: Int32Array.from(rows, row => row[0]),
    contributorIndex: Int32Array.from(rows, row => row[1]),
    label: Int32Array.from(rows, row => row[2]),
  }
}

export function mostLikely(posterior: Float64Array, classes: number, item: number): number {
  const shares = posterior.subarray(item * classes, (item + 1) * classes)
  return shares.indexOf(Math.max(...shares))
}
