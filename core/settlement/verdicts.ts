// What votes say and how each is judged: never by itself. Pure.
import type { ContributorId, VoteId } from '../ids.ts'
import type { Evidence } from '../money/reliability.ts'
import { evidenceOfVote, evidenceOfVotes, type RoundVote } from '../money/reward.ts'

/** One vote, with what it judged. */
export type Cast = {
  id: VoteId
  contributorId: ContributorId
  ballotId: string
  choice: 'accept' | 'fix' | 'reject' | 'recuse'
  roundKind: 'review' | 'appeal'
  /** Set on planted answers: their verdict was known before anybody voted. */
  planted: 'accepted' | 'rejected' | null
  /** Of the answer's appeal, if there was one. */
  appeal: 'open' | 'won' | 'lost' | 'unseated' | null
  /** How the answer stands now; null for planted ones and for erased or taken-back answers. */
  state: 'accepted' | 'rejected' | null
}

type Verdict = 'accepted' | 'rejected' | 'tie'

/** Share of accepts among final verdicts of a campaign, ppm, half up: what always accepting would have got. */
export function acceptShare(casts: readonly Cast[]): number {
  const verdicts = new Map<string, 'accepted' | 'rejected'>()
  for (const cast of casts) {
    const final = cast.planted ?? cast.state
    if (final !== null) verdicts.set(cast.ballotId, final)
  }
  const accepts = [...verdicts.values()].filter(verdict => verdict === 'accepted').length
  return verdicts.size === 0 ? 500_000 : Math.floor((2_000_000 * accepts + verdicts.size) / (2 * verdicts.size))
}

/**
 * The final verdict without this vote: a known one, the appeal panel's for votes of the round before it, else what the others on the
 * same ballot said. An appeal that found no panel judged nobody.
 */
export function verdictWithout(cast: Cast, onBallot: readonly Cast[]): Verdict {
  if (cast.planted !== null) return cast.planted
  if (cast.roundKind === 'review' && cast.appeal === 'won') return 'accepted'
  if (cast.roundKind === 'review' && cast.appeal === 'lost') return 'rejected'
  if (cast.roundKind === 'review' && cast.appeal === 'unseated') return 'tie'
  const others = onBallot.filter(other => other.id !== cast.id && other.choice !== 'recuse')
  const accepts = others.filter(other => other.choice !== 'reject').length
  const rejects = others.length - accepts
  return accepts === rejects ? 'tie' : accepts > rejects ? 'accepted' : 'rejected'
}

/** Evidence of every vote of a campaign, recusals apart. */
export function evidenceOfCasts(casts: readonly Cast[]): Map<VoteId, Evidence> {
  const share = acceptShare(casts)
  const byBallot = Map.groupBy(casts, cast => cast.ballotId)
  const judged = casts.filter(cast => cast.choice !== 'recuse')
  return new Map(
    judged.map(cast => {
      const verdict = verdictWithout(cast, byBallot.get(cast.ballotId) ?? [])
      return [cast.id, evidenceOfVote({ accepted: cast.choice !== 'reject', verdictWithout: verdict }, share)]
    }),
  )
}

const AS_ROUND_VOTE = { accept: 'accept', fix: 'accept_with_fix', reject: 'reject' } as const satisfies Record<
  Exclude<Cast['choice'], 'recuse'>,
  RoundVote
>

/** Evidence of an answer that only people can judge; undefined where nobody voted. `isRuled`: an appeal panel accepted it. */
export function evidenceOfRound(casts: readonly Cast[], isRuled: boolean): Evidence | undefined {
  if (isRuled) return { t: 1_000_000, e: 500_000, n: 500_000 }
  return evidenceOfVotes(casts.flatMap(cast => (cast.choice === 'recuse' ? [] : [AS_ROUND_VOTE[cast.choice]])))
}
