// Troubles between us and Telegram: nothing is lost, nobody waits for somebody else.
import { eq } from 'drizzle-orm'
import { fastify } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { grammyClient } from '../../bots/telegram/client.ts'
import { TokenRefused } from '../../bots/telegram/polling.ts'
import { type OwnBot, type OwnBotPlace, openTelegram } from '../../bots/telegram/telegramDoor.ts'
import { conversations, inbox } from '../../core/inbox/tables.ts'
import { wantTellings } from '../../core/outbox/messageStore.ts'
import { outbox } from '../../core/outbox/tables.ts'
import { identities } from '../../core/people/tables.ts'
import type { Person } from '../emulators/control.ts'
import { startTelegram, type Telegram } from '../emulators/telegram/emulator.ts'
import { FLOOD } from '../emulators/telegram/limits.ts'
import { freePort } from '../support/perle.ts'
import { aWorld, type World } from '../support/world.ts'
import { QUICK } from './telegramWorld.ts'

const ada: Person = { id: '42', name: 'Ada', locale: 'en' }
const bob: Person = { id: '43', name: 'Bob', locale: 'en' }
let world: World
let telegram: Telegram
let bots: OwnBot[] = []

async function begin(options: Parameters<typeof startTelegram>[0] = {}): Promise<void> {
  world = await aWorld()
  Object.assign(world.base, { now: () => new Date() })
  telegram = await startTelegram(options)
}

function bot(more: Partial<OwnBotPlace> = {}): OwnBot & { done: Promise<void> } {
  const opened = openTelegram({
    database: world.database,
    base: world.base,
    publicUrl: 'https://perle.example',
    draw: async () => undefined,
    readAddress: (_person, payload) => `/r/${payload.length}`,
    clock: () => performance.now(),
    pace: QUICK,
    token: telegram.token,
    apiRoot: telegram.url,
    holder: 'test',
    pollSeconds: 1,
    restMs: 20,
    ...more,
  })
  bots.push(opened)
  const done = opened.start()
  done.catch(() => {})
  return { ...opened, done }
}

afterEach(async () => {
  for (const one of bots) await one.stop()
  bots = []
  await telegram.close()
  await world.close()
})

const screens = (who: Person) => telegram.seen(who).filter(one => one.from === 'bot')
const hears = (who: Person, text: RegExp, ms?: number) =>
  telegram.until(() => screens(who).find(one => text.test(one.text)), ms)
const unreachable = async (who: Person) => {
  const rows = await world.turn(ctx => ctx.db.select().from(identities).where(eq(identities.platformId, who.id)))
  return rows[0]?.unreachableAt ?? null
}
const waiting = () => world.turn(ctx => ctx.db.select().from(outbox))

describe('people who cannot be reached', () => {
  it('keep their work, are not written to, and are found again', async () => {
    await begin()
    bot()
    telegram.says(ada, '/start')
    await hears(ada, /this is Perle/)
    const end = telegram.fails({ kind: 'flood', seconds: 1, room: ada.id })
    telegram.says(ada, '/help')
    telegram.bench.blocked.add(42)
    end()
    await telegram.until(() => telegram.calls.some(one => one.refused === 403), 8000)
    await telegram.until(async () => (await unreachable(ada)) !== null)
    expect(await waiting()).toEqual([])
    const kept = await world.turn(ctx => ctx.db.select().from(conversations))
    expect(kept[0]?.state).toContain('help')
    telegram.unblocks(ada)
    await new Promise(done => setTimeout(done, 300))
    expect(await unreachable(ada)).toBeNull()
    telegram.says(ada, '/start')
    await telegram.until(() => screens(ada).length >= 2)
  })

  it('delay nobody else, nor does a chat that Telegram makes us wait for', async () => {
    await begin()
    bot()
    telegram.fails({ kind: 'flood', seconds: 30, room: ada.id })
    telegram.says(ada, '/start')
    await telegram.until(() => telegram.calls.some(one => one.refused === 429))
    const from = performance.now()
    for (let n = 0; n < 5; n++) {
      telegram.says(bob, n % 2 === 0 ? '/help' : '/privacy')
      await telegram.until(() => screens(bob).length > n)
    }
    expect(performance.now() - from).toBeLessThan(3000)
    expect(screens(ada)).toEqual([])
    // One request, and then none for as long as was asked.
    expect(
      telegram.calls.filter(one => String(one.params['chat_id']) === ada.id && one.method !== 'setMyCommands'),
    ).toHaveLength(1)
  })
})

