import { and, asc, count, desc, eq, gt, inArray, lte } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import type { Address, ContributorId } from '../ids.ts'
import { notices } from '../outbox/tables.ts'
import { wallets } from '../people/tables.ts'
import { rewardRows } from './tables.ts'

/** Who an address belongs to, or belonged to last: a leaf of a replaced wallet is still its owner's. */
export async function ownersOf(db: Database, addresses: Address[]): Promise<Map<Address, ContributorId>> {
  if (addresses.length === 0) return new Map()
  const rows = await db
    .select({ address: wallets.address, contributorId: wallets.contributorId })
    .from(wallets)
    .where(inArray(wallets.address, addresses))
    .orderBy(asc(wallets.confirmedAt), asc(wallets.id))
  return new Map(rows.map(row => [row.address, row.contributorId]))
}

/** Every wallet of these people, oldest first. */
export async function walletsOf(db: Database, people: ContributorId[]) {
  if (people.length === 0) return []
  return db
    .select()
    .from(wallets)
    .where(inArray(wallets.contributorId, people))
    .orderBy(asc(wallets.confirmedAt), asc(wallets.id))
}

/** Answers of a person that were paid after one epoch and up to another. */
export async function paidAnswers(db: Database, who: ContributorId, after: number, upTo: number): Promise<number> {
  const rows = await db
    .select({ n: count() })
    .from(rewardRows)
    .where(
      and(
        eq(rewardRows.contributorId, who),
        eq(rewardRows.kind, 'answer'),
        gt(rewardRows.pay, 0n as never),
        gt(rewardRows.epoch, after),
        lte(rewardRows.epoch, upTo),
      ),
    )
  return rows[0]?.n ?? 0
}

/** Payload of the newest notice of a code to somebody. */
export async function newestNotice(db: Database, contributorId: ContributorId, code: string) {
  const rows = await db
    .select({ payload: notices.payload })
    .from(notices)
    .where(and(eq(notices.contributorId, contributorId), eq(notices.code, code)))
    .orderBy(desc(notices.createdAt), desc(notices.id))
    .limit(1)
  return rows[0]?.payload
}
