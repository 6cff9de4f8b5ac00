import type { Context } from '../context.ts'
import type { RoomId } from '../ids.ts'
import { moderatorsAfter, type Room, type RoomRight, roomFrom } from './room.ts'
import {
  deletePosts,
  findRoom,
  findRoomOf,
  insertRoom,
  moveRoom,
  type RoomSurface,
  roomsKnown,
  updateRoom,
} from './roomStore.ts'

export type RoomFact =
  /** We were let into a group. Nothing is posted there before a moderator has set it up. */
  | { kind: 'joined'; chat: string; owner: string; locale: string }
  | { kind: 'left'; chat: string }
  | { kind: 'moved'; chat: string; to: string }
  /** A moderator named the topic for reviews; null is the group as a whole. */
  | { kind: 'here'; chat: string; topic: string | null; account: string; locale: string }
  /** What the platform said when we asked: whether this account is a moderator there, and what we may not do. */
  | { kind: 'checked'; chat: string; account?: string; isModerator?: boolean; missing?: RoomRight[] }

/** What a platform says about a group; the door has asked it, and passes the fact in. Answers the room where there is one now. */
export async function noteRoom(
  ctx: Pick<Context, 'db' | 'now' | 'newId'>,
  input: { surface: RoomSurface; fact: RoomFact },
): Promise<Room | undefined> {
  const { surface, fact } = input
  if (fact.kind === 'moved') await moveRoom(ctx.db, surface, fact.chat, fact.to)
  if (fact.kind === 'joined' || fact.kind === 'here') {
    await insertRoom(ctx.db, {
      id: ctx.newId() as RoomId,
      surface,
      chat: fact.chat,
      topic: null,
      state: 'new',
      locale: fact.locale,
      owner: fact.kind === 'joined' ? fact.owner : fact.account,
      missing: '[]',
      moderators: '{}',
      welcomesAll: false,
      createdAt: ctx.now(),
    })
  }
  const row = await findRoomOf(ctx.db, surface, fact.kind === 'moved' ? fact.to : fact.chat)
  if (row === undefined) return undefined
  if (fact.kind === 'left') {
    await updateRoom(ctx.db, row.id, { state: 'left' })
    await deletePosts(ctx.db, surface, fact.chat)
  }
  if (fact.kind === 'here') await updateRoom(ctx.db, row.id, { topic: fact.topic })
  if (fact.kind === 'checked') {
    const { account, isModerator = false, missing } = fact
    await updateRoom(ctx.db, row.id, {
      checkedAt: ctx.now(),
      ...(account === undefined
        ? {}
        : { moderators: moderatorsAfter(row.moderators, account, isModerator, ctx.now()) }),
      ...(missing === undefined ? {} : { missing: JSON.stringify(missing) }),
    })
  }
  return roomFrom({ ...row, ...(await findRoom(ctx.db, row.id)) }, [])
}

/** The chat of a room, for a door that wants to ask the platform about it. */
export async function chatOfRoom(ctx: Pick<Context, 'db'>, input: { roomId: RoomId }): Promise<string | undefined> {
  return (await findRoom(ctx.db, input.roomId))?.chat
}

export async function listRooms(ctx: Pick<Context, 'db'>, input: { surface: RoomSurface }): Promise<Room[]> {
  return (await roomsKnown(ctx.db, input.surface)).map(row => roomFrom(row, []))
}
