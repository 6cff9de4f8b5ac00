// When simulated people come, and how long everything takes to be over. The same for a run through the chat and one in memory.
import type { PlatformParameters } from '@perle/core'

export const HOUR_SECONDS = 3600
export const DAY_SECONDS = 24 * HOUR_SECONDS
/** Tasks of one sitting, one sitting a day. */
export const SITTING = 6
/** Rounds gather for an hour, and close five minutes after the last vote. */
export const GATHERING_SECONDS = HOUR_SECONDS + 60
export const QUIET_SECONDS = 360
/** Rounds that closed may leave room for the next; what is left then waits for tomorrow. */
export const REVIEW_SITTINGS = 4
/** After a test not passed or a pause: a day and a little. */
export const AWAY_SECONDS = 25 * HOUR_SECONDS
/** After two days without an answer people look in every third day only: as often as paydays are. */
const SLACK_DAYS = 2
const LOOK_IN_EVERY = 3

/** From the last answer until everything that can wait has waited long enough. */
export function holdsOf(parameters: PlatformParameters): number {
  const { appealWindowSeconds, panelTermSeconds, maxHoldSeconds, epochSeconds, reviewTermSeconds } = parameters
  return 2 * reviewTermSeconds + appealWindowSeconds + panelTermSeconds + maxHoldSeconds + 2 * epochSeconds
}

/** Days from this one to the next that anybody comes on. */
export function daysOn(day: number, quietSeconds: number): number {
  return quietSeconds > SLACK_DAYS * DAY_SECONDS ? LOOK_IN_EVERY - (day % LOOK_IN_EVERY) : 1
}
