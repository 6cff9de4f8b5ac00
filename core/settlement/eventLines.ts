// What a chain event moves in the ledger. Pure.
import type { Amount } from '../amount.ts'
import type { Address, CampaignId } from '../ids.ts'
import { type CampaignPurse, CUSTODY, campaignAccount, type Lines, leafAccount } from '../money/ledger.ts'

/** Somebody's leaf was paid out. */
export function claimLines(account: Address, sum: Amount): Lines {
  return { [leafAccount(account)]: -sum, [CUSTODY]: sum }
}

/**
 * Purses in the order in which a refund empties them. Before expiry and grace a refund is at most what is free, left-over review money and
 * the gold bond; after grace the chain gives everything back, what people had earned and was never settled included.
 */
const REFUND_ORDER: CampaignPurse[] = ['free', 'review', 'goldBond', 'leased', 'pending', 'earned']

/**
 * Money back to a requester. `purses`: what the campaign has by account name. `missing` is what the ledger cannot find (0 when both agree);
 * `isBeyondFree` tells that money set aside for people went back.
 */
export function refundLines(
  campaignId: CampaignId,
  purses: ReadonlyMap<string, bigint>,
  sum: Amount,
): { lines: Lines; missing: bigint; isBeyondFree: boolean } {
  const lines: Lines = {}
  let left: bigint = sum
  let isBeyondFree = false
  for (const purse of REFUND_ORDER) {
    const account = campaignAccount(campaignId, purse)
    const has = purses.get(account) ?? 0n
    const taken = has < left ? has : left
    if (taken === 0n) continue
    lines[account] = -taken
    left -= taken
    isBeyondFree ||= purse === 'leased' || purse === 'pending' || purse === 'earned'
  }
  lines[CUSTODY] = sum - left
  return { lines, missing: left, isBeyondFree }
}
