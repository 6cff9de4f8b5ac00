// Since when a row is evidence of its author, which may be long before it is paid. A refusal is final only when nobody can ask for a second
// look any more, and a missed check question is not even refused before its day. Were such rows to count only then, the first payday would
// see the good rows of everybody alone, and pay people who guess for the guesses that were right. Pure.
import type { GatheredAnswer, GatheredVote } from './gathered.ts'

/**
 * Undefined: when it settles. A check question tells what it has to tell the moment it is answered, right or missed; one that was reported, and
 * that nobody has looked at yet, speaks for and against nobody. A refusal counts as soon as it is spoken: what the answer is worth stands on
 * the consensus, and only a panel's ruling changes that. Where a panel ruled, the time of the refusal is not kept; it came after the answer.
 */
export function answerCountsFrom({ row, opened }: GatheredAnswer): Date | undefined {
  const { submission, item } = row
  if (submission.isGold && opened.truth !== undefined) {
    return item.state === 'held' ? undefined : submission.submittedAt
  }
  if (submission.decidedBy === 'appeal') return submission.submittedAt
  return submission.state === 'rejected' ? (submission.decidedAt ?? undefined) : undefined
}

/** Votes on refused answers, as the answers themselves. */
export function voteCountsFrom({ row, cast }: GatheredVote): Date | undefined {
  if (cast.choice === 'recuse' || cast.planted !== null) return undefined
  if (cast.appeal !== null) return row.vote.castAt
  return cast.state === 'rejected' ? (row.submission?.decidedAt ?? undefined) : undefined
}
