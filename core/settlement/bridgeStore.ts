import { and, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { postingLines, postings } from '../money/tables.ts'
import { chainEvents, epochs } from './tables.ts'

type Line = { account: string; amount: bigint }
const LINE = { account: postingLines.account, amount: postingLines.amount }

/** Keys of the postings that events above a block made. */
export async function eventKeysAbove(db: Database, block: number): Promise<string[]> {
  const rows = await db
    .select({ tx: chainEvents.tx, logIndex: chainEvents.logIndex, blockHash: chainEvents.blockHash })
    .from(chainEvents)
    .where(gt(chainEvents.blockNumber, block))
  return rows.map(row => `chain:${row.blockHash}:${row.tx}:${row.logIndex}`)
}

export async function linesUnder(db: Database, keys: readonly string[]): Promise<Line[]> {
  if (keys.length === 0) return []
  return db
    .select(LINE)
    .from(postingLines)
    .innerJoin(postings, eq(postings.id, postingLines.postingId))
    .where(inArray(postings.key, [...keys]))
}

/** Lines of epochs that the chain had not settled at a block: closed since, or settled above it. */
export async function openEpochLines(db: Database, block: number): Promise<Line[]> {
  const open = await db
    .select({ epoch: epochs.epoch })
    .from(epochs)
    .leftJoin(chainEvents, and(eq(chainEvents.tx, epochs.tx), eq(chainEvents.kind, 'settled')))
    .where(or(isNull(chainEvents.blockNumber), gt(chainEvents.blockNumber, block)))
  if (open.length === 0) return []
  return db
    .select(LINE)
    .from(postingLines)
    .innerJoin(postings, eq(postings.id, postingLines.postingId))
    .where(
      inArray(
        postings.epoch,
        open.map(row => row.epoch),
      ),
    )
}
