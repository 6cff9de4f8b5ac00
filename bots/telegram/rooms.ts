// Groups: we are let in, set up and put out; reviews are posted, edited at most every three seconds, and closed by editing. Nothing of one
// person stands here, and every button leads into the private talk.
import { createHash } from 'node:crypto'
import {
  type BaseContext,
  chatOfRoom,
  hasPost,
  notePost,
  noteRoom,
  type OpenDatabase,
  plainMessage,
  type RoomCard,
  type RoomFact,
  type RoomId,
  type RoomRight,
  roomCards,
  runTurn,
} from '@perle/core'
import { unpack } from '../conversation/buttons.ts'
import type { Event } from '../conversation/event.ts'
import { publicRound } from '../conversation/scenes/reviews.ts'
import { publicInvitation, publicWelcome } from '../conversation/scenes/room.ts'
import type { View } from '../conversation/view.ts'
import { wordsFor } from '../conversation/words/index.ts'
import type { Called, Client } from './client.ts'
import type { Lead } from './lead.ts'
import type { Pacer } from './pacer.ts'
import type { BotName, RoomDeed } from './read.ts'
import { type RenderPlace, renderView } from './render.ts'

export type Rooms = {
  /** Something happened to a room, or a moderator said something in it. Written down before this resolves. */
  note(deed: RoomDeed): Promise<void>
  /** Before a step of a set-up: asks Telegram who is a moderator and what we may do, and writes it down. */
  check(event: Event): Promise<void>
  start(): void
  stop(): Promise<void>
}

export type RoomsPlace = {
  database: OpenDatabase
  base: BaseContext
  bot: BotName
  client: Client
  pacer: Pacer
  render: RenderPlace
  lead: Lead
  restMs?: number
}

const SURFACE = 'telegram' as const
/** Groups take about 20 messages a minute, edits among them (Bots FAQ). */
const EDIT_SECONDS = 3
const REST_MS = 1000
/** A reminder when less than this share of a review's time is left and votes are wanting. */
const QUIET_SHARE = 0.25

