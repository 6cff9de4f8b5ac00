import type { Context } from '../context.ts'
import { listSweeps, recordSweep } from '../inbox/store.ts'

const NAME = 'chain'

/**
 * Ties this database to one chain and one contract for ever: local chains all have the same addresses, and a ledger read
 * against a chain that was begun anew would see every deposit twice. False when it is tied to another one.
 */
export async function bindChain(ctx: Context, place: { genesisHash: string; settlement: string }): Promise<boolean> {
  const note = `${place.genesisHash}:${place.settlement}`
  const known = (await listSweeps(ctx.db)).find(sweep => sweep.name === NAME)?.note
  if (known != null) return known === note
  await recordSweep(ctx.db, { name: NAME, at: ctx.now(), note })
  return true
}
