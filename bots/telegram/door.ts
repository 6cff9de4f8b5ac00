// Updates in, turns and screens out. A batch is written down before anybody is told that it arrived; the updates of one person are handled
// in their order, different people at once.

import type { Update } from '@grammyjs/types'
import { type BaseContext, type ContributorId, noteReach, type OpenDatabase, plainMessage, runTurn } from '@perle/core'
import { unhandledEvents } from '@perle/core/inbox'
import type { Event } from '../conversation/event.ts'
import { troubleView } from '../conversation/troubleView.ts'
import { receiveAll, type Turn, TurnFailed, takeTurn } from '../conversation/turn.ts'
import type { Client } from './client.ts'
import type { Delivery } from './delivery.ts'
import { type BotName, type Place, type Reading, readUpdate } from './read.ts'

export type Door = {
  /** Resolves once all of it is written down; throws where it could not be, and then nothing may be confirmed. Handling goes on by itself. */
  take(updates: readonly Update[]): Promise<void>
  /** Events that a process left behind when it went away; only where nobody else can have them in hand. */
  takeLeft(): Promise<number>
  /** How many events wait for their turn here. */
  waiting(): number
  idle(): Promise<void>
  stop(): Promise<void>
}

export type DoorPlace = {
  database: OpenDatabase
  base: BaseContext
  bot: BotName
  client: Client
  delivery: Delivery
  /** What is no turn of one person: rooms, and what was asked in public. Done before the batch counts as written down. */
  aside: (reading: Exclude<Reading, { kind: 'turn' | 'reach' | 'nothing' }>) => Promise<void>
  /** Before a turn: facts that only the platform knows. Failing, the turn is taken without them. */
  before?: (event: Event) => Promise<void>
  /** After each turn: the menu of commands may have another length now. */
  onTurn?: (turn: Turn, event: Event) => void
  retryMs?: number
}

/** Turns at once: more would only wait for connections of the database. */
const AT_ONCE = 16
const RETRY_MS = 500
const LEFT_AT_ONCE = 500

export function createDoor(at: DoorPlace): Door {
  const { database, base, bot, client, delivery, aside, before, onTurn, retryMs = RETRY_MS } = at
  const place = { database, base }
  const queues = new Map<string, Event[]>()
  /** Accounts with events and no turn under way. */
  const ready: string[] = []
  let running = 0
  let isStopping = false
  let waiting = 0
  const idlers: (() => void)[] = []

  function enqueue(event: Event): void {
    const account = event.identity.platformId
    waiting += 1
    const queue = queues.get(account)
    if (queue !== undefined) {
      queue.push(event)
      return
    }
    queues.set(account, [event])
    ready.push(account)
    pump()
  }

  function pump(): void {
    while (running < AT_ONCE && ready.length > 0 && !isStopping) {
      const account = ready.shift() as string
      running += 1
      void handleNext(account).finally(() => {
        running -= 1
        const queue = queues.get(account)
        if (queue !== undefined && queue.length > 0) ready.push(account)
        else queues.delete(account)
        if (waiting === 0 || (isStopping && running === 0)) for (const idle of idlers.splice(0)) idle()
        pump()
      })
    }
  }

  async function handleNext(account: string): Promise<void> {
    const event = queues.get(account)?.[0]
    if (event === undefined) return
    try {
      await handle(event)
    } finally {
      queues.get(account)?.shift()
      waiting -= 1
    }
  }

  async function handle(event: Event): Promise<void> {
    const where = (event.reply?.place ?? {}) as Place
    for (let attempt = 1; !isStopping; attempt++) {
      try {
        await before?.(event)
        const turn = await takeTurn(place, event)
        if (turn.screenId !== undefined) {
          const recipient = event.reply?.recipient as string
          delivery.show({
            id: turn.screenId,
            recipient,
            place: where,
            shown: { view: turn.view, personId: turn.person.id },
          })
        }
        onTurn?.(turn, event)
        return
      } catch (error) {
        if (error instanceof TurnFailed && error.isGivenUp) return tellTrouble(event, 'ours')
        if (!(error instanceof TurnFailed)) base.log.error({ eventKey: event.eventKey }, plainMessage(error))
        if (attempt === 2) tellTrouble(event, 'slow')
        await new Promise(done => setTimeout(done, Math.min(20, attempt) * retryMs))
      }
    }
  }

  /** Needs no database: that may be what is out of reach. */
  function tellTrouble(event: Event, kind: 'slow' | 'ours'): void {
    const view = troubleView(event.locale ?? 'en', kind, event.eventKey.slice(-8))
    delivery.show({ id: NO_ROW, recipient: event.identity.platformId, place: {}, shown: { view, personId: NOBODY } })
  }

  /** At once: the client shows a clock on the button until then. */
  function answer(callback: string | undefined): void {
    if (callback === undefined) return
    void client.call('answerCallbackQuery', { callback_query_id: callback }).then(called => {
      // One more try; after that the screen itself is the answer.
      if (!called.ok && called.code !== 400) void client.call('answerCallbackQuery', { callback_query_id: callback })
    })
  }

  return {
    async take(updates) {
      const readings = updates.map(update => readUpdate(update, bot))
      for (const reading of readings) {
        if (reading.kind === 'reach') {
          const { platformId, isReachable } = reading
          await runTurn(database, base, ctx => noteReach(ctx, { platform: 'telegram', platformId, isReachable }))
        } else if (reading.kind === 'room' || reading.kind === 'inPublic') await aside(reading)
      }
      const events = readings.flatMap(reading => (reading.kind === 'turn' ? [reading.event] : []))
      const fresh = await receiveAll(place, events)
      for (const reading of readings) {
        if (reading.kind === 'turn') answer((reading.event.reply?.place as Place | undefined)?.callback)
        if (reading.kind === 'nothing') answer(reading.callback)
      }
      for (const event of fresh) enqueue(event)
    },
    async takeLeft() {
      const given = { now: base.now(), seconds: 0, limit: LEFT_AT_ONCE, prefix: `tg:${bot.id}:` }
      const rows = await unhandledEvents(database.db, given)
      for (const row of rows) {
        const event = JSON.parse(row.payload ?? 'null') as Event | null
        if (event === null) continue
        answer((event.reply?.place as Place | undefined)?.callback)
        enqueue(event)
      }
      return rows.length
    },
    waiting: () => waiting,
    idle: () => (waiting === 0 ? Promise.resolve() : new Promise(done => idlers.push(done))),
    async stop() {
      isStopping = true
      if (running > 0) await new Promise<void>(done => idlers.push(done))
    },
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000' as ContributorId
/** No row of the outbox is called so: what is shown under it is nowhere else. */
const NO_ROW = '00000000-0000-0000-0000-000000000000'
