// What a database that is older than its chain knows and does not know.
import { and, asc, eq, inArray, isNotNull, like } from 'drizzle-orm'
import { campaigns } from '../campaigns/tables.ts'
import type { Database } from '../database/database.ts'
import type { Hash } from '../ids.ts'
import { postings } from '../money/tables.ts'
import type { Signer } from '../outbox/chain.ts'
import { chainTransactions } from '../outbox/tables.ts'
import { chainEvents, epochs } from './tables.ts'

/** Every recorded event, in the order in which they happened. */
export async function allEvents(db: Database) {
  return db.select().from(chainEvents).orderBy(asc(chainEvents.blockNumber), asc(chainEvents.logIndex))
}

/** Keys of the postings that events made. */
export async function eventPostings(db: Database): Promise<Set<string>> {
  const rows = await db.select({ key: postings.key }).from(postings).where(like(postings.key, 'chain:%'))
  return new Set(rows.map(row => row.key))
}

/** Transactions whose `Settled` an epoch stands on. */
export async function settlingTransactions(db: Database): Promise<Set<string>> {
  const rows = await db.select({ tx: epochs.tx }).from(epochs).where(isNotNull(epochs.tx))
  return new Set(rows.map(row => row.tx as string))
}

/** Campaigns that have a name on the chain, drafts too. */
export async function namedCampaigns(db: Database): Promise<Set<Hash>> {
  const rows = await db.select({ chainId: campaigns.chainId }).from(campaigns).where(isNotNull(campaigns.chainId))
  return new Set(rows.map(row => row.chainId as Hash))
}

/** Wanted by these signers and not signed, oldest first. */
export async function wantedBy(db: Database, signers: readonly Signer[]) {
  return db
    .select()
    .from(chainTransactions)
    .where(and(inArray(chainTransactions.signer, [...signers]), eq(chainTransactions.state, 'wanted')))
    .orderBy(asc(chainTransactions.createdAt), asc(chainTransactions.id))
}

export async function isKnownTransaction(db: Database, hash: Hash): Promise<boolean> {
  const rows = await db
    .select({ id: chainTransactions.id })
    .from(chainTransactions)
    .where(eq(chainTransactions.hash, hash))
  return rows.length > 0
}

export async function insertSent(db: Database, row: typeof chainTransactions.$inferInsert): Promise<void> {
  await db.insert(chainTransactions).values(row)
}
