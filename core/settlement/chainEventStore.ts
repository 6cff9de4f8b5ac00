import { and, asc, desc, eq, gt, lte, min, ne } from 'drizzle-orm'
import { campaigns } from '../campaigns/tables.ts'
import type { Database } from '../database/database.ts'
import type { CampaignId, Hash } from '../ids.ts'
import type { BlockRef, ChainEvent } from '../outbox/chain.ts'
import { writeChainText } from '../outbox/chainText.ts'
import { chainBlocks, chainEvents } from './tables.ts'

export type StoredEvent = typeof chainEvents.$inferSelect
type EventIdentity = Pick<StoredEvent, 'tx' | 'logIndex'>

/** False when this log is known already. */
export async function insertEvent(db: Database, event: ChainEvent, recordedAt: Date): Promise<boolean> {
  const rows = await db
    .insert(chainEvents)
    .values({
      tx: event.tx,
      logIndex: event.logIndex,
      blockNumber: Number(event.block.number),
      blockHash: event.block.hash,
      kind: event.kind,
      text: writeChainText(event),
      recordedAt,
    })
    .onConflictDoNothing()
    .returning({ tx: chainEvents.tx })
  return rows.length === 1
}

/** Every recorded event above a block, in the order in which they happened. */
export async function eventsAbove(db: Database, block: number): Promise<StoredEvent[]> {
  return db
    .select()
    .from(chainEvents)
    .where(gt(chainEvents.blockNumber, block))
    .orderBy(asc(chainEvents.blockNumber), asc(chainEvents.logIndex))
}

export async function deleteEvent(db: Database, event: EventIdentity): Promise<void> {
  await db.delete(chainEvents).where(and(eq(chainEvents.tx, event.tx), eq(chainEvents.logIndex, event.logIndex)))
}

/** The same log in another block, perhaps at another place in it. */
export async function moveEvent(db: Database, event: EventIdentity, to: ChainEvent): Promise<void> {
  await db
    .update(chainEvents)
    .set({
      logIndex: to.logIndex,
      blockNumber: Number(to.block.number),
      blockHash: to.block.hash,
      text: writeChainText(to),
    })
    .where(and(eq(chainEvents.tx, event.tx), eq(chainEvents.logIndex, event.logIndex)))
}

/** Block of the event that settled an epoch. */
export async function blockOfTx(db: Database, tx: Hash, kind: ChainEvent['kind']): Promise<number | undefined> {
  const rows = await db
    .select({ block: min(chainEvents.blockNumber) })
    .from(chainEvents)
    .where(and(eq(chainEvents.tx, tx), eq(chainEvents.kind, kind)))
  return rows[0]?.block ?? undefined
}

/** How far the chain has been read. */
export async function newestBlock(db: Database) {
  return (await db.select().from(chainBlocks).orderBy(desc(chainBlocks.number)).limit(1))[0]
}

/** Newest first, at or below `number`. */
export async function blocksDown(db: Database, number: number, limit: number) {
  return db
    .select()
    .from(chainBlocks)
    .where(lte(chainBlocks.number, number))
    .orderBy(desc(chainBlocks.number))
    .limit(limit)
}

export async function insertBlock(db: Database, block: BlockRef, readAt: Date): Promise<void> {
  await db
    .insert(chainBlocks)
    .values({ number: Number(block.number), hash: block.hash, readAt })
    .onConflictDoUpdate({ target: chainBlocks.number, set: { hash: block.hash, readAt } })
}

export async function deleteBlocksAbove(db: Database, number: number): Promise<void> {
  await db.delete(chainBlocks).where(gt(chainBlocks.number, number))
}

export async function campaignByChainId(db: Database, chainId: Hash) {
  return (await db.select().from(campaigns).where(eq(campaigns.chainId, chainId)).for('no key update'))[0]
}

/** Campaigns that were opened there, by id. */
export async function campaignsOnChain(db: Database): Promise<{ id: CampaignId; chainId: Hash }[]> {
  const rows = await db
    .select({ id: campaigns.id, chainId: campaigns.chainId })
    .from(campaigns)
    .where(ne(campaigns.state, 'draft'))
    .orderBy(asc(campaigns.id))
  return rows.flatMap(row => (row.chainId === null ? [] : [{ id: row.id, chainId: row.chainId }]))
}
