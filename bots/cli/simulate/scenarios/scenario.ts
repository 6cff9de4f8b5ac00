// What a scenario is: crowds and the worlds that they are let into. One file each beside this one. Pure.
import type { PlatformParameters } from '@perle/core/rules'
import type { Actor } from '../../crowd/actor.ts'

/** `isRing`: they share one pact, and agree on every answer. `isReviewer`: they judge and do not answer. */
export type Share = { actor: Actor; share: number; isRing?: true; isReviewer?: true }

export type Case = {
  name: string
  classes: number
  /** Share of the first mark among the truths; all alike where it is not said. */
  firstShare?: number
  people: number
  answersEach: number
  /** Shares of the people who answer add up to 1; those of reviewers are on top. */
  crowd: readonly Share[]
  parameters?: Partial<PlatformParameters>
}

/** Undefined where nobody said: then the scenario's own. `answers` is the sum over all people. */
export type Size = { people?: number | undefined; answers?: number | undefined }

export type Scenario = {
  name: string
  about: string
  cases(size: Size): Case[]
}

/** Sizes to run at: as asked, or each of the scenario's own. */
export function sizesOf(
  size: Size,
  people: number,
  each: readonly number[],
): { people: number; answersEach: number }[] {
  const crowd = size.people ?? people
  if (size.answers === undefined) return each.map(answersEach => ({ people: crowd, answersEach }))
  return [{ people: crowd, answersEach: Math.max(1, Math.round(size.answers / crowd)) }]
}
