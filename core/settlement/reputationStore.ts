import type { Database } from '../database/database.ts'
import { reputations } from '../skills/tables.ts'

export async function saveReputation(db: Database, row: typeof reputations.$inferInsert): Promise<void> {
  await db
    .insert(reputations)
    .values(row)
    .onConflictDoUpdate({ target: [reputations.contributorId, reputations.skill], set: row })
}
