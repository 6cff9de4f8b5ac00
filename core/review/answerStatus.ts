// What an author may know of an answer of theirs. Pure; the one place that keeps check questions from giving themselves away.
import type { Amount } from '../amount.ts'
import type { CampaignRow, ItemTableRow } from '../campaigns/store.ts'
import type { CampaignId, SubmissionId } from '../ids.ts'
import { kindOf, parseItem } from '../kinds/index.ts'
import type { ItemContent } from '../kinds/kind.ts'
import type { AssignmentRow, SubmissionRow } from '../work/turnStore.ts'
import { appealUntil } from './appeal.ts'
import type { AppealRow } from './appealStore.ts'
import type { GuideRule } from './ballot.ts'

export type AnswerStatus = {
  submissionId: SubmissionId
  code: string
  campaignId: CampaignId
  campaignTitle: string
  item: ItemContent
  /** The author's own; null once erased. */
  answer: unknown
  submittedAt: Date
  state: 'pending' | 'accepted' | 'rejected'
  /** Settled pay; null until a payday settled it. */
  sum: Amount | null
  /** What it may come to, while it is not settled; null for a rejected one. */
  about: Amount | null
  price: Amount
  /** 0..100, once settled. */
  quality: number | null
  level: string
  checks: { done: number; of: number }
  decideBy: Date
  rule: GuideRule | null
  /** What reviewers wrote; without names. */
  notes: string[]
  accepts: number
  rejects: number
  guideVersion: number
  appeal: 'none' | 'possible' | AppealRow['state']
  appealUntil: Date | null
  epoch: number | null
  isRecorded: boolean
  factors: Factors
  /** A refused check question: shown with its rule, never with its right answer, since it serves again. */
  isHiddenCheck: boolean
}

export type Factors = {
  /** Other people whose final say agrees with this answer; 0 until it is decided. */
  people: number
  /** Check questions of the skill answered rightly. */
  checkQuestions: number
  /** What the level adds or takes, in percent of the price. */
  levelPercent: number
  factorPpm: number | null
  truthPpm: number | null
}

export type Settled = {
  epoch: number
  pay: Amount
  q: number
  factorPpm: number
  truthPpm: number
  isRecorded: boolean
}

/** Votes of the round that decided, or the open one's count. */
export type Review = {
  accepts: number
  rejects: number
  rule: number | null
  cast: number
  panel: number
  notes: string[]
}

export type AnswerFacts = {
  submission: SubmissionRow
  lease: AssignmentRow
  item: ItemTableRow
  campaign: CampaignRow
  ownAnswer: string | undefined
  /** Answers of others to this item, as canonical JSON; pending and accepted ones. */
  others: string[]
  review: Review | undefined
  appeal: AppealRow | undefined
  isFinal: boolean
  settled: Settled | undefined
  guide: GuideRule[]
  record: { standing: string; goldRight: number }
  about: Amount
  now: Date
  appealWindowSeconds: number
}

export function answerStatusFrom(facts: AnswerFacts): AnswerStatus {
  const { submission, item, campaign, lease, review, settled } = facts
  const state = submission.state as AnswerStatus['state']
  const isOpen = state === 'pending'
  const isHiddenCheck = state === 'rejected' && submission.decidedBy === 'gold'
  const rule = state !== 'rejected' ? null : isHiddenCheck ? item.rule : (review?.rule ?? null)
  const until =
    state === 'rejected' && submission.decidedAt !== null
      ? appealUntil(submission.decidedAt, facts.appealWindowSeconds)
      : null
  return {
    submissionId: submission.id,
    code: submission.code,
    campaignId: campaign.id,
    campaignTitle: campaign.title,
    item: parseItem(item.contentText),
    answer: facts.ownAnswer === undefined ? null : (JSON.parse(facts.ownAnswer) as unknown),
    submittedAt: submission.submittedAt,
    state,
    sum: settled?.pay ?? null,
    about: settled !== undefined || state === 'rejected' ? null : facts.about,
    price: lease.price,
    quality: settled?.q ?? null,
    level: facts.record.standing,
    checks: checksOf(facts),
    decideBy: submission.reviewBy,
    rule: facts.guide.find(one => one.rule === rule) ?? null,
    // While a round is open its votes are sealed, for the author too.
    notes: isOpen || isHiddenCheck ? [] : (review?.notes ?? []),
    accepts: isOpen ? 0 : (review?.accepts ?? 0),
    rejects: isOpen ? 0 : (review?.rejects ?? 0),
    guideVersion: submission.guideVersion,
    appeal: appealState(facts, until),
    appealUntil: until,
    epoch: settled?.epoch ?? submission.settledEpoch,
    isRecorded: settled?.isRecorded ?? false,
    factors: {
      people: isOpen ? 0 : agreeing(facts),
      checkQuestions: facts.record.goldRight,
      levelPercent: (lease.mBps - 10_000) / 100,
      factorPpm: settled?.factorPpm ?? null,
      truthPpm: settled?.truthPpm ?? null,
    },
    isHiddenCheck,
  }
}

function appealState({ appeal, isFinal, now }: AnswerFacts, until: Date | null): AnswerStatus['appeal'] {
  if (appeal !== undefined) return appeal.state
  return until !== null && now < until && !isFinal ? 'possible' : 'none'
}

/**
 * Looks that an answer gets before it is decided: votes of its panel where people review it, else other answers to the
 * same question. A check question is counted by the same rule, so that the count does not tell it apart.
 */
function checksOf({ submission, campaign, item, review, others }: AnswerFacts): { done: number; of: number } {
  if (submission.needsReview) {
    const of = review?.panel ?? campaign.panelSize
    return { done: Math.min(of, review?.cast ?? 0), of }
  }
  const of = Math.max(1, (submission.isGold ? campaign.overlapMin : item.wanted) - 1)
  return { done: submission.state === 'pending' ? Math.min(of, others.length) : of, of }
}

function agreeing({ review, submission, item, ownAnswer, others }: AnswerFacts): number {
  if (submission.needsReview && review !== undefined) return review.accepts
  const content = parseItem(item.contentText)
  const kind = kindOf(content.kind)
  if (!kind.isComparable || ownAnswer === undefined || submission.isGold) return 0
  const own = JSON.parse(ownAnswer) as unknown
  return others.filter(other => kind.agreement(content, own, JSON.parse(other)) >= 0.5).length
}
