// When to stop asking about an item.
import { confidenceOf, type WeightedVote } from './confidence.ts'

export type StopTerms = {
  classCount: number
  /** Answers asked in any case, and at most. */
  overlapMin: number
  overlapMax: number
  /** Confidence that is enough, ppm; calibrate on gold. */
  stopAtPpm: number
}

export type StopDecision = 'ask' | 'sure' | 'capped'

/**
 * `votes`: answers at hand. `leases`: tasks of this item that people hold right now; they may yet answer, so they count toward the cap and the
 * minimum before another is handed out. 'sure' and 'capped' both end the asking.
 */
export function decideStop(votes: readonly WeightedVote[], leases: number, terms: StopTerms): StopDecision {
  if (votes.length >= terms.overlapMin && confidenceOf(votes, terms.classCount).confidencePpm >= terms.stopAtPpm)
    return 'sure'
  return votes.length + leases >= terms.overlapMax ? 'capped' : 'ask'
}
