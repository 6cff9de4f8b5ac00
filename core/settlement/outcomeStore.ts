// All answers and all that was earned, of everybody: what a simulation or an audit of a test run counts.
import { asc, eq, ne, sql } from 'drizzle-orm'
import { items } from '../campaigns/tables.ts'
import type { Database } from '../database/database.ts'
import { balances } from '../money/tables.ts'
import { submissions } from '../work/tables.ts'
import { rewardRows } from './tables.ts'

/** Answers that were not taken back, in order of id. */
export async function allAnswers(db: Database) {
  return db
    .select({
      submissionId: submissions.id,
      contributorId: submissions.contributorId,
      item: items.externalId,
      role: items.role,
      state: submissions.state,
      decidedBy: submissions.decidedBy,
      settledEpoch: submissions.settledEpoch,
    })
    .from(submissions)
    .innerJoin(items, eq(items.id, submissions.itemId))
    .where(ne(submissions.state, 'undone'))
    .orderBy(asc(submissions.id))
}

/** Everything that earned, in order of epoch and row. */
export async function allRewards(db: Database) {
  return db
    .select({
      epoch: rewardRows.epoch,
      kind: rewardRows.kind,
      basis: rewardRows.basis,
      contributorId: rewardRows.contributorId,
      submissionId: rewardRows.submissionId,
      truthPpm: rewardRows.truthPpm,
      needPpm: rewardRows.needPpm,
      factorPpm: rewardRows.factorPpm,
      q: rewardRows.q,
      mBps: rewardRows.mBps,
      pay: rewardRows.pay,
    })
    .from(rewardRows)
    .orderBy(asc(rewardRows.epoch), asc(rewardRows.rowId))
}

export async function sumOfBalances(db: Database): Promise<bigint> {
  const rows = await db.select({ sum: sql<string>`coalesce(sum(${balances.amount}), 0)::text` }).from(balances)
  return BigInt(rows[0]?.sum ?? '0')
}
