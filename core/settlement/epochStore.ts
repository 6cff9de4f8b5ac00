import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import type { Address, Hash, SubmissionId } from '../ids.ts'
import { contributionLeaves, epochParts, epochs, payoutLeaves, reputationLeaves, rewardRows } from './tables.ts'

export type EpochRow = typeof epochs.$inferSelect

/**
 * One at a time: closing, taking in what the chain says, and people taking their answers back. A close that met another would pay twice, one
 * that met somebody leaving would write down what was just erased. After the person's own lock and before all others; until the turn ends.
 */
export async function lockSettlement(db: Database): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended('settlement', 7373))`)
}

export async function findEpoch(db: Database, epoch: number): Promise<EpochRow | undefined> {
  return (await db.select().from(epochs).where(eq(epochs.epoch, epoch)))[0]
}

export async function newestEpoch(db: Database): Promise<EpochRow | undefined> {
  return (await db.select().from(epochs).orderBy(desc(epochs.epoch)).limit(1))[0]
}

/** The newest that is claimable: the generation that claims are sent for. */
export async function newestActive(db: Database): Promise<EpochRow | undefined> {
  return (await db.select().from(epochs).where(eq(epochs.state, 'active')).orderBy(desc(epochs.epoch)).limit(1))[0]
}

/** The newest that stands on the chain (not vetoed), below a number where one is given. */
export async function newestSettled(db: Database, below?: number): Promise<EpochRow | undefined> {
  const limit = below === undefined ? undefined : lt(epochs.epoch, below)
  const rows = await db
    .select()
    .from(epochs)
    .where(and(inArray(epochs.state, ['settled', 'active']), limit))
    .orderBy(desc(epochs.epoch))
    .limit(1)
  return rows[0]
}

export async function allEpochs(db: Database): Promise<EpochRow[]> {
  return db.select().from(epochs).orderBy(desc(epochs.epoch))
}

/** Epochs up to one, oldest first; their headers make the history. */
export async function epochsUpTo(db: Database, epoch: number): Promise<EpochRow[]> {
  const rows = await db.select().from(epochs).where(ne(epochs.state, 'vetoed')).orderBy(asc(epochs.epoch))
  return rows.filter(row => row.epoch <= epoch)
}

/** A vetoed epoch of the same number is overwritten. */
export async function saveEpoch(db: Database, row: typeof epochs.$inferInsert): Promise<void> {
  await db.insert(epochs).values(row).onConflictDoUpdate({ target: epochs.epoch, set: row })
}

export async function updateEpoch(db: Database, epoch: number, change: Partial<EpochRow>): Promise<void> {
  await db.update(epochs).set(change).where(eq(epochs.epoch, epoch))
}

/** One that was never on the chain and is taken back whole: its cut-off must not move that of the true one. */
export async function deleteEpoch(db: Database, epoch: number): Promise<void> {
  await db.delete(epochs).where(eq(epochs.epoch, epoch))
}

export async function settledEpochs(db: Database): Promise<EpochRow[]> {
  return db.select().from(epochs).where(eq(epochs.state, 'settled')).orderBy(asc(epochs.epoch))
}

/** On the chain, and not yet known to stay there. */
export async function unfinalizedEpochs(db: Database): Promise<EpochRow[]> {
  return db
    .select()
    .from(epochs)
    .where(and(isNotNull(epochs.settledAt), isNull(epochs.finalizedAt)))
    .orderBy(asc(epochs.epoch))
}

// Parts and leaves

export async function insertParts(db: Database, rows: (typeof epochParts.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await db.insert(epochParts).values(rows)
}

export async function partsOfEpoch(db: Database, epoch: number) {
  return db.select().from(epochParts).where(eq(epochParts.epoch, epoch)).orderBy(asc(epochParts.position))
}

export async function findPart(db: Database, epoch: number, sha256: Hash) {
  const rows = await db
    .select({ text: epochParts.text })
    .from(epochParts)
    .where(and(eq(epochParts.epoch, epoch), eq(epochParts.sha256, sha256)))
  return rows[0]
}

/** In blocks: one statement takes at most 65,535 parameters. */
async function inBlocks<T>(rows: T[], write: (block: T[]) => PromiseLike<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000) await write(rows.slice(from, from + 1000))
}

export async function insertPayouts(db: Database, rows: (typeof payoutLeaves.$inferInsert)[]): Promise<void> {
  await inBlocks(rows, block => db.insert(payoutLeaves).values(block))
}

export async function insertContributions(
  db: Database,
  rows: (typeof contributionLeaves.$inferInsert)[],
): Promise<void> {
  await inBlocks(rows, block => db.insert(contributionLeaves).values(block))
}

export async function insertReputations(db: Database, rows: (typeof reputationLeaves.$inferInsert)[]): Promise<void> {
  await inBlocks(rows, block => db.insert(reputationLeaves).values(block))
}

export async function insertRewards(db: Database, rows: (typeof rewardRows.$inferInsert)[]): Promise<void> {
  await inBlocks(rows, block => db.insert(rewardRows).values(block))
}

/** Payout leaves in tree order: by address. */
export async function payoutsOf(db: Database, epoch: number): Promise<{ address: Address; cumulative: bigint }[]> {
  const rows = await db
    .select({ address: payoutLeaves.address, cumulative: payoutLeaves.cumulative })
    .from(payoutLeaves)
    .where(eq(payoutLeaves.epoch, epoch))
  // Not by the database, whose collation may be another one than the tree's.
  return rows.sort((one, other) => (one.address < other.address ? -1 : 1))
}

/** Leaves of a batch in tree order. */
export async function batchLeaves(db: Database, epoch: number): Promise<Hash[]> {
  const rows = await db
    .select({ leaf: contributionLeaves.leaf })
    .from(contributionLeaves)
    .where(eq(contributionLeaves.epoch, epoch))
    .orderBy(asc(contributionLeaves.position))
  return rows.map(row => row.leaf)
}

export async function contributionOf(db: Database, submissionId: SubmissionId) {
  return (await db.select().from(contributionLeaves).where(eq(contributionLeaves.submissionId, submissionId)))[0]
}

/** Everything that a vetoed epoch wrote beside its own row and the ledger. */
export async function deleteContentOf(db: Database, epoch: number): Promise<void> {
  await db.delete(epochParts).where(eq(epochParts.epoch, epoch))
  await db.delete(payoutLeaves).where(eq(payoutLeaves.epoch, epoch))
  await db.delete(contributionLeaves).where(eq(contributionLeaves.epoch, epoch))
  await db.delete(reputationLeaves).where(eq(reputationLeaves.epoch, epoch))
  await db.delete(rewardRows).where(eq(rewardRows.epoch, epoch))
}
