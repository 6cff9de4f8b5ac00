// What each method does to the emulated world. A request has passed types, limits and floods when it arrives here.
import type { Message, UserFromGetMe } from '@grammyjs/types'
import { type Answer, type Deliveries, refuse } from './deliveries.ts'
import { LIMITS } from './limits.ts'
import type { Anything, Room, Rooms, Stored } from './rooms.ts'
import { isUpload, type Upload } from './schema.ts'

export type Bench = {
  me: UserFromGetMe
  rooms: Rooms
  deliveries: Deliveries
  files: Map<string, Upload>
  blocked: Set<number>
  /** Callback queries that nobody has answered yet, and what was answered. */
  queries: Map<string, { answer: Anything | undefined; userId: number }>
  commands: Map<string, unknown>
  /** Bot API server of before ephemeral and rich messages: it ignores what it does not know. */
  isOld: boolean
}

type Asked = Parameters<Deliveries['get']>[0] & Parameters<Deliveries['setWebhook']>[0]
type Params = Anything & { chat_id?: number | string; message_id?: number; user_id?: number }
const ok = (result: unknown): Answer => ({ ok: true, result })
const seconds = () => Math.floor(Date.now() / 1000)
const NOT_MODIFIED =
  'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

export async function perform(bench: Bench, method: string, params: Params): Promise<Answer> {
  const { me, deliveries } = bench
  switch (method) {
    case 'getMe':
      return ok(me)
    case 'getUpdates':
      return deliveries.get(params as Asked)
    case 'setWebhook':
      deliveries.setWebhook(params as Asked)
      return ok(true)
    case 'deleteWebhook':
      deliveries.setWebhook({ ...params, url: '' })
      return ok(true)
    case 'getWebhookInfo':
      return ok(deliveries.webhookInfo())
    case 'answerCallbackQuery':
      return answerQuery(bench, params)
    case 'getFile':
      return fileOf(bench, String(params['file_id']))
    case 'setMyCommands':
    case 'deleteMyCommands':
    case 'getMyCommands':
      return commands(bench, method, params)
    case 'setMyDescription':
    case 'setMyShortDescription':
      return ok(true)
  }
  return inRoom(bench, method, params)
}

function inRoom(bench: Bench, method: string, params: Params): Answer {
  const room = bench.rooms.get(Number(params.chat_id))
  if (room === undefined) return refuse(400, 'Bad Request: chat not found')
  const { chat } = room
  if (bench.blocked.has(chat.id)) return refuse(403, 'Forbidden: bot was blocked by the user')
  if (chat.type !== 'private' && (room.roles.get(bench.me.id) ?? 'left') === 'left')
    return refuse(403, 'Forbidden: bot was kicked from the supergroup chat')
  switch (method) {
    case 'getChat':
      return ok({
        ...chat,
        accent_color_id: 0,
        max_reaction_count: 11,
        accepted_gift_types: {},
        permissions: { can_send_messages: room.rights.can_post !== false },
      })
    case 'getChatMember':
      return ok(memberOf(bench, room, Number(params.user_id)))
    case 'getChatAdministrators':
      return ok(
        [...room.roles]
          .filter(([, role]) => role === 'creator' || role === 'administrator')
          .map(([id]) => memberOf(bench, room, id)),
      )
    case 'sendChatAction':
      return ok(true)
    case 'createForumTopic': {
      if (!room.rights.can_manage_topics) return refuse(400, 'Bad Request: not enough rights to create a topic')
      const thread = bench.rooms.nextMessageId()
      room.topics.set(thread, String(params['name']))
      return ok({ message_thread_id: thread, name: params['name'], icon_color: 7322096 })
    }
    case 'pinChatMessage':
      if (chat.type !== 'private' && !room.rights.can_pin_messages)
        return refuse(400, 'Bad Request: not enough rights to manage pinned messages in the chat')
      room.pinned.add(Number(params.message_id))
      return ok(true)
    case 'leaveChat':
      room.roles.set(bench.me.id, 'left')
      return ok(true)
    case 'deleteMessage':
      return room.messages.delete(Number(params.message_id))
        ? ok(true)
        : refuse(400, 'Bad Request: message to delete not found')
  }
  if (method.startsWith('edit')) return edit(room, method, params)
  if (method.startsWith('send')) return send(bench, room, method, params)
  return refuse(501, `Not Implemented: the emulator has no ${method}`)
}

function memberOf(bench: Bench, room: Room, id: number) {
  const status = room.roles.get(id) ?? 'left'
  const user = id === bench.me.id ? selfOf(bench) : { id, is_bot: false, first_name: `U${id}` }
  const rights = id === bench.me.id ? room.rights : {}
  return {
    user,
    status,
    ...(status === 'administrator' ? { can_be_edited: false, is_anonymous: false, ...rights } : {}),
  }
}

/** The bot as others see it. */
function selfOf({ me }: Bench) {
  return { id: me.id, is_bot: true, first_name: me.first_name, username: me.username }
}

