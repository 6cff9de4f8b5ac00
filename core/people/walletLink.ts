// Linking a wallet: what a link is, and the message that is signed. Pure.
import { createSiweMessage } from 'viem/siwe'
import type { Address, ContributorId } from '../ids.ts'
import type { walletLinks } from './tables.ts'

/** How long the page stays open; short, because whoever holds its address can offer a wallet. */
export const LINK_SECONDS = 300

export type WalletLink = {
  once: string
  state: 'open' | 'signed' | 'confirmed' | 'refused' | 'expired'
  words: [string, string]
  expiresAt: Date
  address: Address | null
  message: string | null
  contributorId: ContributorId
}

export function walletLinkFrom(row: typeof walletLinks.$inferSelect, now: Date): WalletLink {
  const isOver = (row.state === 'open' || row.state === 'signed') && row.expiresAt <= now
  return {
    once: row.once,
    state: isOver ? 'expired' : row.state,
    words: [row.firstWord, row.secondWord],
    expiresAt: row.expiresAt,
    address: row.address,
    message: row.message,
    contributorId: row.contributorId,
  }
}

/** EIP-4361. Binds address, page, nonce and the two words; moves nothing and costs nothing. */
export function linkMessage(input: {
  address: Address
  publicUrl: string
  chainId: number
  nonce: string
  words: [string, string]
  issuedAt: Date
  expiresAt: Date
}): string {
  const url = new URL(input.publicUrl)
  return createSiweMessage({
    address: input.address,
    chainId: input.chainId,
    domain: url.host,
    nonce: input.nonce,
    uri: url.origin,
    version: '1',
    issuedAt: input.issuedAt,
    expirationTime: input.expiresAt,
    statement: `Perle pays what I earn to this address. My two words: ${input.words.join(' ')}. This moves no money and has no fee.`,
  })
}
