// What an answer costs and what is set aside for it before it is handed out. Amounts in base units; `/` is a floor where not said otherwise.

/** Smallest value that at least half of the values do not exceed. Undefined for none. */
export function lowerMedian(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)]
}

/** Fewer people than this, or a person with fewer answers, say too little about how long a task takes. */
const MIN_PEOPLE = 5
const MIN_ANSWERS = 5
/** Reliability factor from which somebody's time counts, ppm. */
const MIN_FACTOR = 500_000

/**
 * Seconds that an answer takes: the lower median over people of each one's lower median, so one idle person cannot move it.
 * `seconds`: active seconds of a person's accepted answers. Too few people: the pilot's time.
 */
export function activeSeconds(
  people: readonly { factor: number; seconds: readonly number[] }[],
  pilotSeconds: number,
): number {
  const medians = people
    .filter(person => person.factor >= MIN_FACTOR && person.seconds.length >= MIN_ANSWERS)
    .map(person => lowerMedian(person.seconds) as number)
  return medians.length < MIN_PEOPLE ? pilotSeconds : (lowerMedian(medians) as number)
}

/** Price of a campaign. `floorPerHour` undefined: no floor, and then no top-up is reserved. */
export type Pricing = { price: bigint; floorPerHour?: bigint | undefined; topUpCapBps: number }

/** The most that an answer may come to cost, before the tier. */
export function priceCap(pricing: Pricing): bigint {
  const capBps = pricing.floorPerHour === undefined ? 0 : pricing.topUpCapBps
  return (pricing.price * BigInt(10_000 + capBps)) / 10_000n
}

/**
 * Peff: the price, raised to the hourly floor as far as the cap allows. `isUnderFloor`: the floor lies beyond the cap; then the campaign
 * must pause until it is repriced, since nobody is paid under the floor silently. The raise acts on the price, not on persons.
 */
export function effectivePrice(pricing: Pricing, seconds: number): { peff: bigint; isUnderFloor: boolean } {
  const { price, floorPerHour = 0n } = pricing
  const floor = ceilDivide(floorPerHour * BigInt(seconds), 3600n)
  const wanted = floor > price ? floor : price
  const cap = priceCap(pricing)
  return { peff: wanted < cap ? wanted : cap, isUnderFloor: wanted > cap }
}

export type Reservation = {
  /** Rp: the most that this answer can be paid. */
  pay: bigint
  /** Rf: fee on it. */
  fee: bigint
  /** Rv: levy for reviews, the fee on votes included. */
  review: bigint
  /** R: leaves the campaign's free money when the task is handed out. */
  total: bigint
}

/** `mBps` is the person's tier at hand-out, frozen on the assignment. */
export function reservationOf(
  pricing: Pricing & { feeBps: number; reviewShareBps: number },
  mBps: number,
): Reservation {
  const pay = (priceCap(pricing) * BigInt(mBps)) / 10_000n
  const fee = ceilDivide(pay * BigInt(pricing.feeBps), 10_000n)
  const review = ceilDivide(pricing.price * BigInt(pricing.reviewShareBps), 10_000n)
  return { pay, fee, review, total: pay + fee + review }
}

/** Non-negative numbers, rounded up. */
export function ceilDivide(value: bigint, by: bigint): bigint {
  return (value + by - 1n) / by
}
