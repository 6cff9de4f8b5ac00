import type { Context } from '../context.ts'
import type { ChainEvent } from '../outbox/chain.ts'
import { readChainText, writeChainText } from '../outbox/chainText.ts'
import { dropChainEvent, eventKey } from './applyChainEvent.ts'
import { deleteBlocksAbove, deleteEvent, eventsAbove, moveEvent } from './chainEventStore.ts'
import type { Read } from './chainRanges.ts'
import { lockSettlement } from './epochStore.ts'
import { renamePosting } from './postingStore.ts'
import { recordChainEvents } from './recordChainEvents.ts'

/**
 * Blocks above `common` vanished; `read` is what stands there now (undefined: nothing yet). An event that was mined again keeps its effect
 * and changes its block, so that money already in use is not missed in between; the rest is mirrored in the ledger, newest first.
 */
export async function rewindChainEvents(
  ctx: Context,
  input: { common: bigint; read: Read | undefined },
): Promise<{ events: number; dropped: number }> {
  await lockSettlement(ctx.db)
  const left = new Map((input.read?.events ?? []).map(event => [`${event.tx}:${event.logIndex}`, event]))
  const old = await eventsAbove(ctx.db, Number(input.common))
  const gone: ChainEvent[] = []
  for (const stored of old) {
    const event = readChainText<ChainEvent>(stored.text)
    const again = [...left.values()].find(one => one.tx === event.tx && contentOf(one) === contentOf(event))
    if (again === undefined) {
      gone.push(event)
      continue
    }
    left.delete(`${again.tx}:${again.logIndex}`)
    await moveEvent(ctx.db, stored, again)
    await renamePosting(ctx.db, eventKey(event), eventKey(again))
  }
  for (const event of gone.reverse()) {
    await dropChainEvent(ctx, event)
    await deleteEvent(ctx.db, event)
  }
  await deleteBlocksAbove(ctx.db, Number(input.common))
  if (input.read === undefined) return { events: 0, dropped: gone.length }
  const events = await recordChainEvents(ctx, { ...input.read, events: [...left.values()] })
  return { events, dropped: gone.length }
}

/** What an event says, apart from where it stands. */
function contentOf(event: ChainEvent): string {
  const { block: _, logIndex: __, ...content } = event
  return writeChainText(content)
}
