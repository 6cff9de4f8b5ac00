// JSON of the explorer: one contribution, one payday.
import type { ContributionClaim, Header } from '@perle/core/proof'
import type { ChainRef } from './shapes.ts'

/** Amounts and other big numbers come as decimal strings. */
export type HeaderJson = Omit<Header, 'total' | 'heldDelta'> & { total: string; heldDelta: string }
export type ProofJson = Omit<ContributionClaim, 'header' | 'answer' | 'salt'> & { header: HeaderJson }

export type Contribution = {
  code: string
  status: 'saved' | 'checking' | 'recorded' | 'refused'
  erasedAt: string | null
  campaign: { code: string; title: string; kindInWords: string; id: string | null }
  sentAt: string
  decidedAt: string | null
  recordedAt: string | null
  epoch: number | null
  sum: string | null
  sumBaseUnits: string | null
  proof: ProofJson | null
  chain: ChainRef & { tx: string | null }
}

export type PaydayTotals = {
  debit: string
  pay: string
  votes: string
  fee: string
  back: string
  published: string
  heldBefore: string
  heldAfter: string
  withheld: string
  /** Pay that puts earlier mistakes right; part of the debit. */
  repair?: string
}

export type Payday = {
  epoch: number
  state: string
  cutOffAt: string
  activeAt: string | null
  tx: string | null
  headText: string
  parts: { name: string; sha256: string; bytes: number }[]
  totals: PaydayTotals
  /** `upTo` in base units; null is the open end. */
  sizes: { upTo: string | null; count: number }[]
  accounts: { address: string; cumulative: string; increase: string }[]
  previous: { headText: string; accountsSha256: string } | null
  chain: ChainRef
}

export type Paydays = {
  epochs: { epoch: number; cutOffAt: string; state: string; total: string; rows: number }[]
  nextPaydayAt: string
}
