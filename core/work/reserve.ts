// What a hand-out costs: effective price, level factor and the reserves, from a campaign's row. Pure.
import { type Amount, amount } from '../amount.ts'
import type { CampaignRow } from '../campaigns/store.ts'
import type { Reserve } from '../money/ledger.ts'
import { effectivePrice, reservationOf } from '../money/price.ts'

export function secondsOf(campaign: CampaignRow): number {
  return campaign.measuredSeconds ?? campaign.usualSeconds
}

/** Price of one answer now; under the floor where even the capped price does not reach it. */
export function priceNow(campaign: CampaignRow): { price: Amount; isUnderFloor: boolean } {
  const { price, floorPerHour, topUpCapBps } = campaign
  const { peff, isUnderFloor } = effectivePrice({ price, floorPerHour, topUpCapBps }, secondsOf(campaign))
  return { price: amount(peff), isUnderFloor }
}

export function hourlyOf(price: Amount, seconds: number): Amount {
  return amount((price * 3600n) / BigInt(Math.max(1, seconds)))
}

export function reserveOf(campaign: CampaignRow, mBps: number): Reserve {
  const { pay, fee, review } = reservationOf(campaign, mBps)
  return { pay: amount(pay), fee: amount(fee), review: amount(review) }
}

export function reserveTotal(reserve: Reserve): bigint {
  return reserve.pay + reserve.fee + reserve.review
}
