import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { once, remember, send } from '../database/running.ts'
import type { CampaignId, ContributorId, ItemId } from '../ids.ts'
import { campaigns, guideVersions, imports, items } from './tables.ts'

export type CampaignRow = typeof campaigns.$inferSelect
export type ItemTableRow = typeof items.$inferSelect

/** False when the short name is taken. */
export async function insertCampaign(db: Database, row: typeof campaigns.$inferInsert): Promise<boolean> {
  return (await db.insert(campaigns).values(row).onConflictDoNothing().returning({ id: campaigns.id })).length === 1
}

const rowOf = (id: CampaignId) => `campaign:${id}`

/** As the turn first saw it: terms never change, and a state that changes while a turn runs counts from the next one. */
export function findCampaign(db: Database, id: CampaignId): Promise<CampaignRow | undefined> {
  return once(db, rowOf(id), async () => (await db.select().from(campaigns).where(eq(campaigns.id, id)))[0])
}

/** What another room read along with rows of its own. */
export function rememberCampaign(db: Database, campaign: CampaignRow): void {
  remember(db, rowOf(campaign.id), { is: campaign })
}

export async function lockCampaign(db: Database, id: CampaignId): Promise<CampaignRow | undefined> {
  remember(db, rowOf(id))
  return (await db.select().from(campaigns).where(eq(campaigns.id, id)).for('no key update'))[0]
}

export async function findCampaignBy(
  db: Database,
  by: { slug: string } | { code: string },
): Promise<CampaignRow | undefined> {
  const same = 'slug' in by ? eq(campaigns.slug, by.slug) : eq(campaigns.code, by.code)
  return (await db.select().from(campaigns).where(same))[0]
}

export async function listCampaigns(db: Database): Promise<CampaignRow[]> {
  return db.select().from(campaigns).orderBy(asc(campaigns.createdAt), asc(campaigns.id))
}

export async function campaignsOfRequester(db: Database, requesterId: ContributorId): Promise<CampaignRow[]> {
  return db
    .select()
    .from(campaigns)
    .where(eq(campaigns.requesterId, requesterId))
    .orderBy(asc(campaigns.createdAt), asc(campaigns.id))
}

export async function updateCampaign(
  db: Database,
  id: CampaignId,
  change: Partial<typeof campaigns.$inferInsert>,
): Promise<void> {
  await db.update(campaigns).set(change).where(eq(campaigns.id, id))
  remember(db, rowOf(id))
}

export async function insertGuide(db: Database, row: typeof guideVersions.$inferInsert): Promise<void> {
  await db.insert(guideVersions).values(row)
}

/** The newest version, or the one asked for. */
export async function findGuide(db: Database, campaignId: CampaignId, version?: number) {
  const rows = await db
    .select()
    .from(guideVersions)
    .where(
      version === undefined
        ? eq(guideVersions.campaignId, campaignId)
        : and(eq(guideVersions.campaignId, campaignId), eq(guideVersions.version, version)),
    )
    .orderBy(desc(guideVersions.version))
    .limit(1)
  return rows[0]
}

// Items

/** Adds rows that are new; answers the external ids it added. */
export async function insertItems(db: Database, rows: (typeof items.$inferInsert)[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const added = await db.insert(items).values(rows).onConflictDoNothing().returning({ externalId: items.externalId })
  return new Set(added.map(row => row.externalId))
}

export async function itemsByExternalId(db: Database, campaignId: CampaignId, ids: string[]) {
  if (ids.length === 0) return []
  return db
    .select({
      externalId: items.externalId,
      contentHash: items.contentHash,
      role: items.role,
      truthText: items.truthText,
    })
    .from(items)
    .where(and(eq(items.campaignId, campaignId), inArray(items.externalId, ids)))
}

export async function itemCount(db: Database, campaignId: CampaignId): Promise<number> {
  const rows = await db.select({ n: count() }).from(items).where(eq(items.campaignId, campaignId))
  return rows[0]?.n ?? 0
}

export async function itemsOf(
  db: Database,
  campaignId: CampaignId,
  role: ItemTableRow['role'],
): Promise<ItemTableRow[]> {
  return db
    .select()
    .from(items)
    .where(and(eq(items.campaignId, campaignId), eq(items.role, role)))
    .orderBy(asc(items.position))
}

export async function findItem(db: Database, id: ItemId): Promise<ItemTableRow | undefined> {
  return (await db.select().from(items).where(eq(items.id, id)))[0]
}

/** Locks several items in the order in which everybody does: by id. For turns and sweeps that will change more than one. */
export async function lockItems(db: Database, ids: readonly ItemId[]): Promise<void> {
  if (ids.length === 0) return
  const some = inArray(items.id, [...new Set(ids)])
  await db.select({ id: items.id }).from(items).where(some).orderBy(asc(items.id)).for('no key update')
}

export function updateItem(db: Database, id: ItemId, change: Partial<typeof items.$inferInsert>): void {
  send(db, db.update(items).set(change).where(eq(items.id, id)))
}

/** One slot of a live item more or less taken; never below zero. Other items have no slots: everybody shares them, and waits for nobody. */
export function moveTaken(db: Database, id: ItemId, by: 1 | -1): void {
  const taken = sql`greatest(0, ${items.taken} + ${by})`
  send(
    db,
    db
      .update(items)
      .set({ taken })
      .where(and(eq(items.id, id), eq(items.role, 'live'))),
  )
}

/** How many items of a campaign are decided, and how many there are. */
/** Items that are sure enough, that are with people or have answers, and all of them. */
export type Progress = { sure: number; asked: number; items: number }

export async function progressOf(db: Database, campaignId: CampaignId): Promise<Progress> {
  const rows = await db
    .select({
      items: count(),
      sure: sql<number>`count(*) filter (where ${items.state} = 'decided')`.mapWith(Number),
      asked: sql<number>`count(*) filter (where ${items.state} = 'open' and ${items.taken} > 0)`.mapWith(Number),
    })
    .from(items)
    .where(and(eq(items.campaignId, campaignId), eq(items.role, 'live')))
  return rows[0] ?? { sure: 0, asked: 0, items: 0 }
}

export async function findImport(db: Database, campaignId: CampaignId, fileHash: string) {
  const rows = await db
    .select()
    .from(imports)
    .where(and(eq(imports.campaignId, campaignId), eq(imports.fileHash, fileHash)))
  return rows[0]
}

export async function insertImport(db: Database, row: typeof imports.$inferInsert): Promise<void> {
  await db.insert(imports).values(row)
}