function answerQuery({ queries }: Bench, params: Params): Answer {
  const query = queries.get(String(params['callback_query_id']))
  if (query === undefined)
    return refuse(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid')
  query.answer = params
  return ok(true)
}

function fileOf({ files }: Bench, id: string): Answer {
  const file = files.get(id)
  if (file === undefined) return refuse(400, 'Bad Request: wrong file_id or the file is temporarily unavailable')
  if (file.bytes.length > LIMITS.downloadBytes) return refuse(400, 'Bad Request: file is too big')
  return ok({ file_id: id, file_unique_id: `u${id}`, file_size: file.bytes.length, file_path: `files/${id}` })
}

function commands({ commands: all }: Bench, method: string, params: Params): Answer {
  const key = JSON.stringify([params['scope'] ?? { type: 'default' }, params['language_code'] ?? ''])
  if (method === 'getMyCommands') return ok(all.get(key) ?? [])
  if (method === 'setMyCommands') all.set(key, params['commands'])
  else all.delete(key)
  return ok(true)
}

function send(bench: Bench, room: Room, method: string, params: Params): Answer {
  if (room.chat.type !== 'private' && room.rights.can_post === false)
    return refuse(400, 'Bad Request: not enough rights to send text messages to the chat')
  const thread = params['message_thread_id'] as number | undefined
  if (thread !== undefined && !room.topics.has(thread)) return refuse(400, 'Bad Request: message thread not found')
  if (bench.isOld && method === 'sendRichMessage') return refuse(404, 'Not Found: method not found')
  if (method === 'sendMediaGroup') {
    const media = params['media'] as Anything[]
    return ok(media.map(one => store(bench, room, { ...params, ...one, photo: one['media'] })))
  }
  return ok(store(bench, room, params))
}

function store(bench: Bench, room: Room, params: Params): Stored {
  const receiver = bench.isOld
    ? undefined
    : (params['ephemeral_message_parameters'] as { receiver_user_id: number } | undefined)
  const id = bench.rooms.nextMessageId()
  const markup = params['reply_markup'] as Anything | undefined
  const replied = (params['reply_parameters'] as { message_id?: number } | undefined)?.message_id
  const before = replied === undefined ? undefined : room.messages.get(replied)
  const message = {
    message_id: receiver === undefined ? id : 0,
    from: selfOf(bench),
    chat: room.chat,
    date: seconds(),
    ...(params['message_thread_id'] === undefined
      ? {}
      : { message_thread_id: params['message_thread_id'], is_topic_message: true }),
    ...(receiver === undefined
      ? {}
      : {
          ephemeral_message_id: id,
          receiver_user: { id: receiver.receiver_user_id, is_bot: false, first_name: `U${receiver.receiver_user_id}` },
        }),
    ...contentOf(bench, params),
    ...(markup?.['inline_keyboard'] === undefined ? {} : { reply_markup: markup }),
    ...(before === undefined ? {} : { reply_to_message: before }),
  } as unknown as Stored
  if (markup?.['force_reply']) {
    // Seen by whoever looks, and no part of the message on the wire.
    Object.defineProperty(message, 'asks', { value: markup['input_field_placeholder'] ?? '', enumerable: false })
  }
  ;(receiver === undefined ? room.messages : room.ephemeral).set(id, message)
  return message
}

function contentOf(bench: Bench, params: Params): Anything {
  const { text, entities, caption, caption_entities, rich_message } = params
  return {
    ...(text === undefined ? {} : { text }),
    ...(entities === undefined || (entities as unknown[]).length === 0 ? {} : { entities }),
    ...(caption === undefined ? {} : { caption }),
    ...(caption_entities === undefined ? {} : { caption_entities }),
    ...(rich_message === undefined ? {} : { rich_message: { blocks: (rich_message as Anything)['blocks'] ?? [] } }),
    ...(params['photo'] === undefined
      ? {}
      : { photo: [{ ...keep(bench, params['photo'], 'photo.png'), width: 1200, height: 800 }] }),
    ...(params['document'] === undefined
      ? {}
      : { document: named(keep(bench, params['document'], 'file'), params['document']) }),
    ...(params['voice'] === undefined ? {} : { voice: { ...keep(bench, params['voice'], 'voice'), duration: 1 } }),
  }
}

function named(file: Anything, value: unknown): Anything {
  return isUpload(value) ? { ...file, file_name: value.upload } : file
}

/** An uploaded file gets an id; one that is named by its id is known already. */
export function keep(bench: Pick<Bench, 'files'>, value: unknown, name: string): Anything & { file_id: string } {
  if (!isUpload(value)) {
    const known = bench.files.get(String(value))
    return { file_id: String(value), file_unique_id: `u${value}`, ...(known ? { file_size: known.bytes.length } : {}) }
  }
  const id = `F${bench.files.size + 1}`
  bench.files.set(id, { upload: value.upload || name, bytes: value.bytes })
  return { file_id: id, file_unique_id: `uF${bench.files.size}`, file_size: value.bytes.length }
}

function edit(room: Room, method: string, params: Params): Answer {
  const isEphemeral = method.startsWith('editEphemeral')
  const all = isEphemeral ? room.ephemeral : room.messages
  const message = all.get(Number(isEphemeral ? params['ephemeral_message_id'] : params.message_id))
  if (message === undefined) return refuse(400, 'Bad Request: message to edit not found')
  if (message.from?.is_bot !== true) return refuse(400, "Bad Request: message can't be edited")
  const mutable = message as unknown as Anything
  const before = JSON.stringify([mutable['text'], mutable['entities'], mutable['caption'], mutable['reply_markup']])
  if (method.endsWith('Text')) {
    if (mutable['text'] === undefined) return refuse(400, 'Bad Request: there is no text in the message to edit')
    mutable['text'] = params['text']
    setOrDrop(mutable, 'entities', nonEmpty(params['entities']))
  }
  if (method.endsWith('Caption')) {
    mutable['caption'] = params['caption']
    setOrDrop(mutable, 'caption_entities', nonEmpty(params['caption_entities']))
  }
  setOrDrop(mutable, 'reply_markup', params['reply_markup'])
  const after = JSON.stringify([mutable['text'], mutable['entities'], mutable['caption'], mutable['reply_markup']])
  if (after === before) return refuse(400, NOT_MODIFIED)
  mutable['edit_date'] = seconds()
  return ok(message as Message)
}

function nonEmpty(value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? undefined : value
}

function setOrDrop(target: Anything, name: string, value: unknown): void {
  if (value === undefined) delete target[name]
  else target[name] = value
}
