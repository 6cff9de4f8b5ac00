// A screen becomes calls: the message at hand is edited where it can be, else a new one is sent. What Telegram says to it comes back as one
// of four answers, so that the outbox knows what to do.
import type { InputRichBlock } from '@grammyjs/types'
import type { Log } from '@perle/core'
import { partsOf } from '../conversation/reading.ts'
import type { PictureAsk } from '../pictures/ask.ts'
import { type Client, type Failed, FileToSend } from './client.ts'
import type { Pacer } from './pacer.ts'
import type { Place } from './read.ts'
import type { Extra, MediaExtra, Screen } from './render.ts'
import { CAPTION, joined, messagesOf, type Piece, styled } from './writing.ts'

export type Shown =
  | { kind: 'sent'; message: string }
  | { kind: 'later'; seconds: number; says: string }
  | { kind: 'unreachable'; says: string }
  /** Telegram will never take it: a bug of ours. */
  | { kind: 'refused'; says: string }

export type Showing = {
  client: Client
  pacer: Pacer
  log: Log
  /** Draws a picture; undefined where there is none, and its words stand alone. */
  draw: (ask: PictureAsk) => Promise<Uint8Array | undefined>
  /** Bytes of a task's file; undefined where it is not there any more. */
  readMedia: (sha256: string) => Promise<Uint8Array | undefined>
  /** How long a second is; tests shorten it. */
  secondMs: number
  /** What this server was found not to have. */
  lacks: { rich: boolean }
}

const NO_PREVIEW = { is_disabled: true }
/** Telegram's rich messages hold 32,768 characters. */
const RICH = 30_000
/** How long until another try where Telegram gave no answer, or one of its own troubles. */
const AGAIN_SECONDS = 1

type Sent = { ok: true; message: string } | Failed

export async function showScreen(showing: Showing, chat: string, screen: Screen, place: Place): Promise<Shown> {
  for (const extra of screen.extras) {
    const sent = await sendExtra(showing, chat, extra)
    if (!sent.ok) return troubleOf(showing, chat, sent)
  }
  const isNew = place.message === undefined || screen.extras.length > 0
  const shown = await (isNew ? send(showing, chat, screen) : edit(showing, chat, place.message as string, screen))
  if (!shown.ok) return troubleOf(showing, chat, shown)
  // What comes above the new screen was reached by a button of the old one: that one is no way on any more.
  if (isNew && place.message !== undefined) await dropKeyboard(showing, chat, place.message)
  if (place.form !== undefined && screen.prompt !== undefined) {
    const asked = await sendText(showing, chat, screen.prompt.text, {
      force_reply: true,
      input_field_placeholder: screen.prompt.placeholder,
    })
    if (!asked.ok) return troubleOf(showing, chat, asked)
  }
  return { kind: 'sent', message: shown.message }
}

/** A sentence by itself. */
export async function tell(showing: Showing, chat: string, text: Piece): Promise<Shown> {
  const sent = await sendText(showing, chat, text, undefined, false)
  return sent.ok ? { kind: 'sent', message: sent.message } : troubleOf(showing, chat, sent)
}

function send(showing: Showing, chat: string, screen: Screen): Promise<Sent> {
  const { text, keyboard } = screen
  return sendText(showing, chat, text, keyboard.length === 0 ? undefined : { inline_keyboard: keyboard })
}

async function edit(showing: Showing, chat: string, message: string, screen: Screen): Promise<Sent> {
  await showing.pacer.turn(chat, true)
  const called = await showing.client.call('editMessageText', {
    chat_id: chat,
    message_id: Number(message),
    text: screen.text.text,
    entities: screen.text.entities,
    link_preview_options: NO_PREVIEW,
    reply_markup: { inline_keyboard: screen.keyboard },
  })
  if (called.ok || /message is not modified/.test(called.says)) return { ok: true, message }
  // Gone, too old, or no text: the screen goes below instead.
  if (called.code === 400 && /to edit|can't be edited|MESSAGE_ID_INVALID|no text in the message/.test(called.says)) {
    return send(showing, chat, screen)
  }
  return called
}

async function sendText(
  { pacer, client }: Showing,
  chat: string,
  { text, entities }: Piece,
  markup?: object,
  isTapped = true,
): Promise<Sent> {
  await pacer.turn(chat, isTapped)
  return sentOf(
    await client.call('sendMessage', {
      chat_id: chat,
      text,
      entities,
      link_preview_options: NO_PREVIEW,
      ...(markup === undefined ? {} : { reply_markup: markup }),
    }),
  )
}

function sentOf(called: Awaited<ReturnType<Client['call']>>): Sent {
  return called.ok ? { ok: true, message: String((called.result as { message_id: number }).message_id) } : called
}

async function dropKeyboard({ pacer, client }: Showing, chat: string, message: string): Promise<void> {
  await pacer.turn(chat, true)
  await client.call('editMessageReplyMarkup', { chat_id: chat, message_id: Number(message) })
}

async function sendExtra(showing: Showing, chat: string, extra: Extra): Promise<Sent> {
  switch (extra.kind) {
    case 'page':
      return sendText(showing, chat, extra.page)
    case 'long':
      return sendLong(showing, chat, extra.pieces)
    case 'picture':
      return sendPicture(showing, chat, extra)
    case 'media':
      return sendMedia(showing, chat, extra)
  }
}

