// The JSON that the server sends to the pages.
import type { View } from '../../../conversation/view.ts'

export type Role = 'contributor' | 'reviewer' | 'requester' | 'you'
export type Mode = 'local' | 'live'
export type Person = { id: string; alias: string; role: Role; about: string }
export type People = { mode: Mode; people: Person[]; you: string | null }

export type Chat = {
  you: { id: string; alias: string; role: Role }
  mode: Mode
  view: View
  side: { task: string | null; pending: string; payday: string }
  /** BCP 47 tag of the words in `view`, where the server says it. */
  locale?: string
}

/** All of a task's text, on a page of its own. */
export type WholeText = { heading: string; blocks: View['blocks']; locale: string }

export type Progress = { label: string; done: number; total: number | null; ended?: true; sentence?: string }

export type ChainRef = { chainId: number; settlement: string; rpcUrl: string | null }

export type StatusWord = 'working' | 'slow' | 'stopped' | 'not used yet'
export type StatusPart = { word: StatusWord; lastAt: string | null }
export type Status = {
  sentence: string
  work: StatusPart
  checking: StatusPart
  records: StatusPart
  pay: StatusPart
  nextPaydayAt: string
  queues: { name: string; oldestSeconds: number }[]
  days: { date: string; word: StatusWord }[]
  /** Who cannot send although the chain answers. Absent where the server is older than the page. */
  signers?: { signer: string; sentence: string }[]
  transactions?: { wanted: number; sent: number; oldestSeconds: number; givenUp: number }
  chain: ChainRef
  /** Where the source is kept, if the operator says so. */
  sourceUrl?: string
}

export type WalletLink = {
  state: 'open' | 'signed' | 'confirmed' | 'expired'
  words: [string, string]
  sum: string
  expiresAt: string
  mode: Mode
  address: string | null
}
