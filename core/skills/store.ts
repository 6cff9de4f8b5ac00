import { and, asc, eq, sql } from 'drizzle-orm'
import { type Database, rowsOf } from '../database/database.ts'
import type { ContributorId } from '../ids.ts'
import { examAnswers, qualifications, reputations } from './tables.ts'

export type QualificationRow = typeof qualifications.$inferSelect

export async function findQualification(
  db: Database,
  contributorId: ContributorId,
  skill: string,
): Promise<QualificationRow | undefined> {
  const mine = and(eq(qualifications.contributorId, contributorId), eq(qualifications.skill, skill))
  return (await db.select().from(qualifications).where(mine))[0]
}

export async function saveQualification(db: Database, row: typeof qualifications.$inferInsert): Promise<void> {
  await db
    .insert(qualifications)
    .values(row)
    .onConflictDoUpdate({ target: [qualifications.contributorId, qualifications.skill], set: row })
}

/** Pauses a skill that is open. False where it is not: its test is being sat, or it is paused already. */
export async function pauseQualification(
  db: Database,
  given: { contributorId: ContributorId; skill: string; until: Date },
): Promise<boolean> {
  const mine = and(eq(qualifications.contributorId, given.contributorId), eq(qualifications.skill, given.skill))
  const rows = await db
    .update(qualifications)
    .set({ state: 'paused', pausedUntil: given.until })
    .where(and(mine, eq(qualifications.state, 'passed')))
    .returning({ skill: qualifications.skill })
  return rows.length === 1
}

/** Opens a skill again whose pause ends then, as if it had never been. */
export async function liftPause(
  db: Database,
  given: { contributorId: ContributorId; skill: string; until: Date },
): Promise<void> {
  const mine = and(eq(qualifications.contributorId, given.contributorId), eq(qualifications.skill, given.skill))
  await db
    .update(qualifications)
    .set({ state: 'passed', pausedUntil: null })
    .where(and(mine, eq(qualifications.state, 'paused'), eq(qualifications.pausedUntil, given.until)))
}

export async function insertExamAnswer(db: Database, row: typeof examAnswers.$inferInsert): Promise<boolean> {
  return (
    (await db.insert(examAnswers).values(row).onConflictDoNothing().returning({ at: examAnswers.answeredAt }))
      .length === 1
  )
}

export async function examAnswersOf(db: Database, contributorId: ContributorId, skill: string, attempt: number) {
  return db
    .select({ itemId: examAnswers.itemId, isRight: examAnswers.isRight, seconds: examAnswers.seconds })
    .from(examAnswers)
    .where(
      and(eq(examAnswers.contributorId, contributorId), eq(examAnswers.skill, skill), eq(examAnswers.attempt, attempt)),
    )
    .orderBy(asc(examAnswers.answeredAt), asc(examAnswers.itemId))
}

export type ReputationRow = typeof reputations.$inferSelect

export async function reputationsOf(db: Database, contributorId: ContributorId): Promise<ReputationRow[]> {
  return db
    .select()
    .from(reputations)
    .where(eq(reputations.contributorId, contributorId))
    .orderBy(asc(reputations.skill))
}

export async function findReputation(db: Database, contributorId: ContributorId, skill: string) {
  return (await reputationsOf(db, contributorId)).find(row => row.skill === skill)
}

/** Stipends granted and not yet settled: what the commons owes already. */
export async function promisedStipends(db: Database): Promise<bigint> {
  const rows = await rowsOf<{ sum: string | null }>(
    db,
    sql`select sum(q.stipend)::text as sum from qualifications q
        where q.stipend is not null and not exists (
          select 1 from reward_rows r where r.kind = 'stipend' and r.contributor_id = q.contributor_id and r.skill = q.skill)`,
  )
  return BigInt(rows[0]?.sum ?? '0')
}
