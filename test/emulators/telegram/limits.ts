// What Telegram refuses beyond the types: lengths, sizes, counts. Numbers from the texts of Bot API 10.1 and its FAQ; errors in Telegram's words.
import { isUpload } from './schema.ts'

type Params = Record<string, unknown>

export const LIMITS = {
  callbackBytes: 64,
  text: 4096,
  caption: 1024,
  callbackText: 200,
  placeholder: 64,
  richText: 32_768,
  buttons: 100,
  buttonsInRow: 8,
  commands: 100,
  commandDescription: 256,
  copyText: 256,
  photoBytes: 10 * 1024 * 1024,
  fileBytes: 50 * 1024 * 1024,
  downloadBytes: 20 * 1024 * 1024,
  secretToken: 256,
  webhookConnections: 100,
  mediaGroup: 10,
  entities: 100,
}

const bad = (what: string) => `Bad Request: ${what}`

/** Telegram's sentence about the first thing that is too much; undefined where it would do it. */
export function limitFault(method: string, params: Params): string | undefined {
  return (
    textFault(method, params) ??
    keyboardFault(params['reply_markup']) ??
    fileFault(params) ??
    commandFault(method, params) ??
    webhookFault(method, params)
  )
}

function textFault(method: string, params: Params): string | undefined {
  const { text, caption } = params
  if (method === 'answerCallbackQuery') {
    return typeof text === 'string' && text.length > LIMITS.callbackText ? bad('MESSAGE_TOO_LONG') : undefined
  }
  if (typeof text === 'string') {
    if (text.trim() === '') return bad('message text is empty')
    if (text.length > LIMITS.text) return bad('message is too long')
  }
  if (typeof caption === 'string' && caption.length > LIMITS.caption) return bad('message caption is too long')
  const rich = params['rich_message']
  if (rich !== undefined && JSON.stringify(rich).length > 4 * LIMITS.richText) return bad('RICH_MESSAGE_TOO_LONG')
  const said = typeof text === 'string' ? text : typeof caption === 'string' ? caption : ''
  const entities = (params['entities'] ?? params['caption_entities'] ?? []) as { offset: number; length: number }[]
  if (entities.length > LIMITS.entities) return bad('too many entities')
  for (const { offset, length } of entities) {
    if (length <= 0 || offset < 0 || offset + length > said.length) return bad('entity is outside of the text')
    if (isHalf(said, offset) || isHalf(said, offset + length)) return bad('entity splits a character')
  }
  return undefined
}

/** Whether a place in a text lies between the two halves of one character. */
function isHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return at > 0 && code >= 0xdc00 && code <= 0xdfff
}

function keyboardFault(markup: unknown): string | undefined {
  if (typeof markup !== 'object' || markup === null) return undefined
  const { inline_keyboard: rows, input_field_placeholder: placeholder } = markup as {
    inline_keyboard?: Params[][]
    input_field_placeholder?: string
  }
  if (placeholder !== undefined && (placeholder === '' || [...placeholder].length > LIMITS.placeholder)) {
    return bad('input field placeholder is too long')
  }
  const buttons = (rows ?? []).flat()
  if (buttons.length > LIMITS.buttons) return bad('reply markup is too long')
  if ((rows ?? []).some(row => row.length === 0 || row.length > LIMITS.buttonsInRow)) return bad('KEYBOARD_ROW_INVALID')
  return buttons.map(buttonFault).find(fault => fault !== undefined)
}

function buttonFault(button: Params): string | undefined {
  const { text, callback_data: data, url } = button
  if (typeof text !== 'string' || text.trim() === '') return bad('Text buttons are unallowed in the inline keyboard')
  if (typeof data === 'string') {
    const bytes = Buffer.byteLength(data)
    if (bytes < 1 || bytes > LIMITS.callbackBytes) return bad('BUTTON_DATA_INVALID')
  }
  if (typeof url === 'string') {
    const host = /^(?:https?|tg):\/\/([^/:?#]+)/.exec(url)?.[1]
    const isPublic = host !== undefined && (url.startsWith('tg:') || host.includes('.'))
    if (!isPublic) return bad(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`)
  }
  return undefined
}

function fileFault(params: Params): string | undefined {
  for (const [name, value] of Object.entries(params)) {
    if (!isUpload(value)) continue
    if (value.bytes.length === 0) return bad('file must be non-empty')
    const most = name === 'photo' ? LIMITS.photoBytes : LIMITS.fileBytes
    if (value.bytes.length > most) return 'Request Entity Too Large'
  }
  const media = params['media']
  return Array.isArray(media) && (media.length < 2 || media.length > LIMITS.mediaGroup)
    ? bad('media group must include 2-10 items')
    : undefined
}

function commandFault(method: string, params: Params): string | undefined {
  if (method !== 'setMyCommands') return undefined
  const commands = params['commands'] as { command: string; description: string }[]
  if (commands.length > LIMITS.commands) return bad('BOT_COMMANDS_TOO_MUCH')
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) return bad('BOT_COMMAND_INVALID')
    if (description.length < 1 || description.length > LIMITS.commandDescription)
      return bad('BOT_COMMAND_DESCRIPTION_INVALID')
  }
  return undefined
}

function webhookFault(method: string, params: Params): string | undefined {
  if (method !== 'setWebhook') return undefined
  const { url, secret_token: secret, max_connections: most } = params as Record<string, string | number | undefined>
  // An emulator must never post to somebody else's server.
  if (url !== '' && !/^https?:\/\/(127\.0\.0\.1|localhost)[:/]/.test(String(url)))
    return bad('bad webhook: this server posts to loopback only')
  if (secret !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(String(secret)))
    return bad('secret token contains unallowed characters')
  if (most !== undefined && (Number(most) < 1 || Number(most) > LIMITS.webhookConnections))
    return bad('max_connections is out of range')
  return undefined
}

/** How many messages may go out; `scale` shortens all windows alike (0.1: a tenth), so that a test need not wait for minutes. */
export type FloodRules = { perSecond: number; perChatSecond: number; perGroupMinute: number; scale: number }
export const FLOOD: FloodRules = { perSecond: 30, perChatSecond: 1, perGroupMinute: 20, scale: 1 }
/** A chat may be sent a few messages at once ("short bursts are tolerated"); this many within its own second. */
const BURST = 5

/** Counts what was sent and says how long to wait; 0 where it may go. */
export function floodGate(rules: FloodRules) {
  const sent: number[] = []
  const byChat = new Map<number, number[]>()
  const prune = (times: number[], before: number) => {
    while (times.length > 0 && (times[0] as number) <= before) times.shift()
  }
  return (chat: number, now: number): number => {
    const second = 1000 * rules.scale
    const minute = 60_000 * rules.scale
    const own = byChat.get(chat) ?? []
    byChat.set(chat, own)
    prune(sent, now - second)
    prune(own, now - Math.max(minute, BURST * second))
    const seconds = (ms: number) => Math.max(1, Math.ceil(ms / second))
    if (sent.length >= rules.perSecond) return seconds((sent[0] as number) + second - now)
    if (chat < 0 && own.length >= rules.perGroupMinute)
      return seconds((own.at(-rules.perGroupMinute) as number) + minute - now)
    // A burst is lent: on average over the burst no more than the rule.
    const most = rules.perChatSecond * BURST
    const recent = own.filter(at => at > now - BURST * second)
    if (recent.length >= most) return seconds((recent[0] as number) + BURST * second - now)
    sent.push(now)
    own.push(now)
    return 0
  }
}
