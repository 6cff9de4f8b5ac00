import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { cardOf } from './readRound.ts'
import { type Room, roomFrom } from './room.ts'
import { findPost, openRooms, type RoomSurface, roundsToShow, savePost, welcomed } from './roomStore.ts'
import type { RoundCard } from './roundCard.ts'

export type RoomCard = {
  room: Room
  card: RoundCard
  /** What stands in the room already. */
  post: { message: string; viewHash: string; editedAt: Date } | undefined
}

/** Cards of one room at a time; the next look goes on. */
const CARDS = 20
/** Nobody: a room sees counts and times, and nothing of any one person. */
const NOBODY = '00000000-0000-0000-0000-000000000000' as ContributorId

/** Reviews that rooms of this surface should show now, each as anybody there may see it. */
export async function roomCards(ctx: Context, input: { surface: RoomSurface }): Promise<RoomCard[]> {
  const all: RoomCard[] = []
  for (const row of await openRooms(ctx.db, input.surface)) {
    const campaigns = row.welcomesAll ? undefined : await welcomed(ctx.db, row.id)
    if (campaigns?.length === 0) continue
    const room = roomFrom(row, campaigns ?? [])
    for (const { round, post } of await roundsToShow(ctx.db, row, campaigns, CARDS)) {
      all.push({ room, card: await cardOf(ctx, round, NOBODY), post: post ?? undefined })
    }
  }
  return all
}

/** A message stands in a room, or was edited there. `viewHash` names what it shows. */
export async function notePost(
  ctx: Pick<Context, 'db' | 'now' | 'newId'>,
  input: { surface: RoomSurface; chat: string; subject: string; message: string; viewHash: string },
): Promise<void> {
  await savePost(ctx.db, { ...input, id: ctx.newId(), editedAt: ctx.now() })
}

export async function hasPost(
  ctx: Pick<Context, 'db'>,
  input: { surface: RoomSurface; chat: string; subject: string },
): Promise<boolean> {
  return (await findPost(ctx.db, input)) !== undefined
}
