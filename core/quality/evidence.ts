// From a fit to evidence: what an answer is worth (t), what the same answer would have got on the other items (e), and what a perfect answer
// would have gained (n). Bonus minus penalty task: Correlated Agreement, Shnayder et al., EC'16. Floats end here: ppm, rounded once, half up.
import type { LabelInput } from './answers.ts'
import type { LabelFit } from './labels.ts'
import { leaveOutPosteriors } from './leaveOut.ts'

/** One entry an answer, ppm. */
export type EvidenceColumns = { t: Int32Array; e: Int32Array; n: Int32Array }
/** The same before rounding, 0..1. */
export type EvidenceShares = { t: Float64Array; e: Float64Array; n: Float64Array }

export type EvidenceOptions = {
  /** Merged identities and flagged clusters: contributors with the same number are left out together. */
  group?: Int32Array | undefined
  /** What an appeal panel decided of an answer: 1 right, 0 wrong, -1 nothing. Stands above gold and posterior. */
  decided?: Int32Array | undefined
  /** How far answer a agrees with truth c, 0..1, at a * classes + c; 1 on the diagonal. Undefined: they agree only when equal. */
  agreement?: Float64Array | undefined
}

export function evidenceOf(input: LabelInput, fit: LabelFit, options: EvidenceOptions = {}): EvidenceColumns {
  return roundEvidence(evidenceShares(input, fit, options))
}

export function evidenceShares(input: LabelInput, fit: LabelFit, options: EvidenceOptions = {}): EvidenceShares {
  const { classes, label, itemIndex } = input
  const { group, decided, agreement = identity(classes) } = options
  const count = itemIndex.length
  const mean = meanPosterior(input, fit)
  const elsewhere = new Float64Array(classes)
  for (let a = 0; a < classes; a++) elsewhere[a] = agreementWith(agreement, classes, a, mean, 0)
  let chance = 0
  for (let a = 0; a < classes; a++) chance += mean[a]! * elsewhere[a]!
  const leaveOut = leaveOutPosteriors(input, fit, group)
  const t = new Float64Array(count)
  for (let k = 0; k < count; k++) {
    const ruling = decided?.[k] ?? -1
    t[k] = ruling >= 0 ? ruling : agreementWith(agreement, classes, label[k]!, leaveOut, k * classes)
  }
  const e = Float64Array.from(label, a => elsewhere[a]!)
  return { t, e, n: new Float64Array(count).fill(1 - chance) }
}

/**
 * Several answers that are one answer in parts (pairs of a ranking, labels of a tag set, steps): the mean of the parts.
 * `rowOf[k]`: the row that part k belongs to. Rows without parts get zeros.
 */
export function meanEvidence(parts: EvidenceShares, rowOf: Int32Array, rows: number): EvidenceColumns {
  const counts = new Float64Array(rows)
  const sums = { t: new Float64Array(rows), e: new Float64Array(rows), n: new Float64Array(rows) }
  for (let k = 0; k < rowOf.length; k++) {
    const row = rowOf[k]!
    counts[row]! += 1
    for (const name of ['t', 'e', 'n'] as const) sums[name][row] = sums[name][row]! + parts[name][k]!
  }
  for (const name of ['t', 'e', 'n'] as const) {
    for (let row = 0; row < rows; row++) sums[name][row] = sums[name][row]! / Math.max(1, counts[row]!)
  }
  return roundEvidence(sums)
}

/** Once, half up. */
export function toPpm(share: number): number {
  return Math.floor(share * 1_000_000 + 0.5)
}

function roundEvidence({ t, e, n }: EvidenceShares): EvidenceColumns {
  return { t: Int32Array.from(t, toPpm), e: Int32Array.from(e, toPpm), n: Int32Array.from(n, toPpm) }
}

/** Mean posterior over items that somebody answered or whose truth is known: what the campaign's truths look like. */
function meanPosterior({ items, classes, itemIndex, gold }: LabelInput, fit: LabelFit): Float64Array {
  const isScored = new Uint8Array(items)
  for (const item of itemIndex) isScored[item] = 1
  const mean = new Float64Array(classes)
  let scored = 0
  for (let i = 0; i < items; i++) {
    if (isScored[i] === 0 && (gold?.[i] ?? -1) < 0) continue
    scored++
    for (let c = 0; c < classes; c++) mean[c]! += fit.posterior[i * classes + c]!
  }
  return mean.map(sum => sum / Math.max(1, scored))
}

/** Expected agreement of answer a with a truth of which `shares` (from `offset`) are known. */
function agreementWith(
  agreement: Float64Array,
  classes: number,
  a: number,
  shares: Float64Array,
  offset: number,
): number {
  let sum = 0
  for (let c = 0; c < classes; c++) sum += agreement[a * classes + c]! * shares[offset + c]!
  return sum
}

function identity(classes: number): Float64Array {
  return Float64Array.from({ length: classes * classes }, (_, x) => (x % (classes + 1) === 0 ? 1 : 0))
}
