// From evidence and reliability to the quality q of a row and its pay. q is fixed at the cut-off; pay of any row is `payOf`.
import { payOf, qualityOf } from '../proof/payFormula.ts'
import type { RewardParameters } from './parameters.ts'
import type { Evidence } from './reliability.ts'

export { payOf }

/** What the quality of a row stands on; goes into the manifest as `basis`. */
export type Basis = 'panel' | 'gold' | 'posterior' | 'votes' | 'auto' | 'verdict' | 'exam' | 'repair' | 'share'

type Quality = Pick<RewardParameters, 'alpha' | 'qMin' | 'autoQ'>

/**
 * q of an answer whose truth weight is known: comparable kinds by posterior, gold or panel, other kinds by their round's votes.
 * `factor`: F, ppm. `sharedBy`: members of one flagged cluster that answered this item; each gets q / k.
 */
export function answerQuality(
  answer: { isAccepted: boolean; truth: number; factor: number; sharedBy?: number | undefined },
  parameters: Pick<Quality, 'alpha' | 'qMin'>,
): number {
  const { isAccepted, truth, factor, sharedBy = 1 } = answer
  const { alpha, qMin } = parameters
  return Math.floor(qualityOf({ accepted: isAccepted, factor, truth, alpha, qMin }) / Math.max(1, sharedBy))
}

/** q of an auto-accepted answer of a kind without comparable answers: fixed, as far as gold lets it. `goldFactor`: FG, ppm. */
export function autoQuality(goldFactor: number, parameters: Pick<Quality, 'qMin' | 'autoQ'>): number {
  const q = Math.min(parameters.autoQ, Math.floor(goldFactor / 10_000))
  return q < parameters.qMin ? 0 : q
}

export type RoundVote = 'accept' | 'accept_with_fix' | 'reject'

const VOTE_WEIGHT: Record<RoundVote, number> = { accept: 1_000_000, accept_with_fix: 700_000, reject: 0 }

/** Evidence of an answer that cannot be compared with others: the mean of the round's votes, rounded once, half up. Undefined without votes. */
export function evidenceOfVotes(votes: readonly RoundVote[]): Evidence | undefined {
  if (votes.length === 0) return undefined
  const sum = votes.reduce((total, vote) => total + VOTE_WEIGHT[vote], 0)
  return { t: Math.floor((2 * sum + votes.length) / (2 * votes.length)), e: 500_000, n: 500_000 }
}

/** A reviewer's vote, judged by the final verdict without this vote. */
export type JudgedVote = { accepted: boolean; verdictWithout: 'accepted' | 'rejected' | 'tie' }

/**
 * Evidence of votes with classes accept and reject: t = the vote agrees with the verdict without it (half on a tie), e = what always voting
 * so would have got, n = what a perfect voter would gain. `acceptShare`: share of final verdicts that are accepts in the campaign, ppm.
 */
export function evidenceOfVote(vote: JudgedVote, acceptShare: number): Evidence {
  const rejectShare = 1_000_000 - acceptShare
  const agrees = (vote.verdictWithout === 'accepted') === vote.accepted
  const square = (acceptShare * acceptShare + rejectShare * rejectShare) / 1_000_000
  return {
    t: vote.verdictWithout === 'tie' ? 500_000 : agrees ? 1_000_000 : 0,
    e: vote.accepted ? acceptShare : rejectShare,
    n: Math.floor(1_000_000 - square + 0.5),
  }
}

/** Pay of a vote: votePrice by its quality, at the same rate for everybody. */
export function votePay(votePrice: bigint, q: number): bigint {
  return payOf({ peff: votePrice, q, mBps: 10_000, cap: votePrice })
}
