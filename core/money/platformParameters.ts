// Everything governance or the operator sets: the reward formulas' numbers, a campaign's default rates, and terms of time.
import { type CampaignRates, RATE_DEFAULTS, REWARD_DEFAULTS, type RewardParameters } from './parameters.ts'

/** Ratios in ppm or bps, times in seconds. */
export type PlatformParameters = RewardParameters &
  CampaignRates & {
    /** Share of check questions, and of a person's first forty answers. */
    goldSharePpm: number
    goldShareFirstPpm: number
    appealWindowSeconds: number
    panelTermSeconds: number
    epochSeconds: number
    activationDelaySeconds: number
    /** A changed wallet counts for a payday only so long after it was confirmed. */
    walletSettleSeconds: number
    panelSize: number
    appealPanelSize: number
    /** Appeals in 30 days that cost nothing. */
    freeAppeals: number
  }

const HOUR = 3600

export const PLATFORM_DEFAULTS: PlatformParameters = {
  ...REWARD_DEFAULTS,
  ...RATE_DEFAULTS,
  goldSharePpm: 100_000,
  goldShareFirstPpm: 150_000,
  appealWindowSeconds: 72 * HOUR,
  panelTermSeconds: 72 * HOUR,
  epochSeconds: 72 * HOUR,
  activationDelaySeconds: 48 * HOUR,
  walletSettleSeconds: 72 * HOUR,
  panelSize: 3,
  appealPanelSize: 7,
  freeAppeals: 3,
}
