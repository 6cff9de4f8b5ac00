// Perle inside a bot that a community runs already, by Telegraf: one token allows one reader of updates, so theirs reads, and hands us what is
// ours. Everything else goes on to their own handlers as if we were not there.
import type { Update } from '@grammyjs/types'
import type { Telegraf } from 'telegraf'
import { unpack } from '../conversation/buttons.ts'
import { COMMANDS, type CommandName } from '../conversation/event.ts'
import { type Called, type Client, FileToSend, failed } from './client.ts'
import { readStart } from './links.ts'
import { type Reading, readUpdate } from './read.ts'
import { assemble, type Parts, type TelegramPlace, whoAmI } from './telegramDoor.ts'

export type Mounted = Parts & { stop(): Promise<void> }

/** A bot that was there before us has its own hello and its own help; ours are reached by our links and buttons. */
const THEIRS: readonly CommandName[] = ['start', 'help']

export type MountPlace = TelegramPlace & {
  /** Commands that are ours here; all but /start and /help where nothing is said. */
  commands?: readonly CommandName[]
}

/**
 * Mounts Perle before the handlers that are added after this call. Await it before `telegraf.launch()`, and call `stop` after `telegraf.stop()`.
 * Throws `TokenRefused` where Telegram does not know the bot's token.
 */
export async function mountPerle(telegraf: Telegraf, place: MountPlace): Promise<Mounted> {
  const client = telegrafClient(telegraf)
  const parts = assemble(place, client, await whoAmI(client))
  const commands = place.commands ?? COMMANDS.filter(name => !THEIRS.includes(name))
  telegraf.use(async (ctx, next) => {
    const update = ctx.update as unknown as Update
    const reading = readUpdate(update, parts.bot)
    if (isOurs(reading, commands)) await parts.door.take([update])
    else {
      // Who blocked the bot, and which groups it is in, is for them and for us.
      if (reading.kind === 'reach' || reading.kind === 'room') await parts.door.take([update])
      await next()
    }
  })
  await parts.door.takeLeft()
  parts.delivery.start()
  parts.rooms.start()
  return {
    ...parts,
    async stop() {
      await parts.rooms.stop()
      await parts.door.stop()
      await parts.delivery.stop()
      await parts.lead.stop()
    },
  }
}

function isOurs(reading: Reading, commands: readonly CommandName[]): boolean {
  if (reading.kind === 'inPublic') {
    return 'command' in reading.ask ? commands.includes(reading.ask.command) : unpack(reading.ask.press) !== undefined
  }
  if (reading.kind === 'room') return reading.deed.kind === 'here'
  if (reading.kind !== 'turn') return false
  const { action } = reading.event
  switch (action.kind) {
    case 'press':
      return unpack(action.payload) !== undefined
    case 'form':
      return true
    case 'command':
      return commands.includes(action.name) || isOurLink(action.argument ?? '')
    default:
      return false
  }
}

function isOurLink(argument: string): boolean {
  return /^c_[0-9A-Za-z]{4,16}$/.test(argument) || readStart(argument) !== undefined
}

type CallApi = (method: string, params: object, options?: { signal?: AbortSignal }) => Promise<unknown>

function telegrafClient({ telegram }: Telegraf): Client {
  const callApi = telegram.callApi.bind(telegram) as unknown as CallApi
  return {
    async call(method, params, signal) {
      try {
        const result = await callApi(method, withFiles(params), signal === undefined ? {} : { signal })
        return { ok: true, result }
      } catch (error) {
        return failureOf(error)
      }
    },
  }
}

function withFiles(params: Record<string, unknown>): object {
  const entries = Object.entries(params).map(([name, value]) => [
    name,
    value instanceof FileToSend ? { source: Buffer.from(value.bytes), filename: value.name } : value,
  ])
  return Object.fromEntries(entries)
}

/** Telegraf's TelegramError carries the answer; anything else is no answer. */
function failureOf(error: unknown): Called {
  const { response } = error as {
    response?: {
      error_code: number
      description: string
      parameters?: { retry_after?: number; migrate_to_chat_id?: number }
    }
  }
  if (typeof response?.error_code !== 'number') return failed(0, 'no answer from the Bot API server')
  const { retry_after: retryAfter, migrate_to_chat_id: movedTo } = response.parameters ?? {}
  return failed(response.error_code, response.description, retryAfter, movedTo)
}
