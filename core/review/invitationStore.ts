import { and, asc, eq, inArray } from 'drizzle-orm'
import { campaigns } from '../campaigns/tables.ts'
import type { Database } from '../database/database.ts'
import type { ContributorId } from '../ids.ts'
import { reviewInvitations } from './tables.ts'

export async function findInvitations(db: Database, contributorId: ContributorId) {
  return db.select().from(reviewInvitations).where(eq(reviewInvitations.contributorId, contributorId))
}

export async function saveInvitation(db: Database, row: typeof reviewInvitations.$inferInsert): Promise<void> {
  await db
    .insert(reviewInvitations)
    .values(row)
    .onConflictDoUpdate({
      target: [reviewInvitations.contributorId, reviewInvitations.skill],
      set: { isYes: row.isYes, answeredAt: row.answeredAt },
    })
}

/** Open campaigns that ask for one of these skills, oldest first. */
export async function campaignsForSkills(db: Database, skills: string[]) {
  if (skills.length === 0) return []
  return db
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.state, 'open'), inArray(campaigns.skill, skills)))
    .orderBy(asc(campaigns.createdAt), asc(campaigns.id))
}
