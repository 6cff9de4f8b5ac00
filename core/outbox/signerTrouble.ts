// What keeps a signer from its work although chain and database are well: said on the status page until it is over.
import type { Context } from '../context.ts'
import { listSweeps, recordSweep } from '../inbox/store.ts'
import type { Signer } from './chain.ts'

/**
 * `no funds`: its account cannot pay the fee. `capped`: what it may spend in a day is spent. `stuck`: no block takes its oldest transaction
 * at a fee that it may offer.
 */
export type SignerWord = 'no funds' | 'capped' | 'stuck'
/** `has` and `needs` in wei: coins and the next fee, or what is left of the cap and the next fee. */
export type SignerTrouble = { signer: Signer; word: SignerWord; has: string; needs: string }

const NAME = 'chain.signers'

/** Writes only what changed: passes come several times a second. */
export async function noteSignerTroubles(ctx: Context, troubles: readonly SignerTrouble[]): Promise<void> {
  const note = JSON.stringify(troubles)
  const known = (await listSweeps(ctx.db)).find(sweep => sweep.name === NAME)?.note ?? '[]'
  if (known !== note) await recordSweep(ctx.db, { name: NAME, at: ctx.now(), note })
}

export async function readSignerTroubles(ctx: Context): Promise<SignerTrouble[]> {
  const note = (await listSweeps(ctx.db)).find(sweep => sweep.name === NAME)?.note
  return note == null ? [] : (JSON.parse(note) as SignerTrouble[])
}
