// Our own bot: the parts put together, started and stopped.
import type { BaseContext, ContributorId, OpenDatabase } from '@perle/core'
import type { FastifyPluginAsync } from 'fastify'
import type { Event } from '../conversation/event.ts'
import type { Turn } from '../conversation/turn.ts'
import type { PictureAsk } from '../pictures/ask.ts'
import { CallFailed, type Client, grammyClient, mustCall } from './client.ts'
import { createDelivery, type Delivery } from './delivery.ts'
import { createDoor, type Door } from './door.ts'
import { answerInPublic } from './inPublic.ts'
import { createLead, type Lead } from './lead.ts'
import { createMenus, setMenus } from './menu.ts'
import { createPacer, PACE, type Pace } from './pacer.ts'
import { type Polling, startPolling, TokenRefused } from './polling.ts'
import type { BotName } from './read.ts'
import { createRooms, type Rooms } from './rooms.ts'
import { setWebhook, webhookRoutes, webhookSecret } from './webhook.ts'

/** What both our own bot and a mounted one need. */
export type TelegramPlace = {
  database: OpenDatabase
  base: BaseContext
  publicUrl: string
  draw: (ask: PictureAsk) => Promise<Uint8Array | undefined>
  /** Bytes of a task's file; without it files stay with their words. */
  readMedia?: (sha256: string) => Promise<Uint8Array | undefined>
  /** Path of the page with all of a text, for this person; the web door makes it and serves it. */
  readAddress: (personId: ContributorId, payload: string) => string
  /** Names this process among those that share a database. */
  holder: string
  /** Milliseconds, for pacing; need not be the time of day. */
  clock: () => number
  pace?: Pace
  /** Hears of each turn once it is committed. */
  onTurn?: (turn: Turn, event: Event) => void
}

export type Parts = { bot: BotName; client: Client; delivery: Delivery; door: Door; rooms: Rooms; lead: Lead }

export function assemble(place: TelegramPlace, client: Client, bot: BotName): Parts {
  const { database, base, publicUrl, draw, clock, holder, pace = PACE } = place
  const showing = {
    client,
    pacer: createPacer(pace, clock),
    log: base.log,
    draw,
    readMedia: place.readMedia ?? (async () => undefined),
    secondMs: pace.secondMs,
    lacks: { rich: false },
  }
  const lead = createLead({ database, base, holder, clock })
  const setMenu = createMenus(client)
  const render = { username: bot.username, publicUrl }
  const delivery = createDelivery({ database, base, showing, render, lead, readAddress: place.readAddress })
  const rooms = createRooms({ database, base, bot, client, pacer: showing.pacer, render, lead })
  const door = createDoor({
    database,
    base,
    bot,
    client,
    delivery,
    aside: async reading => {
      if (reading.kind === 'inPublic') await answerInPublic(client, bot, reading)
      else await rooms.note(reading.deed)
    },
    before: event => rooms.check(event),
    onTurn: (turn, event) => {
      setMenu(turn, event.identity.platformId)
      place.onTurn?.(turn, event)
    },
  })
  return { bot, client, delivery, door, rooms, lead }
}

export type OwnBot = {
  /** Where updates come by webhook: to be registered before the server listens. */
  routes: FastifyPluginAsync | undefined
  /** Begins; rejects with `TokenRefused` where Telegram does not know the token, resolves after `stop`. A Telegram that is away is waited for. */
  start(): Promise<void>
  /** Resolves once Telegram has said who we are. */
  ready: Promise<Parts>
  stop(): Promise<void>
}

export type OwnBotPlace = TelegramPlace & {
  token: string
  apiRoot: string | undefined
  /** Updates come by webhook, to `publicUrl`. */
  isHooked?: boolean
  pollSeconds?: number
  restMs?: number
}

/** Until Telegram answers for the first time. */
const ASK_AGAIN_MS = 5000

export function openTelegram(place: OwnBotPlace): OwnBot {
  const { token, apiRoot, base, publicUrl, isHooked = false, restMs = ASK_AGAIN_MS } = place
  const client = grammyClient({ token, apiRoot })
  const patient = grammyClient({ token, apiRoot, isPatient: true })
  const secret = webhookSecret(token)
  const stopping = new AbortController()
  let parts: Parts | undefined
  let polling: Polling | undefined
  let isReady: (parts: Parts) => void = () => {}

  async function askWhoWeAre(): Promise<BotName | undefined> {
    while (!stopping.signal.aborted) {
      try {
        return await whoAmI(client)
      } catch (error) {
        if (!(error instanceof CallFailed)) throw error
        base.log.warn({ surface: 'telegram' }, `Telegram does not answer yet; trying again (${error.message})`)
        await new Promise(done => setTimeout(done, restMs))
      }
    }
    return undefined
  }

  async function run(): Promise<void> {
    const bot = await askWhoWeAre()
    if (bot === undefined) return
    parts = assemble(place, client, bot)
    isReady(parts)
    parts.delivery.start()
    parts.rooms.start()
    void setMenus(patient, base.log)
    if (isHooked) {
      await parts.door.takeLeft()
      await setWebhook(patient, { publicUrl, secret })
      return
    }
    polling = startPolling({ ...place, client, door: parts.door })
    await polling.done
  }

  return {
    routes: isHooked ? webhookRoutes({ door: () => parts?.door, secret, log: base.log }) : undefined,
    start: run,
    ready: new Promise(done => {
      isReady = done
    }),
    async stop() {
      stopping.abort()
      await polling?.stop()
      await parts?.rooms.stop()
      await parts?.door.stop()
      await parts?.delivery.stop()
      await parts?.lead.stop()
    },
  }
}

export async function whoAmI(client: Client): Promise<BotName> {
  try {
    const { id, username } = await mustCall<{ id: number; username: string }>(client, 'getMe', {})
    return { id, username }
  } catch (error) {
    if (error instanceof CallFailed && (error.failure.code === 401 || error.failure.code === 404))
      throw new TokenRefused()
    throw error
  }
}
