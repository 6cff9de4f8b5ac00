// The bridge check with everything it asks of the chain.
import type { Amount } from '../amount.ts'
import type { Hash } from '../ids.ts'
import { runTurn } from '../inbox/runTurn.ts'
import { campaignsOnChain } from './chainEventStore.ts'
import { type Bridge, checkBridge } from './checkBridge.ts'
import type { Reading } from './readChain.ts'

/** Compares ledger and chain at the newest final block: totals and every campaign's slot. To be called after each settled epoch. */
export async function checkBooks({ database, base, chain }: Reading): Promise<Bridge | undefined> {
  const finalized = await chain.finalized()
  const state = await chain.state(finalized.number)
  const slots = new Map<Hash, Amount>()
  for (const { chainId } of await campaignsOnChain(database.db)) {
    slots.set(chainId, (await chain.campaign(chainId, finalized.number)).balance)
  }
  return runTurn(database, base, ctx => checkBridge(ctx, { ...state, campaigns: slots }))
}
