// What a closing epoch moves in the ledger. Pure; every posting sums to zero.
import type { Address, CampaignId, ContributorId } from '../ids.ts'
import { COMMONS, campaignAccount, type Lines, leafAccount, personAccount, TREASURY } from '../money/ledger.ts'
import { feeOf } from '../proof/index.ts'

export type Earning = { contributorId: ContributorId; pay: bigint }

function addTo(lines: Lines, account: string, change: bigint): void {
  lines[account] = (lines[account] ?? 0n) + change
}

/**
 * One campaign's close: what was set aside for its accepted answers goes to people, fee and back to the campaign; votes and the fee on
 * them come out of the review money. `reserves`: pay and fee reserves of the accepted answers that settle.
 */
export function campaignLines(close: {
  campaignId: CampaignId
  reserves: bigint
  answers: readonly Earning[]
  votes: readonly Earning[]
  feeBps: number
  commonsShareBps: number
}): Lines {
  const { campaignId, reserves, answers, votes } = close
  const pay = answers.reduce((sum, row) => sum + row.pay, 0n)
  const voted = votes.reduce((sum, row) => sum + row.pay, 0n)
  const fee = feeOf({ ...close, pay, votes: voted })
  const feeOnPay = feeOf({ ...close, pay, votes: 0n }).fee
  const lines: Lines = {
    [campaignAccount(campaignId, 'earned')]: -reserves,
    [campaignAccount(campaignId, 'free')]: reserves - pay - feeOnPay,
    [campaignAccount(campaignId, 'review')]: -(voted + fee.fee - feeOnPay),
    [COMMONS]: fee.commons,
    [TREASURY]: fee.treasury,
  }
  for (const row of [...answers, ...votes]) addTo(lines, personAccount(row.contributorId, 'accrued'), row.pay)
  return lines
}

/** Stipends, and votes whose campaign has no review money left. */
export function commonsLines(rows: readonly Earning[]): Lines {
  const lines: Lines = { [COMMONS]: -rows.reduce((sum, row) => sum + row.pay, 0n) }
  for (const row of rows) addTo(lines, personAccount(row.contributorId, 'accrued'), row.pay)
  return lines
}

/** A campaign with nothing left to decide: what remains is its requester's. */
export function releaseLines(campaignId: CampaignId, purses: ReadonlyMap<string, bigint>): Lines {
  const review = purses.get(campaignAccount(campaignId, 'review')) ?? 0n
  const bond = purses.get(campaignAccount(campaignId, 'goldBond')) ?? 0n
  return {
    [campaignAccount(campaignId, 'review')]: -review,
    [campaignAccount(campaignId, 'goldBond')]: -bond,
    [campaignAccount(campaignId, 'free')]: review + bond,
  }
}

/** From balances into the tree. */
export function publishLines(
  credits: readonly { contributorId: ContributorId; address: Address; amount: bigint }[],
): Lines {
  const lines: Lines = {}
  for (const { contributorId, address, amount } of credits) {
    addTo(lines, personAccount(contributorId, 'accrued'), -amount)
    addTo(lines, leafAccount(address), amount)
  }
  return lines
}

export function publishTreasuryLines(address: Address, amount: bigint): Lines {
  return { [TREASURY]: -amount, [leafAccount(address)]: amount }
}