export function createRooms(at: RoomsPlace): Rooms {
  const { database, base, bot, client, pacer, render, lead, restMs = REST_MS } = at
  let timer: NodeJS.Timeout | undefined
  let isStopping = false
  let running: Promise<unknown> = Promise.resolve()

  const fact = (one: RoomFact) => runTurn(database, base, ctx => noteRoom(ctx, { surface: SURFACE, fact: one }))

  async function isModerator(chat: string, account: string): Promise<boolean | undefined> {
    const called = await client.call('getChatMember', { chat_id: chat, user_id: Number(account) })
    if (!called.ok) return undefined
    return ['creator', 'administrator'].includes((called.result as { status: string }).status)
  }

  /** What of our rights is wanting; asked by looking, not by trying: nothing is posted to find out. */
  async function missingIn(chat: string): Promise<RoomRight[] | undefined> {
    const [member, room] = await Promise.all([
      client.call('getChatMember', { chat_id: chat, user_id: bot.id }),
      client.call('getChat', { chat_id: chat }),
    ])
    if (!member.ok || !room.ok) return member.ok || member.code !== 403 ? undefined : ['post', 'pin']
    const me = member.result as { status: string; can_pin_messages?: boolean; can_send_messages?: boolean }
    const open = (room.result as { permissions?: { can_send_messages?: boolean } }).permissions
    const isAdmin = me.status === 'administrator' || me.status === 'creator'
    const canPost = isAdmin || (me.can_send_messages !== false && open?.can_send_messages !== false)
    return [...(canPost ? [] : ['post' as const]), ...(isAdmin && me.can_pin_messages ? [] : ['pin' as const])]
  }

  async function post(chat: string, topic: string | null, view: View): Promise<Called> {
    const screen = renderView(view, render)
    await pacer.turn(chat, false)
    return client.call('sendMessage', {
      chat_id: chat,
      ...(topic === null ? {} : { message_thread_id: Number(topic) }),
      text: screen.text.text,
      entities: screen.text.entities,
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard: screen.keyboard },
    })
  }

  async function here({ chat, topic, account, locale }: Extract<RoomDeed, { kind: 'here' }>): Promise<void> {
    const w = wordsFor(locale)
    const allowed = await isModerator(chat, account)
    const say = (text: string) =>
      client.call('sendMessage', {
        chat_id: chat,
        ...(topic === undefined ? {} : { message_thread_id: Number(topic) }),
        text,
        ephemeral_message_parameters: { receiver_user_id: Number(account) },
      })
    if (allowed !== true) {
      await say(w.say('refusal.room.not_moderator'))
      return
    }
    const room = await fact({ kind: 'here', chat, topic: topic ?? null, account, locale })
    await say(w.say('room.hereSet'))
    if (room?.state === 'new') await invite(room.roomId, chat, topic ?? null, locale)
  }

  /** The way to the set-up, said once. */
  async function invite(roomId: string, chat: string, topic: string | null, locale: string): Promise<void> {
    const place = { surface: SURFACE, chat, subject: 'invitation' }
    if (await runTurn(database, base, ctx => hasPost(ctx, place))) return
    const sent = await post(chat, topic, publicInvitation(wordsFor(locale), roomId))
    if (!sent.ok) return
    const message = String((sent.result as { message_id: number }).message_id)
    await runTurn(database, base, ctx => notePost(ctx, { ...place, message, viewHash: '' }))
  }

  async function showCard({ room, card, post: stands }: RoomCard): Promise<boolean> {
    const w = wordsFor(room.locale)
    const now = base.now()
    const view = publicRound(w, card, now)
    const screen = renderView(view, render)
    const viewHash = createHash('sha256')
      .update(JSON.stringify([screen.text, screen.keyboard]))
      .digest('hex')
    const subject = `round:${card.roundId}`
    const noted = (message: string) =>
      runTurn(database, base, ctx => notePost(ctx, { surface: SURFACE, chat: room.chat, subject, message, viewHash }))
    if (stands === undefined) {
      const sent = await post(room.chat, room.topic, view)
      if (sent.ok) await noted(String((sent.result as { message_id: number }).message_id))
      return settle(room.chat, sent)
    }
    if (stands.viewHash === viewHash && card.state === 'open') return remind(room, card, now)
    // A review that has closed is told once its time is over, a vote when the last edit is long enough ago.
    if (now.getTime() - stands.editedAt.getTime() < EDIT_SECONDS * 1000) return false
    await pacer.turn(room.chat, false)
    const edited = await client.call('editMessageText', {
      chat_id: room.chat,
      message_id: Number(stands.message),
      text: screen.text.text,
      entities: screen.text.entities,
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard: screen.keyboard },
    })
    const isThere = edited.ok || /not modified/.test(edited.says)
    if (isThere) await noted(stands.message)
    else if (/to edit not found|can't be edited/.test(edited.says)) {
      // Somebody took it away: it is posted anew.
      const sent = await post(room.chat, room.topic, view)
      if (sent.ok) await noted(String((sent.result as { message_id: number }).message_id))
      return settle(room.chat, sent)
    }
    return isThere || settle(room.chat, edited)
  }

  /** Once, to the room, naming nobody. */
  async function remind(room: RoomCard['room'], card: RoomCard['card'], now: Date): Promise<boolean> {
    const wanting = card.quorum - card.voted
    const left = card.closesAt.getTime() - now.getTime()
    if (wanting <= 0 || left <= 0 || left > QUIET_SHARE * card.lastsSeconds * 1000) return false
    const place = { surface: SURFACE, chat: room.chat, subject: `quiet:${card.roundId}` }
    if (await runTurn(database, base, ctx => hasPost(ctx, place))) return false
    const w = wordsFor(room.locale)
    const text = w.say('room.quiet', { count: wanting, time: w.moment(card.closesAt, now) })
    await pacer.turn(room.chat, false)
    const sent = await client.call('sendMessage', {
      chat_id: room.chat,
      ...(room.topic === null ? {} : { message_thread_id: Number(room.topic) }),
      text,
    })
    if (sent.ok) {
      const message = String((sent.result as { message_id: number }).message_id)
      await runTurn(database, base, ctx => notePost(ctx, { ...place, message, viewHash: '' }))
    }
    return settle(room.chat, sent)
  }

  async function settle(chat: string, called: Called): Promise<boolean> {
    if (called.ok) return true
    if (called.code === 429) pacer.pause(chat, called.retryAfter ?? 1)
    else if (called.movedTo !== undefined) await fact({ kind: 'moved', chat, to: called.movedTo })
    else if (called.code === 403) await fact({ kind: 'left', chat })
    else if (/not enough rights|CHAT_WRITE_FORBIDDEN/.test(called.says)) {
      await fact({ kind: 'checked', chat, missing: ['post'] })
      base.log.warn({ surface: SURFACE }, 'a group does not let us write any more; its set-up says so')
    } else base.log.warn({ surface: SURFACE, code: called.code }, `a group's card could not be shown: ${called.says}`)
    return false
  }

  async function refresh(): Promise<number> {
    if (!(await lead.isOurs())) return 0
    const due = await runTurn(database, base, ctx => roomCards(ctx, { surface: SURFACE }))
    let shown = 0
    for (const card of due) {
      if (card.room.missing.includes('post')) continue
      if (await showCard(card)) shown += 1
    }
    return shown
  }

  const loop = () => {
    if (isStopping) return
    running = refresh()
      .catch(error => base.log.error({ surface: SURFACE }, `the groups: ${plainMessage(error)}`))
      .finally(() => {
        if (!isStopping) timer = setTimeout(loop, restMs)
      })
  }

  return {
    async note(deed) {
      if (deed.kind === 'here') return here(deed)
      const room = await fact(deed)
      if (deed.kind === 'joined' && room?.state === 'new') {
        await invite(room.roomId, deed.chat, null, deed.locale)
      }
    },
    async check(event) {
      const press = event.action.kind === 'press' ? unpack(event.action.payload) : undefined
      if (press?.scene !== 'room' || press.id === undefined) return
      const chat = await runTurn(database, base, ctx => chatOfRoom(ctx, { roomId: press.id as RoomId }))
      if (chat === undefined) return
      const account = event.identity.platformId
      const [moderates, missing] = await Promise.all([isModerator(chat, account), missingIn(chat)])
      const known = missing === undefined ? {} : { missing }
      await fact({ kind: 'checked', chat, account, isModerator: moderates === true, ...known })
      if (press.verb === 'start' && moderates && missing !== undefined && !missing.includes('post'))
        await welcome(chat, missing)
    },
    start: loop,
    async stop() {
      isStopping = true
      clearTimeout(timer)
      await running
    },
  }

  /** S00, once a room. */
  async function welcome(chat: string, missing: RoomRight[]): Promise<void> {
    const place = { surface: SURFACE, chat, subject: 'welcome' }
    if (await runTurn(database, base, ctx => hasPost(ctx, place))) return
    const sent = await post(chat, null, publicWelcome(wordsFor('en')))
    if (!sent.ok) return
    const message = String((sent.result as { message_id: number }).message_id)
    await runTurn(database, base, ctx => notePost(ctx, { ...place, message, viewHash: '' }))
    if (missing.includes('pin')) return
    await client.call('pinChatMessage', { chat_id: chat, message_id: Number(message), disable_notification: true })
  }
}
