// What one person has in front of them in an open round, and when everybody is done. Pure.
import type { ContributorId } from '../ids.ts'
import { conflictOf, type Handled, type Judged } from './eligibility.ts'
import { after, QUIET_SECONDS } from './round.ts'
import type { Choice } from './verdict.ts'

/** `isGone`: taken back, erased or decided meanwhile; nobody needs to judge it. */
export type OpenBallot = Judged & { ballotId: string; isGone: boolean }
export type SealedVote = {
  ballotId: string
  contributorId: ContributorId
  choice: Choice
  castAt: Date
  changedAt: Date | null
}
export type Sitting = { ballots: readonly OpenBallot[]; votes: readonly SealedVote[]; handled: Handled; panel: number }

/** A ballot takes as many votes as the panel has seats, so that what a round may cost is known when it opens. */
export function isFull(ballotId: string, votes: readonly SealedVote[], panel: number): boolean {
  return votes.filter(vote => vote.ballotId === ballotId && vote.choice !== 'recuse').length >= panel
}

/** Ballots that still want this person's vote, in order. */
export function ballotsLeft(contributorId: ContributorId, sitting: Sitting): OpenBallot[] {
  const { votes, handled, panel } = sitting
  const mine = new Set(votes.filter(vote => vote.contributorId === contributorId).map(vote => vote.ballotId))
  return sitting.ballots.filter(
    ballot =>
      !ballot.isGone &&
      !mine.has(ballot.ballotId) &&
      conflictOf(contributorId, ballot, handled) === undefined &&
      !isFull(ballot.ballotId, votes, panel),
  )
}

/** Nobody drawn has anything left to judge, and the last vote has had its time to be changed. */
export function isComplete(seats: readonly ContributorId[], sitting: Sitting, now: Date): boolean {
  if (seats.some(seat => ballotsLeft(seat, sitting).length > 0)) return false
  return sitting.votes.every(vote => after(vote.changedAt ?? vote.castAt, QUIET_SECONDS) <= now)
}
