// Chats as the emulated Telegram keeps them: who is in them, what was written, what each person can see of it.
import type { Chat, Message, User } from '@grammyjs/types'
import type { Person, Seen, SeenButton } from '../control.ts'

export type Anything = Record<string, unknown>
export type Stored = Message & { message_id: number }
export type Role = 'creator' | 'administrator' | 'member' | 'left'
export type Rights = { can_pin_messages?: boolean; can_manage_topics?: boolean; can_post?: boolean }

export type Room = {
  chat: Chat
  roles: Map<number, Role>
  /** What the bot may do; it cannot write at all where `can_post` is false. */
  rights: Rights
  topics: Map<number, string>
  messages: Map<number, Stored>
  /** Ephemeral messages by their own ids: only the receiver sees them. */
  ephemeral: Map<number, Stored>
  /** Pinned message ids. */
  pinned: Set<number>
}

export const userOf = (person: Person): User => ({
  id: Number(person.id),
  is_bot: false,
  first_name: person.name,
  ...(person.locale === '' ? {} : { language_code: person.locale }),
})

export function createRooms() {
  const rooms = new Map<number, Room>()
  let lastMessage = 100

  const make = (chat: Chat): Room => ({
    chat,
    roles: new Map(),
    rights: { can_post: true },
    topics: new Map(),
    messages: new Map(),
    ephemeral: new Map(),
    pinned: new Set(),
  })

  return {
    nextMessageId: () => ++lastMessage,
    get: (id: number) => rooms.get(id),
    all: () => [...rooms.values()],
    privateOf(person: Person): Room {
      const id = Number(person.id)
      const known = rooms.get(id)
      if (known !== undefined) return known
      const room = make({ id, type: 'private', first_name: person.name })
      rooms.set(id, room)
      return room
    },
    group(id: number, title: string, isForum: boolean): Room {
      const room = make({ id, type: 'supergroup', title, ...(isForum ? { is_forum: true as const } : {}) })
      rooms.set(id, room)
      return room
    },
    rename(from: number, to: number): Room {
      const room = rooms.get(from) as Room
      rooms.delete(from)
      room.chat = { ...(room.chat as Chat.SupergroupChat), id: to, type: 'supergroup' }
      rooms.set(to, room)
      return room
    },
  }
}
export type Rooms = ReturnType<typeof createRooms>

/** A message as somebody reads it. */
export function seenOf(message: Stored, botId: number): Seen {
  const { text, caption, reply_markup: markup } = message
  const rich = (message as { rich_message?: unknown }).rich_message
  const asks = (message as { asks?: string }).asks
  const rows = (markup?.inline_keyboard ?? []).map(row =>
    row.map((button): SeenButton => {
      const {
        text: label,
        style,
        ...rest
      } = button as { text: string; style?: string; url?: string; callback_data?: string }
      return rest.url === undefined
        ? { label, style, payload: rest.callback_data ?? '' }
        : { label, style, href: rest.url }
    }),
  )
  const files = [
    ...(message.photo === undefined ? [] : [{ name: 'photo', bytes: message.photo.at(-1)?.file_size ?? 0 }]),
    ...(message.document === undefined
      ? []
      : [{ name: message.document.file_name ?? 'file', bytes: message.document.file_size ?? 0 }]),
    ...(message.voice === undefined ? [] : [{ name: 'voice', bytes: message.voice.file_size ?? 0 }]),
  ]
  return {
    id: String(message.message_id === 0 ? `e${message.ephemeral_message_id}` : message.message_id),
    from: message.from?.id === botId ? 'bot' : String(message.from?.id),
    text: text ?? caption ?? (rich === undefined ? '' : textOfRich(rich)),
    rows,
    asks,
    files,
    topic: message.message_thread_id === undefined ? undefined : String(message.message_thread_id),
    onlyFor: message.receiver_user === undefined ? undefined : String(message.receiver_user.id),
  }
}

/** All the words of a rich message, in order. */
function textOfRich(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(textOfRich).join('\n')
  if (typeof value !== 'object' || value === null) return ''
  const { text, blocks, items } = value as Anything
  return [text, blocks, items]
    .filter(one => one !== undefined)
    .map(textOfRich)
    .join('\n')
}