describe('what Telegram asks to wait for', () => {
  it('is shown when the time is over, as it is by then', async () => {
    await begin()
    bot()
    const end = telegram.fails({ kind: 'flood', seconds: 1 })
    telegram.says(ada, '/start')
    await telegram.until(() => telegram.calls.some(one => one.refused === 429))
    end()
    await hears(ada, /this is Perle/, 6000)
    await new Promise(done => setTimeout(done, 100))
    expect(await waiting()).toEqual([])
    expect(screens(ada)).toHaveLength(1)
  })

  it('is not told twice: a broadcast goes on where a stop left it, at the rate that is allowed', async () => {
    await begin({ flood: { ...FLOOD, scale: 0.02 } })
    const people = Array.from({ length: 120 }, (_, n) => ({ ...ada, id: String(1000 + n) }))
    const own = bot({ pace: { perSecond: 30, perChatSecond: 1, perGroupMinute: 20, secondMs: 20 } })
    for (const person of people) telegram.says(person, '/start')
    await telegram.until(() => people.every(person => screens(person).length > 0), 20_000)
    await (await own.ready).delivery.idle()
    const payload = JSON.stringify({ code: 'wallet.changed' })
    const told = (person: Person) => screens(person).filter(one => /another wallet/.test(one.text)).length
    await world.turn(ctx => wantTellings(ctx, { surface: 'telegram', recipients: people.map(one => one.id), payload }))
    const from = performance.now()
    await telegram.until(() => people.filter(person => told(person) > 0).length > 40, 20_000)
    await own.stop()
    bots = []
    const halfway = people.filter(person => told(person) > 0).length
    expect(halfway).toBeLessThan(120)
    bot({ pace: { perSecond: 30, perChatSecond: 1, perGroupMinute: 20, secondMs: 20 } })
    await telegram.until(() => people.every(person => told(person) > 0), 20_000)
    expect(people.map(told).reduce((sum, n) => sum + n, 0)).toBe(120)
    // 120 at 30 a second of 20 ms are 80 ms at least.
    expect(performance.now() - from).toBeGreaterThan(80)
  })
})

describe('polling', () => {
  it('waits out another program, a cut line and a server that is down, and says so', async () => {
    await begin()
    bot()
    telegram.says(ada, '/start')
    await hears(ada, /this is Perle/)
    const other = grammyClient({ token: telegram.token, apiRoot: telegram.url })
    await other.call('getUpdates', { timeout: 0 })
    await telegram.until(() => telegram.calls.some(one => one.method === 'getUpdates' && one.refused === 409))
    telegram.says(ada, '/help')
    await hears(ada, /What do you need/)
    const end = telegram.fails({ kind: 'down', status: 502 })
    telegram.says(ada, '/privacy')
    await new Promise(done => setTimeout(done, 200))
    end()
    telegram.dropAll()
    await hears(ada, /Your data in short/, 10_000)
    expect(JSON.stringify(world.logged)).toMatch('another program reads the updates of this bot')
    expect(JSON.stringify(world.logged)).not.toContain(telegram.token)
  })

  it('hears what comes under a lower number after a silent week', async () => {
    await begin()
    bot()
    telegram.says(ada, '/start')
    await hears(ada, /this is Perle/)
    await new Promise(done => setTimeout(done, 1300))
    telegram.bench.deliveries.jump(5)
    telegram.says(ada, '/help')
    await hears(ada, /What do you need/)
  })

  it('is done by one process at a time; the next goes on when the first has left', async () => {
    await begin()
    const first = bot({ holder: 'one' })
    await first.ready
    telegram.says(ada, '/start')
    await hears(ada, /this is Perle/)
    bot({ holder: 'two' })
    await new Promise(done => setTimeout(done, 300))
    expect(telegram.calls.filter(one => one.refused === 409)).toEqual([])
  })

  it('ends with a sentence where Telegram does not know the token', async () => {
    await begin()
    await expect(bot({ token: '1:wrong' }).done).rejects.toThrow(TokenRefused)
  })
})

describe('a webhook', () => {
  it('takes what Telegram posts, and nothing from anybody else', async () => {
    await begin()
    const hooked = fastify()
    const port = await freePort()
    const opened = openTelegram({
      database: world.database,
      base: world.base,
      publicUrl: `http://127.0.0.1:${port}`,
      draw: async () => undefined,
      readAddress: (_person, payload) => `/r/${payload.length}`,
      clock: () => performance.now(),
      pace: QUICK,
      token: telegram.token,
      apiRoot: telegram.url,
      holder: 'test',
      isHooked: true,
    })
    bots.push(opened)
    if (opened.routes !== undefined) await hooked.register(opened.routes)
    await hooked.listen({ port, host: '127.0.0.1' })
    await opened.start()
    telegram.says(ada, '/start')
    await hears(ada, /this is Perle/)
    telegram.presses(ada, 'How pay works')
    await hears(ada, /How pay works/)
    expect(telegram.unanswered()).toBe(0)
    const post = (headers: Record<string, string>) =>
      hooked.inject({ method: 'POST', url: '/telegram', payload: { update_id: 1 }, headers })
    expect((await post({})).statusCode).toBe(404)
    expect((await post({ 'x-telegram-bot-api-secret-token': 'guess' })).statusCode).toBe(404)
    await hooked.close()
  })
})

describe('an event that cannot be handled now', () => {
  it('is tried again until it can be, and those behind it wait for it', async () => {
    await begin()
    const own = bot()
    telegram.says(ada, '/start')
    await hears(ada, /this is Perle/)
    Object.assign(world.base, {
      now: () => {
        throw new Error('a clock that stands still')
      },
    })
    telegram.says(ada, '/me')
    await new Promise(done => setTimeout(done, 300))
    Object.assign(world.base, { now: () => new Date() })
    telegram.says(ada, '/help')
    await hears(ada, /What do you need/, 15_000)
    await (await own.ready).door.idle()
    const rows = await world.turn(ctx => ctx.db.select().from(inbox).where(eq(inbox.state, 'new')))
    expect(rows).toEqual([])
  })
})
