// Rows of a closing epoch before they get their salts: who earned what, by which rule. Pure.
import { type Amount, amount } from '../amount.ts'
import type { CampaignId, ContributorId, Hash, SubmissionId, VoteId } from '../ids.ts'
import type { RewardParameters } from '../money/parameters.ts'
import { type Evidence, scoreOf } from '../money/reliability.ts'
import { answerQuality, autoQuality, type Basis, payOf } from '../money/reward.ts'
import { canonicalStrict, hashText, type RowKind } from '../proof/index.ts'

export type RowDraft = {
  kind: Extract<RowKind, 'answer' | 'vote' | 'stipend'>
  basis: Basis
  campaignId: CampaignId | null
  /** Stipends, and votes whose campaign has no review money left. */
  isByCommons: boolean
  contributorId: ContributorId
  skill: string
  isGold: boolean
  evidence: Evidence
  scorePpm: number
  factorPpm: number
  peff: bigint
  q: number
  mBps: number
  cap: bigint
  pay: Amount
  submissionId: SubmissionId | null
  voteId: VoteId | null
  /** What the row's public id is made from, beside its salt. */
  subject: Hash
}

const NO_EVIDENCE: Evidence = { t: 0, e: 0, n: 0 }

type Row = Omit<RowDraft, 'pay'>
const paid = (row: Row): RowDraft => ({ ...row, pay: amount(payOf(row)) })

export type AnswerToPay = {
  submissionId: SubmissionId
  submissionHash: Hash
  contributorId: ContributorId
  campaignId: CampaignId
  skill: string
  isGold: boolean
  isAccepted: boolean
  basis: Basis
  /** Undefined where the answer was accepted by time and its kind cannot be compared: then q is fixed. */
  evidence: Evidence | undefined
  kref: number
  peff: bigint
  mBps: number
  /** Rp, set aside when the task was handed out: no pay is above it. */
  payReserve: Amount
}

export function answerDraft(
  answer: AnswerToPay,
  person: { factor: number; goldFactor: number },
  parameters: RewardParameters,
): RowDraft {
  const { evidence, isAccepted } = answer
  const q =
    evidence !== undefined
      ? answerQuality({ isAccepted, truth: evidence.t, factor: person.factor }, parameters)
      : isAccepted
        ? autoQuality(person.goldFactor, parameters)
        : 0
  return paid({
    kind: 'answer',
    basis: answer.basis,
    campaignId: answer.campaignId,
    isByCommons: false,
    contributorId: answer.contributorId,
    skill: answer.skill,
    isGold: answer.isGold,
    evidence: evidence ?? NO_EVIDENCE,
    scorePpm: evidence === undefined ? 0 : scoreOf(evidence, answer.kref).s,
    factorPpm: evidence === undefined ? person.goldFactor : person.factor,
    peff: answer.peff,
    q,
    mBps: answer.mBps,
    cap: answer.payReserve,
    submissionId: answer.submissionId,
    voteId: null,
    subject: answer.submissionHash,
  })
}

export type VoteToPay = {
  voteId: VoteId
  contributorId: ContributorId
  campaignId: CampaignId
  skill: string
  isGold: boolean
  evidence: Evidence
  kref: number
  votePrice: Amount
}

/** The verdict pays, never agreement as such; every reviewer at the same rate. */
export function voteDraft(vote: VoteToPay, person: { factor: number }, parameters: RewardParameters): RowDraft {
  return paid({
    kind: 'vote',
    basis: 'verdict',
    campaignId: vote.campaignId,
    isByCommons: false,
    contributorId: vote.contributorId,
    skill: vote.skill,
    isGold: vote.isGold,
    evidence: vote.evidence,
    scorePpm: scoreOf(vote.evidence, vote.kref).s,
    factorPpm: person.factor,
    peff: vote.votePrice,
    q: answerQuality({ isAccepted: true, truth: vote.evidence.t, factor: person.factor }, parameters),
    mBps: 10_000,
    cap: vote.votePrice,
    submissionId: null,
    voteId: vote.voteId,
    subject: hashText(canonicalStrict({ vote: vote.voteId })),
  })
}

export function stipendDraft(stipend: { contributorId: ContributorId; skill: string; sum: Amount }): RowDraft {
  const { contributorId, skill, sum } = stipend
  return paid({
    kind: 'stipend',
    basis: 'exam',
    campaignId: null,
    isByCommons: true,
    contributorId,
    skill,
    isGold: false,
    evidence: NO_EVIDENCE,
    scorePpm: 0,
    factorPpm: 0,
    peff: sum,
    q: 100,
    mBps: 10_000,
    cap: sum,
    submissionId: null,
    voteId: null,
    subject: hashText(canonicalStrict({ stipend: contributorId, skill })),
  })
}
