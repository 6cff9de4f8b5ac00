// The rules without the platform: pure functions that decide who gets what, what stands and what it earns. For simulations, which run a
// crowd through them in memory; everything else enters the core by its use-cases.
export { type CampaignSpec, campaignSpec, completeTerms, type Terms } from './campaigns/terms.ts'
export { kindOf } from './kinds/index.ts'
export type { ItemContent } from './kinds/kind.ts'
export { panelCost } from './money/fee.ts'
export { PLATFORM_DEFAULTS, type PlatformParameters } from './money/platformParameters.ts'
export { effectivePrice, reservationOf } from './money/price.ts'
export {
  type Candidate,
  conflictOf,
  drawSeats,
  handling,
  judgesOf,
  mayReview,
  shuffled,
} from './review/eligibility.ts'
export { type KnownItem, plant } from './review/planted.ts'
export {
  after,
  closingTime,
  isRipe,
  largerPanel,
  latestStart,
  panelFrom,
  panelOf,
  planRound,
  quorumOf,
  sparesOf,
  UNDO_SECONDS,
} from './review/round.ts'
export { ballotsLeft, isComplete, type OpenBallot, type SealedVote, type Sitting } from './review/sitting.ts'
export { type Choice, tallyOf, type Verdict, verdictOf } from './review/verdict.ts'
export type { OpenedAnswer } from './settlement/evidence.ts'
export {
  type GatheredAnswer,
  type GatheredVote,
  isVerdictFinal,
  type JudgedAnswer,
  type JudgedTerms,
} from './settlement/gathered.ts'
export { type Judged, judgeEpoch } from './settlement/judgeEpoch.ts'
export { reputationOf } from './settlement/reputation.ts'
export type { RowDraft } from './settlement/rowDraft.ts'
export { type PastRow, personKey } from './settlement/weighing.ts'
export { leastSeconds } from './skills/exam.ts'
export { chooseShown, isPauseDue, pausedUntil } from './skills/pause.ts'
export { type Standing, standingOf } from './skills/standing.ts'
export { itemConfidence } from './work/itemConfidence.ts'
export { checkShares, isCheckDue, isReviewDue, wantedAnswers } from './work/selection.ts'
