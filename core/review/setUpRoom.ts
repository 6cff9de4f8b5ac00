import type { Context } from '../context.ts'
import type { CampaignId, ContributorId, RoomId } from '../ids.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'
import { isModerator, type Room, roomFrom } from './room.ts'
import { accountsOn, findRoom, setWelcome, updateRoom, welcomed } from './roomStore.ts'

export type RoomWish =
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'welcomeAll'; isAll: boolean }
  | { kind: 'welcome'; campaignId: CampaignId; isWelcome: boolean }

/** A room for its set-up: only for whom the platform has just named as a moderator of it. */
export async function readRoom(
  ctx: Context,
  input: { contributorId: ContributorId; roomId: RoomId },
): Promise<Result<Room, Only<'room.not_moderator'>>> {
  const row = await findRoom(ctx.db, input.roomId)
  if (row === undefined || row.state === 'left') return refuse({ code: 'room.not_moderator' })
  const accounts = await accountsOn(ctx.db, row.surface, input.contributorId)
  if (!isModerator(row.moderators, accounts, ctx.now())) return refuse({ code: 'room.not_moderator' })
  return ok(roomFrom(row, await welcomed(ctx.db, row.id)))
}

export async function setUpRoom(
  ctx: Context,
  input: { contributorId: ContributorId; roomId: RoomId; wish: RoomWish },
): Promise<Result<Room, Only<'room.not_moderator'>>> {
  const room = await readRoom(ctx, input)
  if (!room.ok) return room
  const { roomId, missing } = room.value
  const { wish } = input
  switch (wish.kind) {
    case 'open':
      // Without the right to post it stays closed, and its screen says which right that is.
      if (!missing.includes('post')) await updateRoom(ctx.db, roomId, { state: 'open' })
      break
    case 'close':
      await updateRoom(ctx.db, roomId, { state: 'new' })
      break
    case 'welcomeAll':
      await updateRoom(ctx.db, roomId, { welcomesAll: wish.isAll })
      break
    case 'welcome':
      await setWelcome(ctx.db, roomId, wish.campaignId, wish.isWelcome)
      break
  }
  return readRoom(ctx, input)
}
