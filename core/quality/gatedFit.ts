// Two fits: one to see who can be trusted, one without those who cannot. Otherwise a ring of 45 % of a pool owns the consensus.
import type { LabelInput } from './answers.ts'
import { fitLabels, type LabelFit, type LabelOptions } from './labels.ts'

export type GatedFit = {
  /** On all answers: what the breaker looks at. */
  first: LabelFit
  /** Without the answers of `leftOut`: what evidence is written from. The same object as `first` when nobody was left out. */
  fit: LabelFit
  /** Input of `fit`, with those people muted: give this one to `evidenceOf`. */
  input: LabelInput
  /** Contributors left out, rising. */
  leftOut: Int32Array
}

/**
 * Fits, asks `failsGold` about every contributor once, and fits once more without those who fail: never a third time, so nobody can be voted
 * out by the next consensus. People left out still get evidence (their answers are measured, they just do not vote).
 */
export function fitWithoutFailures(
  input: LabelInput,
  failsGold: (contributor: number, first: LabelFit) => boolean,
  options: LabelOptions = {},
): GatedFit {
  const first = fitLabels(input, options)
  const muted = Uint8Array.from({ length: input.contributors }, (_, w) => input.muted?.[w] ?? 0)
  const failed: number[] = []
  for (let w = 0; w < input.contributors; w++) {
    if (muted[w] === 1 || !failsGold(w, first)) continue
    failed.push(w)
    muted[w] = 1
  }
  const leftOut = Int32Array.from(failed)
  if (leftOut.length === 0) return { first, fit: first, input, leftOut }
  const gated = { ...input, muted }
  return { first, fit: fitLabels(gated, options), input: gated, leftOut }
}