/** A photo may have 10 MB, anything else 50 (Bot API, "Sending files"). */
const PHOTO_BYTES = 10 * 1024 * 1024
const FILE_BYTES = 50 * 1024 * 1024
const SENT_AS = {
  image: ['sendPhoto', 'photo'],
  audio: ['sendAudio', 'audio'],
  video: ['sendVideo', 'video'],
  file: ['sendDocument', 'document'],
} as const

/**
 * As what it is; what is too large for that, or is not taken as that (sides of a photo, say), is sent as a file. What Telegram takes in no
 * form stays with its words: a screen must never be lost to a file that comes with it.
 */
async function sendMedia({ client, pacer, readMedia, log }: Showing, chat: string, extra: MediaExtra): Promise<Sent> {
  const { media, as, name, isBlurred } = extra
  const bytes = media.bytes > FILE_BYTES ? undefined : await readMedia(media.sha256)
  if (bytes === undefined) return { ok: true, message: '' }
  const isPhoto = as !== 'image' || (media.bytes <= PHOTO_BYTES && media.type !== 'image/gif')
  for (const [method, field] of isPhoto && as !== 'file' ? [SENT_AS[as], SENT_AS.file] : [SENT_AS.file]) {
    const spoiler = isBlurred && (field === 'photo' || field === 'video') ? { has_spoiler: true } : {}
    await pacer.turn(chat, true)
    const params = { chat_id: chat, [field]: new FileToSend(name, bytes), ...spoiler }
    const sent = sentOf(await client.call(method, params))
    if (sent.ok || sent.code !== 400 || /chat not found|PEER_ID_INVALID/i.test(sent.says)) return sent
    log.warn({ surface: 'telegram', code: sent.code }, `Telegram did not take a file as ${field}: ${sent.says}`)
  }
  return { ok: true, message: '' }
}

/** A file with all of a text. */
export async function sendFile(showing: Showing, chat: string, file: { name: string; text: string }): Promise<Shown> {
  await showing.pacer.turn(chat, true)
  const document = new FileToSend(file.name, Buffer.from(file.text, 'utf8'))
  const sent = sentOf(await showing.client.call('sendDocument', { chat_id: chat, document }))
  return sent.ok ? { kind: 'sent', message: sent.message } : troubleOf(showing, chat, sent)
}

/** The picture with its words under it; words that do not fit there, or have no picture, come as text. */
async function sendPicture(showing: Showing, chat: string, { ask, alt }: Extract<Extra, { kind: 'picture' }>) {
  const bytes = await showing.draw(ask)
  const words = messagesOf(styled(alt), partsOf)
  let last: Sent = { ok: true, message: '' }
  if (bytes !== undefined) {
    await showing.pacer.turn(chat, true)
    const [caption] = words.length === 1 && (words[0] as Piece).text.length <= CAPTION ? words.splice(0, 1) : []
    last = sentOf(
      await showing.client.call('sendPhoto', {
        chat_id: chat,
        photo: new FileToSend('picture.png', bytes),
        ...(caption === undefined ? {} : { caption: caption.text }),
      }),
    )
  }
  for (const page of words) if (last.ok) last = await sendText(showing, chat, page)
  return last
}

async function sendLong(showing: Showing, chat: string, pieces: Piece[]): Promise<Sent> {
  const { pacer, client, lacks } = showing
  const whole = joined(pieces, '\n\n').text
  if (!lacks.rich && whole.length <= RICH) {
    await pacer.turn(chat, true)
    const called = await client.call('sendRichMessage', {
      chat_id: chat,
      rich_message: { blocks: pieces.map(richBlock), skip_entity_detection: true },
    })
    if (called.ok || called.code !== 404) return sentOf(called)
    lacks.rich = true
  }
  await pacer.turn(chat, true)
  const file = new FileToSend('perle.txt', Buffer.from(whole, 'utf8'))
  return sentOf(await client.call('sendDocument', { chat_id: chat, document: file }))
}

function richBlock({ text, entities }: Piece): InputRichBlock<never> {
  const whole = entities.find(one => one.offset === 0 && one.length === text.length)?.type
  if (whole === 'blockquote') return { type: 'blockquote', blocks: [{ type: 'paragraph', text }] }
  if (whole === 'pre') return { type: 'pre', text }
  return { type: 'paragraph', text: whole === 'bold' ? { type: 'bold', text } : text }
}

export function troubleOf({ pacer, log }: Pick<Showing, 'pacer' | 'log'>, chat: string, failure: Failed): Shown {
  const { code, says, retryAfter } = failure
  if (code === 429) {
    const seconds = retryAfter ?? AGAIN_SECONDS
    pacer.pause(chat, seconds)
    return { kind: 'later', seconds, says }
  }
  if (code === 403 || /chat not found|user is deactivated|PEER_ID_INVALID/i.test(says))
    return { kind: 'unreachable', says }
  if (code === 0 || code >= 500 || code === 401 || code === 409) return { kind: 'later', seconds: AGAIN_SECONDS, says }
  log.error({ surface: 'telegram', code }, `Telegram refused a message of ours: ${says}`)
  return { kind: 'refused', says }
}
