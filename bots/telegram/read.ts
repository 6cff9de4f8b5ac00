// A raw update of the Bot API -> what was done. Pure, and total: whatever arrives is read as something, if only as nothing for us.
import type { CallbackQuery, Chat, ChatMemberUpdated, Message, Update, User } from '@grammyjs/types'
import { opensForm, unpack } from '../conversation/buttons.ts'
import { type Action, COMMANDS, type CommandName, type Event } from '../conversation/event.ts'
import { readPromptLink, readStart } from './links.ts'

export type BotName = { id: number; username: string }

export type Reading =
  /** Somebody did something in their private talk. */
  | { kind: 'turn'; event: Event }
  /** Something private was asked for where others read: only the way to the private talk is answered there. */
  | { kind: 'inPublic'; chat: string; topic?: string; locale?: string; userId: number; callback?: string; ask: Asked }
  /** Somebody blocked the bot, or let it write again. */
  | { kind: 'reach'; platformId: string; isReachable: boolean }
  | { kind: 'room'; deed: RoomDeed }
  /** Nothing of ours. A press is answered all the same, or its clock would go on turning. */
  | { kind: 'nothing'; callback?: string }

export type Asked = { command: CommandName } | { press: string }

export type RoomDeed =
  | { kind: 'joined'; chat: string; topic?: string; owner: string; locale: string }
  | { kind: 'left'; chat: string }
  | { kind: 'moved'; chat: string; to: string }
  /** A moderator, or somebody who would be one, says that reviews go here. */
  | { kind: 'here'; chat: string; topic?: string; account: string; locale: string }

/** What updates we ask for; others would only wake us. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member'] as const

/** Where a screen goes, as the outbox keeps it. */
export type Place = {
  /** The message whose button was pressed: it is edited. */
  message?: string
  callback?: string
  /** The form is asked for now, by a forced reply. */
  form?: '1'
  /** A file with all of a text is wanted; the payload says of which. */
  file?: string
}

const NOTHING: Reading = { kind: 'nothing' }

export function readUpdate(update: Update, bot: BotName): Reading {
  const key = `tg:${bot.id}:${String(update.update_id).padStart(12, '0')}`
  if (update.callback_query !== undefined) return readPress(update.callback_query, key)
  if (update.message !== undefined) return readMessage(update.message, key, bot)
  return update.my_chat_member === undefined ? NOTHING : readStanding(update.my_chat_member, bot)
}

const isPrivate = (chat: Chat) => chat.type === 'private'
const localeOf = (user: User | undefined) => (user?.language_code === undefined ? {} : { locale: user.language_code })

/** In a private talk the chat has the number of the person. */
function turnOf(key: string, from: User, action: Action, place: Place = {}): Reading {
  const platformId = String(from.id)
  const event: Event = {
    eventKey: key,
    identity: { platform: 'telegram', platformId },
    ...localeOf(from),
    action,
    reply: { recipient: platformId, place },
  }
  return { kind: 'turn', event }
}

function readPress({ id, from, message, data }: CallbackQuery, key: string): Reading {
  if (message === undefined || data === undefined) return { kind: 'nothing', callback: id }
  if (!isPrivate(message.chat)) {
    const { chat } = message
    return {
      kind: 'inPublic',
      chat: String(chat.id),
      userId: from.id,
      callback: id,
      ...localeOf(from),
      ask: { press: data },
    }
  }
  // Nothing happens to whoever wants a file: they look again, and the file comes with it.
  if (unpack(data)?.verb === 'file') return turnOf(key, from, { kind: 'look' }, { callback: id, file: data })
  // A message too old to be edited comes without its date; then a new one is sent.
  const isEditable = message.date !== 0
  return turnOf(
    key,
    from,
    { kind: 'press', payload: data },
    {
      callback: id,
      ...(isEditable ? { message: String(message.message_id) } : {}),
      ...(opensForm(data) ? { form: '1' as const } : {}),
    },
  )
}

