// From quality to pay and fee, in whole base units. Every `/` is a floor, and every floor favours the campaign.

/** Pay of any row: `min(peff * q * mBps / 1,000,000, cap)`. q is 0..100, mBps 10,000 = 1; votes, stipends, shares and repairs have mBps 10,000. */
export function payOf(row: { peff: bigint; q: number; mBps: number; cap: bigint }): bigint {
  const pay = (row.peff * BigInt(row.q) * BigInt(row.mBps)) / 1_000_000n
  return pay < row.cap ? pay : row.cap
}

/** Fee of one campaign in one epoch: two floors, on top of pay and never out of it. */
export function feeOf(campaign: { pay: bigint; votes: bigint; feeBps: number; commonsShareBps: number }) {
  const rate = BigInt(campaign.feeBps)
  const fee = (campaign.pay * rate) / 10_000n + (campaign.votes * rate) / 10_000n
  const commons = (fee * BigInt(campaign.commonsShareBps)) / 10_000n
  return { fee, commons, treasury: fee - commons }
}

/**
 * q of an accepted answer, 0..100, before a shared item is divided: `F * X / 10^10` with `X = alpha + (1e6 - alpha) * t / 1e6`; below qMin it is 0.
 * factor, truth and alpha in ppm.
 */
export function qualityOf(row: {
  accepted: boolean
  factor: number
  truth: number
  alpha: number
  qMin: number
}): number {
  if (!row.accepted) return 0
  const x = row.alpha + Math.floor(((1_000_000 - row.alpha) * row.truth) / 1_000_000)
  const q = Math.floor((row.factor * x) / 10_000_000_000)
  return q < row.qMin ? 0 : q
}
