import { and, asc, eq, gte, isNull } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import type { AppealId, ContributorId, RoundId, SubmissionId } from '../ids.ts'
import { appeals } from './tables.ts'

export type AppealRow = typeof appeals.$inferSelect

/** False when there is one already: an answer is looked at a second time once. */
export async function insertAppeal(db: Database, row: typeof appeals.$inferInsert): Promise<boolean> {
  return (await db.insert(appeals).values(row).onConflictDoNothing().returning({ id: appeals.id })).length === 1
}

export async function appealOf(db: Database, submissionId: SubmissionId): Promise<AppealRow | undefined> {
  return (await db.select().from(appeals).where(eq(appeals.submissionId, submissionId)))[0]
}

export async function appealsSince(db: Database, contributorId: ContributorId, since: Date): Promise<AppealRow[]> {
  return db
    .select()
    .from(appeals)
    .where(and(eq(appeals.contributorId, contributorId), gte(appeals.openedAt, since)))
}

/** Appeals for which too few people could be drawn so far. */
export async function unseatedAppeals(db: Database, limit: number): Promise<AppealRow[]> {
  return db
    .select()
    .from(appeals)
    .where(and(eq(appeals.state, 'open'), isNull(appeals.roundId)))
    .orderBy(asc(appeals.decideBy), asc(appeals.id))
    .limit(limit)
}

export async function setAppealRound(db: Database, id: AppealId, roundId: RoundId): Promise<void> {
  await db.update(appeals).set({ roundId }).where(eq(appeals.id, id))
}

/** Decides once; false where it was decided before. */
export async function endAppeal(
  db: Database,
  id: AppealId,
  state: 'won' | 'lost' | 'unseated',
  decidedAt: Date,
): Promise<boolean> {
  const rows = await db
    .update(appeals)
    .set({ state, decidedAt })
    .where(and(eq(appeals.id, id), eq(appeals.state, 'open')))
    .returning({ id: appeals.id })
  return rows.length === 1
}
