// The public door of the quality engine: pure functions on typed arrays. Floats live here and nowhere above.
export { type Agreement, agreementOf } from './agreement.ts'
export { type AnswersByItem, answersByItem, type LabelInput } from './answers.ts'
export { type Confidence, confidenceOf, type WeightedVote } from './confidence.ts'
export {
  type EvidenceColumns,
  type EvidenceOptions,
  type EvidenceShares,
  evidenceOf,
  evidenceShares,
  meanEvidence,
  toPpm,
} from './evidence.ts'
export { fitWithoutFailures, type GatedFit } from './gatedFit.ts'
export { fitLabels, type LabelFit, type LabelOptions } from './labels.ts'
export { leaveOutPosteriors } from './leaveOut.ts'
export {
  fitPreferences,
  type PreferenceFit,
  type PreferenceInput,
  type PreferenceOptions,
  winProbability,
} from './preferences.ts'
export { impliedPairs, pairCount, pairProblem, type RankingRow } from './rankingPairs.ts'
export { decideStop, type StopDecision, type StopTerms } from './stopping.ts'
