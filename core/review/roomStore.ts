// Rooms of chat platforms, the campaigns they welcome, and the cards that stand in them.
import { and, asc, eq, inArray, lt, ne, or, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import type { CampaignId, ContributorId, RoomId } from '../ids.ts'
import { posts } from '../outbox/tables.ts'
import { identities } from '../people/tables.ts'
import { roomCampaigns, rooms, rounds } from './tables.ts'

export type RoomRow = typeof rooms.$inferSelect
export type RoomSurface = RoomRow['surface']
export type PostRow = typeof posts.$inferSelect

export async function findRoom(db: Database, id: RoomId): Promise<RoomRow | undefined> {
  return (await db.select().from(rooms).where(eq(rooms.id, id)))[0]
}

export async function findRoomOf(db: Database, surface: RoomSurface, chat: string): Promise<RoomRow | undefined> {
  return (
    await db
      .select()
      .from(rooms)
      .where(and(eq(rooms.surface, surface), eq(rooms.chat, chat)))
  )[0]
}

/** A room that is known already stays as it was set up; one that we had left begins anew. */
export async function insertRoom(db: Database, row: typeof rooms.$inferInsert): Promise<void> {
  await db
    .insert(rooms)
    .values(row)
    .onConflictDoUpdate({
      target: [rooms.surface, rooms.chat],
      set: { owner: row.owner, state: sql`case when ${rooms.state} = 'left' then 'new' else ${rooms.state} end` },
    })
}

export async function updateRoom(db: Database, id: RoomId, change: Partial<typeof rooms.$inferInsert>): Promise<void> {
  await db.update(rooms).set(change).where(eq(rooms.id, id))
}

/** The group has another number now; what stands in it goes along. */
export async function moveRoom(db: Database, surface: RoomSurface, chat: string, to: string): Promise<void> {
  await db
    .update(rooms)
    .set({ chat: to })
    .where(and(eq(rooms.surface, surface), eq(rooms.chat, chat)))
  await db
    .update(posts)
    .set({ chat: to })
    .where(and(eq(posts.surface, surface), eq(posts.chat, chat)))
}

export async function openRooms(db: Database, surface: RoomSurface): Promise<RoomRow[]> {
  return db
    .select()
    .from(rooms)
    .where(and(eq(rooms.surface, surface), eq(rooms.state, 'open')))
    .orderBy(asc(rooms.id))
}

export async function roomsKnown(db: Database, surface: RoomSurface): Promise<RoomRow[]> {
  return db
    .select()
    .from(rooms)
    .where(and(eq(rooms.surface, surface), ne(rooms.state, 'left')))
    .orderBy(asc(rooms.id))
}

export async function welcomed(db: Database, roomId: RoomId): Promise<CampaignId[]> {
  const rows = await db.select().from(roomCampaigns).where(eq(roomCampaigns.roomId, roomId))
  return rows.map(row => row.campaignId)
}

export async function setWelcome(
  db: Database,
  roomId: RoomId,
  campaignId: CampaignId,
  isWelcome: boolean,
): Promise<void> {
  if (isWelcome) await db.insert(roomCampaigns).values({ roomId, campaignId }).onConflictDoNothing()
  else
    await db
      .delete(roomCampaigns)
      .where(and(eq(roomCampaigns.roomId, roomId), eq(roomCampaigns.campaignId, campaignId)))
}

export async function accountsOn(db: Database, surface: RoomSurface, id: ContributorId): Promise<string[]> {
  const rows = await db
    .select({ platformId: identities.platformId })
    .from(identities)
    .where(and(eq(identities.contributorId, id), eq(identities.platform, surface)))
  return rows.map(row => row.platformId)
}

/** Reviews that a room should show: those open now, and those whose card there does not say yet that they closed. */
export async function roundsToShow(db: Database, room: RoomRow, campaigns: CampaignId[] | undefined, limit: number) {
  const card = and(
    eq(posts.surface, room.surface),
    eq(posts.chat, room.chat),
    eq(posts.subject, sql`'round:' || ${rounds.id}`),
  )
  const isDue = or(
    and(eq(rounds.state, 'open'), campaigns === undefined ? undefined : inArray(rounds.campaignId, campaigns)),
    and(eq(rounds.state, 'closed'), lt(posts.editedAt, rounds.closedAt)),
  )
  return db
    .select({ round: rounds, post: posts })
    .from(rounds)
    .leftJoin(posts, card)
    .where(and(eq(rounds.kind, 'review'), isDue, or(eq(rounds.state, 'open'), sql`${posts.id} is not null`)))
    .orderBy(asc(rounds.closesAt), asc(rounds.id))
    .limit(limit)
}

export async function findPost(db: Database, place: Pick<PostRow, 'surface' | 'chat' | 'subject'>) {
  const mine = and(eq(posts.surface, place.surface), eq(posts.chat, place.chat), eq(posts.subject, place.subject))
  return (await db.select().from(posts).where(mine))[0]
}

export async function savePost(db: Database, row: typeof posts.$inferInsert): Promise<void> {
  const { message, viewHash, editedAt } = row
  await db
    .insert(posts)
    .values(row)
    .onConflictDoUpdate({
      target: [posts.surface, posts.chat, posts.subject],
      set: { message, viewHash, editedAt },
    })
}

/** Posts of a room that is gone. */
export async function deletePosts(db: Database, surface: RoomSurface, chat: string): Promise<void> {
  await db.delete(posts).where(and(eq(posts.surface, surface), eq(posts.chat, chat)))
}
