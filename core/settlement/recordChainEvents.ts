import type { Context } from '../context.ts'
import type { BlockRef, ChainEvent } from '../outbox/chain.ts'
import { applyChainEvent } from './applyChainEvent.ts'
import { insertBlock, insertEvent } from './chainEventStore.ts'
import { lockSettlement } from './epochStore.ts'

/**
 * Takes what the chain said into the ledger: deposits, settled and vetoed epochs, claims, refunds. Each log counts once, by transaction
 * and place in it, however often it is told. `activeAt` (by epoch) comes from the contract, since an event does not carry it; `block`
 * is how far has been read. Answers how many events were new.
 */
export async function recordChainEvents(
  ctx: Context,
  input: { events: ChainEvent[]; activeAt: ReadonlyMap<number, Date>; block: BlockRef },
): Promise<number> {
  await lockSettlement(ctx.db)
  let fresh = 0
  for (const event of input.events) {
    if (!(await insertEvent(ctx.db, event, ctx.now()))) continue
    fresh++
    await applyChainEvent(ctx, event, input.activeAt)
  }
  await insertBlock(ctx.db, input.block, ctx.now())
  return fresh
}
