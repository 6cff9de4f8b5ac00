// What a cut-off judges: the facts of every campaign with anything to settle, in order of id, and no more columns than judging reads. So
// the same judging runs on rows from a database and on a simulation's rows in memory. Pure.
import type { Amount } from '../amount.ts'
import type { CampaignId, ContributorId, Hash, ItemId, SubmissionId } from '../ids.ts'
import type { OpenedAnswer } from './evidence.ts'
import type { Cast } from './verdicts.ts'
import type { PastRow } from './weighing.ts'

export type JudgedTerms = {
  id: CampaignId
  skill: string
  krefPpm: number
  state: 'draft' | 'funded' | 'open' | 'paused' | 'closed' | 'settled'
  price: Amount
  votePrice: Amount
  floorPerHour: Amount
  topUpCapBps: number
  usualSeconds: number
  measuredSeconds: number | null
}

export type JudgedAnswer = {
  submission: {
    id: SubmissionId
    contributorId: ContributorId
    itemId: ItemId
    submissionHash: Hash
    state: 'pending' | 'accepted' | 'rejected' | 'undone' | 'erased'
    decidedBy: 'gold' | 'review' | 'auto' | 'appeal' | null
    decidedAt: Date | null
    isGold: boolean
    activeSeconds: number
    submittedAt: Date
    settledEpoch: number | null
  }
  lease: { price: Amount; mBps: number; payReserve: Amount }
  item: { role: 'live' | 'practice' | 'test' | 'check'; state: 'open' | 'decided' | 'held' | 'retired' }
  /** The appeal window is over: its money went back to the campaign. */
  isFinalReject: boolean
}

export type JudgedVote = {
  vote: { castAt: Date; isPaid: boolean; settledEpoch: number | null }
  /** The answer that it judged; null for planted ones. */
  submission: Pick<JudgedAnswer['submission'], 'id' | 'state' | 'decidedAt'> | null
}

export type GatheredAnswer<Row extends JudgedAnswer = JudgedAnswer> = { row: Row; opened: OpenedAnswer }
/** `isFinal`: nothing can change the verdict that the vote is measured by. */
export type GatheredVote = { row: JudgedVote; cast: Cast; isFinal: boolean }

export type GatheredCampaign<Terms extends JudgedTerms = JudgedTerms, Row extends JudgedAnswer = JudgedAnswer> = {
  campaign: Terms
  answers: GatheredAnswer<Row>[]
  /** Decided and unsettled, text taken back since: what was accepted stays earned, though nobody can measure it any more. */
  blank: Row[]
  votes: GatheredVote[]
}

export type Judgeable = { campaigns: readonly GatheredCampaign[]; past: ReadonlyMap<string, readonly PastRow[]> }

/** Name of what reviewing in a skill is measured as, apart from answering in it. */
export const reviewSkill = (skill: string) => `review:${skill}`

/** Nothing stands in the way of its settling but that it is settled already. */
export function isDue({ submission, isFinalReject }: JudgedAnswer): boolean {
  const isFinal = submission.state === 'accepted' || (submission.state === 'rejected' && isFinalReject)
  return isFinal && submission.settledEpoch === null
}

/** Whether a vote's verdict can change no more. `answer` is undefined for a planted one, whose verdict was known beforehand. */
export function isVerdictFinal(answer: { state: string; isFinalReject: boolean } | undefined): boolean {
  if (answer === undefined || answer.state === 'accepted') return true
  return (answer.state === 'rejected' && answer.isFinalReject) || answer.state === 'erased' || answer.state === 'undone'
}
