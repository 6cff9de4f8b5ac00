// A round as everybody may see it: while it is open, only how many people voted. Pure.
import type { Amount } from '../amount.ts'
import type { CampaignRow, Progress } from '../campaigns/store.ts'
import type { CampaignId, ContributorId, RoundId } from '../ids.ts'
import type { GuideRule } from './ballot.ts'
import type { RoundBallot, RoundRow } from './store.ts'
import { agreedShareOf, topRuleOf } from './verdict.ts'
import type { VoteRow } from './voteStore.ts'

export type RoundCard = {
  roundId: RoundId
  code: string
  campaignId: CampaignId
  title: string
  kindInWords: string
  kind: 'review' | 'appeal'
  /** Ballots to judge; planted ones are among them, and not told apart. */
  answers: number
  votePrice: Amount
  /** People who have cast a vote; more than `quorum` may. */
  voted: number
  /** Votes that make a ballot's decision count. */
  quorum: number
  seats: number
  closesAt: Date
  /** From its opening to its close. */
  lastsSeconds: number
  state: 'open' | 'closed'
  /** Real answers only, and 0 while the round is open. */
  accepted: number
  rejected: number
  undecided: number
  /** Share in [0, 1] of votes that went with the larger side; null while open. */
  agreedShare: number | null
  topRule: GuideRule | null
  /** How far the campaign is, once the round is closed. */
  campaign: Progress | null
  isDrawn: boolean
  /** Ballots this person has voted on or passed on. */
  mine: number
}

export type RoundFacts = {
  round: RoundRow
  campaign: CampaignRow
  ballots: RoundBallot[]
  votes: VoteRow[]
  seats: ContributorId[]
  guide: GuideRule[]
  progress: Progress | null
}

export function roundCardFrom(
  { round, campaign, ballots, votes, seats, guide, progress }: RoundFacts,
  viewer: ContributorId,
): RoundCard {
  const isOpen = round.state === 'open'
  const real = ballots.filter(row => row.ballot.submissionId !== null).map(row => row.ballot)
  const decided = (outcome: string) => (isOpen ? 0 : real.filter(ballot => ballot.outcome === outcome).length)
  const isReal = new Set(real.map(ballot => ballot.id))
  const top = isOpen ? null : topRuleOf(votes.filter(vote => isReal.has(vote.ballotId)))
  const tallies = real.map(ballot => ({ accepts: ballot.accepts ?? 0, rejects: ballot.rejects ?? 0 }))
  return {
    roundId: round.id,
    code: round.code,
    campaignId: campaign.id,
    title: campaign.title,
    kindInWords: campaign.kindInWords,
    kind: round.kind,
    answers: ballots.length,
    votePrice: campaign.votePrice,
    voted: new Set(votes.filter(vote => vote.choice !== 'recuse').map(vote => vote.contributorId)).size,
    quorum: round.quorum,
    seats: seats.length,
    closesAt: round.closesAt,
    lastsSeconds: Math.round((round.closesAt.getTime() - round.openedAt.getTime()) / 1000),
    state: round.state,
    accepted: decided('accepted'),
    rejected: decided('rejected'),
    undecided: decided('undecided'),
    agreedShare: isOpen ? null : agreedShareOf(tallies),
    topRule: guide.find(rule => rule.rule === top) ?? null,
    campaign: isOpen ? null : progress,
    isDrawn: seats.includes(viewer),
    mine: votes.filter(vote => vote.contributorId === viewer).length,
  }
}
