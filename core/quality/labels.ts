// DS1c: Dawid & Skene's (1979) confusion matrices, each shrunk toward its owner's own one-coin shape and the pool's pattern of errors, so that
// a contributor with five answers is not judged by a matrix of five. EM with Dirichlet smoothing as in Raykar et al. (2010), in log space.
import { type AnswersByItem, answersByItem, type LabelInput } from './answers.ts'

export type { LabelInput } from './answers.ts'

export type LabelOptions = {
  /** Weight of the one-coin shape, in answers. 4 was best on ten public sets. */
  shrink?: number
  maxPasses?: number
  /** Stops when no posterior moved by more than this. */
  tolerance?: number
}

export type LabelFit = {
  /** P(class c of item i) at i * classes + c. The class prior where an item has no answer. */
  posterior: Float64Array
  classPrior: Float64Array
  /** P(contributor w says l | class c) at (w * classes + l) * classes + c. */
  confusion: Float64Array
  /** One-coin accuracy of each contributor, with prior Beta(4, 1.5). */
  accuracy: Float64Array
  passes: number
  hasConverged: boolean
}

const SHRINK = 4
const RIGHT = 4
const WRONG = 1.5

/** Deterministic: the same input in the same order gives the same bits. Throws RangeError on indexes out of range. */
export function fitLabels(input: LabelInput, options: LabelOptions = {}): LabelFit {
  const { shrink = SHRINK, maxPasses = 100, tolerance = 1e-4 } = options
  const { items, contributors, classes } = input
  const answers = answersByItem(input)
  const fit: LabelFit = {
    posterior: voteShares(input, answers),
    classPrior: new Float64Array(classes),
    confusion: new Float64Array(contributors * classes * classes),
    accuracy: new Float64Array(contributors),
    passes: 0,
    hasConverged: false,
  }
  const logConfusion = new Float64Array(fit.confusion.length)
  while (fit.passes < maxPasses && !fit.hasConverged) {
    estimateContributors(input, answers, fit, shrink)
    estimatePrior(fit, items, classes)
    for (let x = 0; x < logConfusion.length; x++) logConfusion[x] = Math.log(fit.confusion[x]!)
    fit.hasConverged = estimateItems(input, answers, fit, logConfusion) <= tolerance
    fit.passes++
  }
  return fit
}

/** Shares of the votes; the known class where there is gold; even where nobody answered. */
function voteShares(input: LabelInput, { start, order }: AnswersByItem): Float64Array {
  const { items, classes, label, gold } = input
  const posterior = new Float64Array(items * classes)
  for (let i = 0; i < items; i++) {
    const from = start[i]!
    const to = start[i + 1]!
    const known = gold?.[i] ?? -1
    if (known >= 0) posterior[i * classes + known] = 1
    else if (from === to) posterior.fill(1 / classes, i * classes, (i + 1) * classes)
    else {
      for (let position = from; position < to; position++) {
        const cell = i * classes + label[order[position]!]!
        posterior[cell]! += 1 / (to - from)
      }
    }
  }
  return posterior
}

function estimateContributors(input: LabelInput, answers: AnswersByItem, fit: LabelFit, shrink: number): void {
  const { contributors, classes } = input
  const counts = fit.confusion.fill(0)
  countAnswers(input, answers, fit.posterior, counts)
  const errors = errorPattern(counts, contributors, classes)
  for (let w = 0; w < contributors; w++) {
    const base = w * classes * classes
    let right = 0
    let total = 0
    for (let l = 0; l < classes; l++) {
      right += counts[base + l * classes + l]!
      for (let c = 0; c < classes; c++) total += counts[base + l * classes + c]!
    }
    const accuracy = (right + RIGHT) / (total + RIGHT + WRONG)
    fit.accuracy[w] = accuracy
    for (let c = 0; c < classes; c++) shrinkColumn(counts, errors, { base, c, classes, accuracy, shrink })
  }
}

/** Turns column c of one contributor's counts into P(l | c). */
function shrinkColumn(
  counts: Float64Array,
  errors: Float64Array,
  column: { base: number; c: number; classes: number; accuracy: number; shrink: number },
): void {
  const { base, c, classes, accuracy, shrink } = column
  let sum = 0
  for (let l = 0; l < classes; l++) {
    const cell = base + l * classes + c
    const shape = l === c ? accuracy : (1 - accuracy) * errors[l * classes + c]!
    counts[cell]! += shrink * shape
    sum += counts[cell]!
  }
  for (let l = 0; l < classes; l++) {
    const cell = base + l * classes + c
    counts[cell] = counts[cell]! / sum
  }
}

function countAnswers(
  input: LabelInput,
  { start, cell }: AnswersByItem,
  posterior: Float64Array,
  counts: Float64Array,
) {
  const { items, classes } = input
  for (let i = 0; i < items; i++) {
    for (let position = start[i]!; position < start[i + 1]!; position++) {
      const row = cell[position]!
      for (let c = 0; c < classes; c++) counts[row + c]! += posterior[i * classes + c]!
    }
  }
}

/** What the pool says when it is wrong: E(l | c) at l * classes + c, smoothed by one answer a cell; zero on the diagonal. */
function errorPattern(counts: Float64Array, contributors: number, classes: number): Float64Array {
  const pattern = new Float64Array(classes * classes)
  for (let w = 0; w < contributors; w++) {
    for (let x = 0; x < pattern.length; x++) pattern[x]! += counts[w * pattern.length + x]!
  }
  for (let c = 0; c < classes; c++) {
    pattern[c * classes + c] = 0
    let sum = 0
    for (let l = 0; l < classes; l++) {
      if (l !== c) pattern[l * classes + c]! += 1
      sum += pattern[l * classes + c]!
    }
    for (let l = 0; l < classes; l++) pattern[l * classes + c] = pattern[l * classes + c]! / sum
  }
  return pattern
}

/** One added to every class: a class that nobody named stays possible. */
function estimatePrior(fit: LabelFit, items: number, classes: number): void {
  fit.classPrior.fill(1 / (items + classes))
  for (let x = 0; x < fit.posterior.length; x++) {
    const c = x % classes
    fit.classPrior[c]! += fit.posterior[x]! / (items + classes)
  }
}

/** Returns the largest change of a posterior. Gold items stay as they are. */
function estimateItems(input: LabelInput, answers: AnswersByItem, fit: LabelFit, logConfusion: Float64Array): number {
  const { items, classes, gold } = input
  const logs = new Float64Array(classes)
  const logPrior = fit.classPrior.map(Math.log)
  let change = 0
  for (let i = 0; i < items; i++) {
    if ((gold?.[i] ?? -1) >= 0) continue
    logs.set(logPrior)
    for (let position = answers.start[i]!; position < answers.start[i + 1]!; position++) {
      const row = answers.cell[position]!
      for (let c = 0; c < classes; c++) logs[c]! += logConfusion[row + c]!
    }
    normalize(logs)
    for (let c = 0; c < classes; c++) {
      const cell = i * classes + c
      change = Math.max(change, Math.abs(logs[c]! - fit.posterior[cell]!))
      fit.posterior[cell] = logs[c]!
    }
  }
  return change
}

/** Logarithms of weights become shares, in place, without overflow. */
export function normalize(logs: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY
  for (const value of logs) most = Math.max(most, value)
  let sum = 0
  for (let c = 0; c < logs.length; c++) {
    logs[c] = Math.exp(logs[c]! - most)
    sum += logs[c]!
  }
  for (let c = 0; c < logs.length; c++) logs[c] = logs[c]! / sum
}
