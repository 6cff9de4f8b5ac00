// Double entry: what an account is called, and what each event moves. Pure; every posting sums to zero.
import type { Amount } from '../amount.ts'
import type { Address, CampaignId, ContributorId } from '../ids.ts'

export const CUSTODY = 'custody'
export const TREASURY = 'treasury'
export const COMMONS = 'commons'
export const WITHHELD = 'withheld'

export type CampaignPurse = 'free' | 'leased' | 'pending' | 'earned' | 'review' | 'goldBond'
export const campaignAccount = (id: CampaignId, purse: CampaignPurse) => `campaign:${id}:${purse}`
export const personAccount = (id: ContributorId, purse: 'accrued' | 'bond') => `person:${id}:${purse}`
export const leafAccount = (address: Address) => `leaf:${address.toLowerCase()}`

/** Account -> change. Zero changes are left out when posted. */
export type Lines = Record<string, bigint>

/** What is set aside when a task is handed out: pay, fee and review levy. */
export type Reserve = { pay: Amount; fee: Amount; review: Amount }

export function depositLines(id: CampaignId, deposit: Amount, goldBond: bigint): Lines {
  return {
    [CUSTODY]: -deposit,
    [campaignAccount(id, 'free')]: deposit - goldBond,
    [campaignAccount(id, 'goldBond')]: goldBond,
  }
}

export function reserveLines(id: CampaignId, reserve: Reserve): Lines {
  const sum = reserve.pay + reserve.fee + reserve.review
  return { [campaignAccount(id, 'free')]: -sum, [campaignAccount(id, 'leased')]: sum }
}

export function submitLines(id: CampaignId, reserve: Reserve): Lines {
  return {
    [campaignAccount(id, 'leased')]: -(reserve.pay + reserve.fee + reserve.review),
    [campaignAccount(id, 'pending')]: reserve.pay + reserve.fee,
    [campaignAccount(id, 'review')]: reserve.review,
  }
}

export function acceptLines(id: CampaignId, reserve: Reserve): Lines {
  const sum = reserve.pay + reserve.fee
  return { [campaignAccount(id, 'pending')]: -sum, [campaignAccount(id, 'earned')]: sum }
}

/** The review levy stays: the review happened. */
export function rejectLines(id: CampaignId, reserve: Reserve): Lines {
  const sum = reserve.pay + reserve.fee
  return { [campaignAccount(id, 'pending')]: -sum, [campaignAccount(id, 'free')]: sum }
}

/** The same posting with opposite signs: undo, expiry, a dropped block. */
export function reversed(lines: Lines): Lines {
  return Object.fromEntries(Object.entries(lines).map(([account, change]) => [account, -change]))
}
