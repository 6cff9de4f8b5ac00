import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import type { CampaignId } from '../ids.ts'
import { media, mediaSources } from './tables.ts'

export type MediaRow = typeof media.$inferSelect

/** The same bytes may be there already, from another campaign or an import that was cut off. */
export async function insertMedia(db: Database, row: MediaRow): Promise<void> {
  await db.insert(media).values(row).onConflictDoNothing()
}

export async function insertMediaSource(db: Database, row: typeof mediaSources.$inferInsert): Promise<void> {
  await db.insert(mediaSources).values(row).onConflictDoNothing()
}

export async function findMediaRow(db: Database, sha256: string): Promise<MediaRow | undefined> {
  return (await db.select().from(media).where(eq(media.sha256, sha256)))[0]
}

/** What a campaign has fetched of these sources. */
export async function mediaFrom(db: Database, campaignId: CampaignId, sources: string[]) {
  if (sources.length === 0) return []
  return db
    .select({ source: mediaSources.source, media })
    .from(mediaSources)
    .innerJoin(media, eq(media.sha256, mediaSources.sha256))
    .where(and(eq(mediaSources.campaignId, campaignId), inArray(mediaSources.source, sources)))
}
