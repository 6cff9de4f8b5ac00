// How far people agree, chance removed in three ways. Show alpha and AC1 together: where one class is rare they differ widely (alpha .16 and
// AC1 .59 on the same product-matching answers), and neither alone tells the truth.
import { type AnswersByItem, answersByItem, type LabelInput } from './answers.ts'

export type Agreement = {
  /** Items with two answers or more; all figures are over these. */
  items: number
  answers: number
  /** Mean over items of the share of agreeing pairs. */
  observed: number
  /** Krippendorff's alpha, nominal (Krippendorff 1970). */
  alpha: number
  /** Gwet's AC1 (2008). */
  ac1: number
  /** Fleiss' kappa with class shares as means of the items' shares. */
  kappa: number
}

/** Undefined when no item has two answers. A coefficient is 1 when chance alone explains everything and all agree. */
export function agreementOf(input: LabelInput): Agreement | undefined {
  const { classes } = input
  const grouped = answersByItem(input)
  const shares = new Float64Array(classes)
  const totals = new Float64Array(classes)
  let [items, answers, observed, coincidences] = [0, 0, 0, 0]
  for (let i = 0; i < input.items; i++) {
    const counts = countClasses(input, grouped, i)
    const n = counts.reduce((sum, count) => sum + count, 0)
    if (n < 2) continue
    const pairs = counts.reduce((sum, count) => sum + count * (count - 1), 0)
    items++
    answers += n
    observed += pairs / (n * (n - 1))
    coincidences += pairs / (n - 1)
    for (let c = 0; c < classes; c++) {
      shares[c]! += counts[c]! / n
      totals[c]! += counts[c]!
    }
  }
  if (items === 0) return undefined
  const mean = shares.map(share => share / items)
  const same = mean.reduce((sum, share) => sum + share * share, 0)
  const spread = mean.reduce((sum, share) => sum + share * (1 - share), 0) / (classes - 1)
  const chance = totals.reduce((sum, total) => sum + total * (total - 1), 0) / (answers * (answers - 1))
  const share = observed / items
  return {
    items,
    answers,
    observed: share,
    alpha: corrected(coincidences / answers, chance),
    ac1: corrected(share, spread),
    kappa: corrected(share, same),
  }
}

function countClasses({ classes, label }: LabelInput, { start, order }: AnswersByItem, item: number): Int32Array {
  const counts = new Int32Array(classes)
  for (let position = start[item]!; position < start[item + 1]!; position++) {
    const c = label[order[position]!]!
    counts[c]! += 1
  }
  return counts
}

function corrected(observed: number, chance: number): number {
  return chance === 1 ? 1 : (observed - chance) / (1 - chance)
}
