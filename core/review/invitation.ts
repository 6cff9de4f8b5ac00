// When somebody is asked to review. Pure.

/** Checked answers and share of right ones that stand behind an invitation. */
const CHECKED = 10
const SHARE_PPM = 800_000
/** A "no" is not asked again for so long. */
const SILENCE_MS = 60 * 86_400_000
/** Judging an answer is reading it: a third of the time that answering takes, until votes have shown better. */
const SHARE_OF_ANSWER = 3
const LEAST_SECONDS = 10

export type Said = { skill: string; isYes: boolean; answeredAt: Date }

export function isInvitable(
  record: { skill: string; meanPpm: number; checked: number },
  said: readonly Said[],
  now: Date,
): boolean {
  if (record.checked < CHECKED || record.meanPpm < SHARE_PPM) return false
  // A no to one skill is a no to reviewing: asking again about the next skill would be asking again.
  return !said.some(one => one.answeredAt.getTime() + SILENCE_MS > now.getTime())
}

export function usualVoteSeconds(campaign: { usualSeconds: number }): number {
  return Math.max(LEAST_SECONDS, Math.ceil(campaign.usualSeconds / SHARE_OF_ANSWER))
}
