// Which sort of task comes next, and what is looked at by people. Pure: draws are passed in.

/** How many of a person's first answers carry more check questions, and how many are always reviewed. */
export const FIRST_ANSWERS = 40
export const FIRST_REVIEWED = 5
/** Share of established people's answers that a round looks at all the same, as far as the review purse reaches. */
const RANDOM_REVIEW_PPM = 50_000

/** Whether a check question is due, given how many answers this person has sent and a draw in [0, 1). */
export function isCheckDue(sent: number, draw: number, shares: { first: number; later: number }): boolean {
  return draw * 1e6 < (sent < FIRST_ANSWERS ? shares.first : shares.later)
}

/** Shares of check questions in a campaign, ppm: no campaign gives a newcomer fewer than the platform does. */
export function checkShares(
  campaign: { goldSharePpm: number },
  parameters: { goldShareFirstPpm: number },
): { first: number; later: number } {
  const { goldSharePpm } = campaign
  return { first: Math.max(parameters.goldShareFirstPpm, goldSharePpm), later: goldSharePpm }
}

/** Kinds nobody can compare are always reviewed, newcomers' first five too, and a random share of the rest. */
export function isReviewDue(answer: {
  isComparable: boolean
  isGold: boolean
  sent: number
  isTooQuick: boolean
  draw: number
}): boolean {
  if (!answer.isComparable) return true
  if (answer.isGold) return false
  return answer.sent < FIRST_REVIEWED || answer.isTooQuick || answer.draw * 1e6 < RANDOM_REVIEW_PPM
}

/**
 * How many answers an item asks for now. Live leases are waited for before one more is asked; an item that is sure
 * enough, or at its cap, asks for none.
 */
export function wantedAnswers(item: {
  answers: number
  leases: number
  isSure: boolean
  overlapMin: number
  overlapMax: number
}): { wanted: number; isDecided: boolean } {
  const isDecided = item.answers >= item.overlapMin && (item.isSure || item.answers >= item.overlapMax)
  if (isDecided) return { wanted: item.answers, isDecided }
  const next = item.leases > 0 ? item.answers + item.leases : item.answers + 1
  return { wanted: Math.min(item.overlapMax, Math.max(item.overlapMin, next)), isDecided }
}