function readMessage(message: Message, key: string, bot: BotName): Reading {
  const { chat, from, text } = message
  if (message.migrate_to_chat_id !== undefined) {
    return { kind: 'room', deed: { kind: 'moved', chat: String(chat.id), to: String(message.migrate_to_chat_id) } }
  }
  if (from === undefined || from.is_bot) return NOTHING
  const command = commandIn(text ?? '', bot.username)
  if (!isPrivate(chat)) return command === undefined ? NOTHING : readInRoom(message, from, command)
  if (command !== undefined) return readCommand(key, from, command)
  const form = formBehind(message, bot)
  const said = text ?? message.caption
  if (form !== undefined && said !== undefined) return turnOf(key, from, { kind: 'form', payload: form, text: said })
  if (text !== undefined) return turnOf(key, from, { kind: 'text', text })
  return isFile(message) ? turnOf(key, from, { kind: 'file' }) : NOTHING
}

type Command = { name: CommandName | undefined; word: string; argument: string }

/** Undefined where a text is no command, or one for another bot. */
function commandIn(text: string, username: string): Command | undefined {
  const [, name = '', to, argument = ''] = /^\/([A-Za-z0-9_]{1,32})(?:@(\w+))?(?:\s+([\s\S]*))?$/.exec(text) ?? []
  if (name === '' || (to !== undefined && to.toLowerCase() !== username.toLowerCase())) return undefined
  const word = name.toLowerCase()
  return { name: COMMANDS.find(one => one === word), word, argument: argument.trim().slice(0, 64) }
}

function readCommand(key: string, from: User, { name, argument }: Command): Reading {
  if (name === undefined) return turnOf(key, from, { kind: 'unknownCommand' })
  const followed = name === 'start' ? readStart(argument) : undefined
  if (followed !== undefined && 'press' in followed) {
    const form = opensForm(followed.press) ? { form: '1' as const } : {}
    return turnOf(key, from, { kind: 'press', payload: followed.press }, form)
  }
  if (followed !== undefined) return turnOf(key, from, { kind: 'command', name: followed.command })
  return turnOf(key, from, { kind: 'command', name, ...(argument === '' ? {} : { argument }) })
}

/** A room may have commands of others: one of ours counts, and what nobody here knows is not ours to answer. */
function readInRoom(message: Message, from: User, { name, word }: Command): Reading {
  const { chat, message_thread_id: thread, is_topic_message: isTopic } = message
  const place = { chat: String(chat.id), ...(isTopic && thread !== undefined ? { topic: String(thread) } : {}) }
  if (word === 'here') {
    const deed: RoomDeed = { kind: 'here', ...place, account: String(from.id), locale: from.language_code ?? 'en' }
    return { kind: 'room', deed }
  }
  if (name === undefined) return NOTHING
  return {
    kind: 'inPublic',
    ...place,
    userId: from.id,
    ...localeOf(from),
    ask: { command: name },
  }
}

/** The form that the message answered to asks for: in its link, or on its button. */
function formBehind({ reply_to_message: answered }: Message, bot: BotName): string | undefined {
  if (answered?.from?.id !== bot.id) return undefined
  for (const entity of answered.entities ?? []) {
    const payload = entity.type === 'text_link' ? readPromptLink(bot.username, entity.url) : undefined
    if (payload !== undefined && opensForm(payload)) return payload
  }
  const buttons = (answered.reply_markup?.inline_keyboard ?? []).flat()
  const forms = buttons.flatMap(one =>
    'callback_data' in one && opensForm(one.callback_data) ? [one.callback_data] : [],
  )
  return forms.length === 1 ? forms[0] : undefined
}

const FILES = ['photo', 'voice', 'document', 'video', 'video_note', 'audio', 'animation', 'sticker'] as const
const OTHERS = ['contact', 'location', 'venue', 'poll', 'dice', 'story', 'game'] as const

function isFile(message: Message): boolean {
  return [...FILES, ...OTHERS].some(name => message[name] !== undefined)
}

function readStanding({ chat, from, new_chat_member: member }: ChatMemberUpdated, bot: BotName): Reading {
  if (member.user.id !== bot.id) return NOTHING
  const isIn = member.status !== 'left' && member.status !== 'kicked'
  if (isPrivate(chat)) return { kind: 'reach', platformId: String(chat.id), isReachable: isIn }
  if (chat.type === 'channel') return NOTHING
  const id = String(chat.id)
  if (!isIn) return { kind: 'room', deed: { kind: 'left', chat: id } }
  const locale = from.language_code ?? 'en'
  return { kind: 'room', deed: { kind: 'joined', chat: id, owner: String(from.id), locale } }
}
