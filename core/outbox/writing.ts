// What the steps of the chain writer share.
import type { OpenDatabase } from '../database/database.ts'
import type { BaseContext } from '../inbox/runTurn.ts'
import type { Chain, Signer } from './chain.ts'
import type { SignerTrouble } from './signerTrouble.ts'

/** `spendCap`: wei that each account may spend on fees in a UTC day; none where it is left out. */
export type Writing = {
  database: OpenDatabase
  base: BaseContext
  chain: Chain
  holder: string
  spendCap?: bigint | undefined
}

/** Counts of one pass. `waiting`: sent or about to be, not yet in a block. `raised`: offered again for a higher fee. */
export type WritePass = {
  signed: number
  mined: number
  failed: number
  waiting: number
  raised: number
  troubles: SignerTrouble[]
}

export const WRITER_LEASE = 'chain-writer'
/** Order matters to these two (approve before open, one settle after the other), so the next is signed when the last is mined. */
export const IN_FLIGHT: Record<Signer, number> = { publisher: 1, requester: 1, relayer: 16 }
/** A node may lose a transaction from its pool; it is offered again this often. */
export const RESEND_SECONDS = 15

/** One a signer and pass: the first that is met is what keeps it. */
export function noteTrouble(pass: WritePass, trouble: SignerTrouble): void {
  if (!pass.troubles.some(one => one.signer === trouble.signer)) pass.troubles.push(trouble)
}
