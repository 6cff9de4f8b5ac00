// Who may set up a room, and what is missing in it. Pure.
import type { CampaignId, RoomId } from '../ids.ts'
import type { RoomRow } from './roomStore.ts'

export const ROOM_RIGHTS = ['post', 'pin'] as const
export type RoomRight = (typeof ROOM_RIGHTS)[number]

export type Room = {
  roomId: RoomId
  surface: RoomRow['surface']
  chat: string
  topic: string | null
  state: RoomRow['state']
  locale: string
  missing: RoomRight[]
  welcomesAll: boolean
  welcomes: CampaignId[]
}

/** How long what the platform said of a moderator counts: it is asked anew at each step. */
const MODERATOR_SECONDS = 120

export function moderatorsAfter(text: string, account: string, isModerator: boolean, now: Date): string {
  const all = JSON.parse(text) as Record<string, string>
  delete all[account]
  return JSON.stringify(isModerator ? { ...all, [account]: now.toISOString() } : all)
}

export function isModerator(text: string, accounts: readonly string[], now: Date): boolean {
  const all = JSON.parse(text) as Record<string, string>
  return accounts.some(account => {
    const at = all[account]
    return at !== undefined && now.getTime() - new Date(at).getTime() <= MODERATOR_SECONDS * 1000
  })
}

export function roomFrom(row: RoomRow, welcomes: CampaignId[]): Room {
  const missing = (JSON.parse(row.missing) as string[]).filter(name => ROOM_RIGHTS.some(one => one === name))
  return {
    roomId: row.id,
    surface: row.surface,
    chat: row.chat,
    topic: row.topic,
    state: row.state,
    locale: row.locale,
    missing: missing as RoomRight[],
    welcomesAll: row.welcomesAll,
    welcomes,
  }
}
