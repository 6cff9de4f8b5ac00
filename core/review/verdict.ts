// What a ballot's votes say. Pure.

export type Choice = 'accept' | 'fix' | 'reject' | 'recuse'
export type CastVote = { choice: Choice; rule: number | null }
export type Tally = { accepts: number; rejects: number }
/** `tie`: as many for as against. `few`: fewer votes than the quorum. */
export type Verdict = 'accepted' | 'rejected' | 'tie' | 'few'

/** Accepting with a fix is accepting; recusals count for nothing. */
export function tallyOf(votes: readonly CastVote[]): Tally {
  return {
    accepts: votes.filter(vote => vote.choice === 'accept' || vote.choice === 'fix').length,
    rejects: votes.filter(vote => vote.choice === 'reject').length,
  }
}

export function verdictOf({ accepts, rejects }: Tally, quorum: number): Verdict {
  if (accepts + rejects < quorum) return 'few'
  if (accepts === rejects) return 'tie'
  return accepts > rejects ? 'accepted' : 'rejected'
}

/** The rule most rejecting votes named; the lower number where two are level. Null without a rejecting vote. */
export function topRuleOf(votes: readonly CastVote[]): number | null {
  const counts = new Map<number, number>()
  for (const vote of votes) {
    if (vote.choice === 'reject' && vote.rule !== null) counts.set(vote.rule, (counts.get(vote.rule) ?? 0) + 1)
  }
  const [top] = [...counts].sort(([rule, count], [otherRule, otherCount]) => otherCount - count || rule - otherRule)
  return top?.[0] ?? null
}

/** Whether a vote stood: it said what was decided. Undefined where nothing was decided, or for a recusal. */
export function hasHeld(choice: Choice, outcome: 'accepted' | 'rejected' | 'undecided' | null): boolean | undefined {
  if (choice === 'recuse' || outcome === null || outcome === 'undecided') return undefined
  return (choice === 'reject') === (outcome === 'rejected')
}

/** Share in [0, 1] of the votes that went with the larger side; null without votes. */
export function agreedShareOf(tallies: readonly Tally[]): number | null {
  const cast = tallies.reduce((sum, tally) => sum + tally.accepts + tally.rejects, 0)
  if (cast === 0) return null
  return tallies.reduce((sum, tally) => sum + Math.max(tally.accepts, tally.rejects), 0) / cast
}
