// Numbers that governance or a campaign's terms set, with the bounds they may move in. Ratios in ppm or bps, times in seconds.
// A change applies to campaigns opened after it; every value used stands in the epoch's manifest.

/** What the reward formulas need beside the rows. */
export type RewardParameters = {
  /** Part of full pay that an accepted answer gets whatever its truth weight, ppm. */
  alpha: number
  /** Ramp of the reliability factor: nothing at `low`, everything at `high`, ppm. */
  low: number
  high: number
  /** A new person's prior: weight in evidence (ppm, 1e6 = one perfect answer) and value (ppm). */
  m0: number
  k0: number
  /** Below this quality an answer is not paid, 0..100. */
  qMin: number
  /** Quality of an auto-accepted answer of a kind without comparable answers, 0..100. */
  autoQ: number
  /** Older evidence is the prior until it weighs this much, ppm ... */
  pastWeight: number
  /** ... or is this old. */
  pastSeconds: number
  /** Rows of a newcomer wait until evidence weighs this much, ppm, or maxHold is over. */
  newcomerEvidence: number
  /** Pseudo-evidence in the person's favour at the gold gate, ppm. */
  goldPrior: number
  /** Breaker: people with fewer gold rows are not looked at; distance of F and FG that counts, ppm; share of people that stops, ppm. */
  breakerGoldRows: number
  breakerDistance: number
  breakerShare: number
  maxHoldSeconds: number
  /** Price by standing at hand-out, bps. No tier pays less than `new`, else a fresh identity beats a bad record. */
  tiers: Readonly<Record<'new' | 'regular' | 'trusted' | 'expert', number>>
  /** Base units that leaves rise by. */
  publishQuantum: bigint
}

/** Version of the formulas in price, reliability, reward and fee; stands in the manifest. */
export const REWARD_VERSION = 'reward.1'

const HOUR = 3_600
const DAY = 24 * HOUR

export const REWARD_DEFAULTS: RewardParameters = {
  alpha: 500_000,
  low: 350_000,
  high: 850_000,
  m0: 4_000_000,
  k0: 350_000,
  qMin: 20,
  autoQ: 60,
  pastWeight: 30_000_000,
  pastSeconds: 90 * DAY,
  newcomerEvidence: 4_000_000,
  goldPrior: 2_000_000,
  breakerGoldRows: 3,
  breakerDistance: 500_000,
  breakerShare: 250_000,
  maxHoldSeconds: 14 * DAY,
  tiers: { new: 9_000, regular: 10_000, trusted: 11_000, expert: 12_000 },
  publishQuantum: 10_000_000_000_000_000n,
}

/** Terms of a campaign, frozen at its opening; these are what a new one starts from. */
export type CampaignRates = {
  /** What the pilot showed as a normal score per unit of evidence, ppm. */
  kref: number
  feeBps: number
  /** Part of the fee that goes to the commons. */
  commonsBps: number
  reviewShareBps: number
  /** How far a price may be raised to reach the floor; 0 where there is no floor. */
  topUpCapBps: number
  /** Without a reviewer in this time an answer is accepted. */
  reviewTermSeconds: number
}

export const RATE_DEFAULTS: CampaignRates = {
  kref: 600_000,
  feeBps: 500,
  commonsBps: 4_000,
  reviewShareBps: 1_500,
  topUpCapBps: 2_500,
  reviewTermSeconds: 72 * HOUR,
}

type Bounds = Readonly<Record<string, readonly [number, number]>>

const REWARD_BOUNDS = {
  alpha: [300_000, 700_000],
  low: [200_000, 500_000],
  high: [700_000, 1_000_000],
  m0: [2_000_000, 8_000_000],
  qMin: [0, 40],
  autoQ: [40, 100],
  maxHoldSeconds: [3 * DAY, 30 * DAY],
} as const satisfies Bounds

const RATE_BOUNDS = {
  kref: [200_000, 800_000],
  feeBps: [0, 1_000],
  commonsBps: [2_000, 10_000],
  reviewShareBps: [0, 5_000],
  topUpCapBps: [0, 10_000],
  reviewTermSeconds: [4 * HOUR, 14 * DAY],
} as const satisfies Bounds

export type BoundsFault = { name: string; found: string; expected: string }

/** Every value outside its bounds; none is the answer wanted. */
export function checkRewardBounds(parameters: RewardParameters): BoundsFault[] {
  const { low, high, k0, tiers, publishQuantum } = parameters
  const rates = Object.values(tiers)
  const least = Math.min(...rates)
  const most = Math.max(...rates)
  const faults = faultsOf(parameters, REWARD_BOUNDS)
  const expect = (good: boolean, name: string, found: unknown, expected: string) => {
    if (!good) faults.push({ name, found: String(found), expected })
  }
  expect(high - low >= 300_000, 'high', high, 'at least low + 300000')
  expect(Number.isInteger(k0) && k0 >= 0 && k0 <= low, 'k0', k0, '0..low')
  expect(publishQuantum >= 1n && publishQuantum <= 10n ** 18n, 'publishQuantum', publishQuantum, '1..10^18')
  expect(least >= 5_000 && most <= 15_000 && most <= 2 * least, 'tiers', rates, '5000..15000, none above twice another')
  expect(least === tiers.new, 'tiers', rates, 'no tier below "new"')
  return faults
}

export function checkRateBounds(rates: CampaignRates): BoundsFault[] {
  return faultsOf(rates, RATE_BOUNDS)
}

/** An epoch must outlast the delay of the one before by six hours. A local chain may be faster: the caller decides what to do with a fault. */
export function checkTimeBounds(times: {
  epochSeconds: number
  activationDelaySeconds: number
  appealWindowSeconds: number
  panelTermSeconds: number
}): BoundsFault[] {
  return faultsOf(times, {
    epochSeconds: [times.activationDelaySeconds + 6 * HOUR, 365 * DAY],
    activationDelaySeconds: [6 * HOUR, 14 * DAY],
    appealWindowSeconds: [24 * HOUR, 14 * DAY],
    panelTermSeconds: [24 * HOUR, 14 * DAY],
  })
}

function faultsOf<B extends Bounds>(values: { readonly [K in keyof B]: number }, bounds: B): BoundsFault[] {
  return Object.entries(bounds).flatMap(([name, [least, most]]) => {
    const value = values[name as keyof B]
    const isGood = Number.isInteger(value) && value >= least && value <= most
    return isGood ? [] : [{ name, found: String(value), expected: `a whole number ${least}..${most}` }]
  })
}
