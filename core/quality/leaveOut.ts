// What an item would look like without one contributor: the only fair measure of an answer is one that the answer did not move.
import { type AnswersByItem, answersByItem, type LabelInput } from './answers.ts'
import { type LabelFit, normalize } from './labels.ts'

/**
 * For each answer k the posterior of its item without any answer of its contributor's group, at k * classes + c. `group`: one number a
 * contributor; merged identities and members of a flagged cluster share one. Undefined: everybody is alone.
 *
 * Exact in the answers that vote, approximate in the parameters: confusion matrices and class prior are those of the one fit, in which the
 * left-out answers took part. Refitting per contributor would change an item's posterior by little and cost one fit each.
 * Gold items keep their known class. An item that nobody else answered falls back to the class prior.
 */
export function leaveOutPosteriors(input: LabelInput, fit: LabelFit, group?: Int32Array): Float64Array {
  const { items, classes, contributorIndex, itemIndex, gold } = input
  const answers = answersByItem(input)
  const groupOf = (k: number) => group?.[contributorIndex[k]!] ?? contributorIndex[k]!
  const posterior = new Float64Array(itemIndex.length * classes)
  const logs = logConfusion(fit)
  // Walk every answer, the uncounted (doubled, muted) ones too: they have a leave-out posterior as well.
  for (let k = 0; k < itemIndex.length; k++) {
    const item = itemIndex[k]!
    if (item >= items) throw new RangeError(`item of answer ${k}`)
    const known = gold?.[item] ?? -1
    if (known >= 0) posterior[k * classes + known] = 1
    else
      posterior.set(
        posteriorWithout(input, fit, answers, logs, item, other => groupOf(other) !== groupOf(k)),
        k * classes,
      )
  }
  return posterior
}

function posteriorWithout(
  input: LabelInput,
  fit: LabelFit,
  { start, order, cell }: AnswersByItem,
  logs: Float64Array,
  item: number,
  counts: (answer: number) => boolean,
): Float64Array {
  const { classes } = input
  const sum = fit.classPrior.map(Math.log)
  for (let position = start[item]!; position < start[item + 1]!; position++) {
    const other = order[position]!
    if (!counts(other)) continue
    const row = cell[position]!
    for (let c = 0; c < classes; c++) sum[c]! += logs[row + c]!
  }
  normalize(sum)
  return sum
}

function logConfusion(fit: LabelFit): Float64Array {
  return fit.confusion.map(Math.log)
}
