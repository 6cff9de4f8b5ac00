// Which leaf was asked to be paid by which transaction.
import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import type { Address } from '../ids.ts'
import { chainTransactions } from '../outbox/tables.ts'
import { payoutLeaves } from './tables.ts'

/** Addresses of an epoch whose claim was asked for already. */
export async function askedIn(db: Database, epoch: number): Promise<Set<Address>> {
  const rows = await db
    .select({ address: payoutLeaves.address, by: payoutLeaves.claimedBy })
    .from(payoutLeaves)
    .where(eq(payoutLeaves.epoch, epoch))
  return new Set(rows.flatMap(row => (row.by === null ? [] : [row.address])))
}

/** Addresses whose claim, of any epoch, is sent and not yet in a block. */
export async function onTheWay(db: Database): Promise<Set<Address>> {
  const rows = await db
    .select({ address: payoutLeaves.address })
    .from(payoutLeaves)
    .innerJoin(chainTransactions, eq(chainTransactions.purpose, payoutLeaves.claimedBy))
    .where(eq(chainTransactions.state, 'signed'))
  return new Set(rows.map(row => row.address))
}

export async function claimOf(db: Database, epoch: number, address: Address): Promise<string | null> {
  const rows = await db
    .select({ by: payoutLeaves.claimedBy })
    .from(payoutLeaves)
    .where(and(eq(payoutLeaves.epoch, epoch), eq(payoutLeaves.address, address)))
  return rows[0]?.by ?? null
}

export async function markClaimed(db: Database, epoch: number, addresses: Address[], purpose: string): Promise<void> {
  await db
    .update(payoutLeaves)
    .set({ claimedBy: purpose })
    .where(and(eq(payoutLeaves.epoch, epoch), inArray(payoutLeaves.address, addresses)))
}
