// "Press a choice answer" by our bot over the emulated Bot API, beside a bare grammY handler with one INSERT and one reply: same Postgres, same
// emulator, same run. And how fast what waits for many leaves, in windows of a tenth.
import { Bot } from 'grammy'
import postgres from 'postgres'
import { unpack } from '../../bots/conversation/buttons.ts'
import { PACE } from '../../bots/telegram/pacer.ts'
import { openTelegram } from '../../bots/telegram/telegramDoor.ts'
import { addressOf } from '../../core/database/address.ts'
import { migrate } from '../../core/database/migrate.ts'
import { openDatabase } from '../../core/database/openDatabase.ts'
import { wantTellings } from '../../core/outbox/messageStore.ts'
import { identities } from '../../core/people/tables.ts'
import type { Person } from '../emulators/control.ts'
import { startTelegram, type Telegram } from '../emulators/telegram/emulator.ts'
import { FLOOD } from '../emulators/telegram/limits.ts'
import { startPostgres } from '../support/ownPostgres.ts'
import { aWorld, type World } from '../support/world.ts'
import type { Bench, Figures } from './bench.ts'
import { atPace, inFlight, percentile } from './load.ts'
import { aCrowdAtWork } from './turn/crowd.ts'

const PEOPLE = 64
const IN_FLIGHT = 32
const SECONDS = 10
const CALM_PER_SECOND = 30
const ANSWERS_EACH = 300
const WAITING = 10_000
/** No pace of ours: what is measured is what we could do, not what Telegram allows. */
const FREE = { perSecond: 1e6, perChatSecond: 1e6, perGroupMinute: 1e6, secondMs: 1000 }

export const telegram: Bench = {
  name: 'telegram',
  about: 'durable turns a second by grammY over the emulator, beside a bare handler with one INSERT and one reply',
  async run() {
    const server = await startPostgres({ isDurable: true })
    try {
      return { ...(await turns(server.socketUrl)), ...(await waiting(server.socketUrl)) }
    } finally {
      await server.stop()
    }
  },
}

function botOf(world: World, emulated: Telegram, pace = FREE) {
  return openTelegram({
    database: world.database,
    base: world.base,
    publicUrl: 'https://perle.example',
    draw: async () => undefined,
    readAddress: (_person, payload) => `/r/${payload.length}`,
    holder: 'bench',
    clock: () => performance.now(),
    pace,
    token: emulated.token,
    apiRoot: emulated.url,
    pollSeconds: 5,
  })
}

async function turns(url: string): Promise<Figures> {
  const database = await openDatabase(url)
  await migrate(database)
  const world = await aWorld({ database, startsAt: new Date().toISOString() })
  const crowd = await aCrowdAtWork(world, { people: PEOPLE, answersEach: ANSWERS_EACH })
  await database.script('analyze')
  Object.assign(world.base, { now: () => new Date() })
  const emulated = await startTelegram({ isChecking: false })
  const people = new Map<string, Person>()
  for (const [index, { platformId }] of crowd.entries()) {
    const person = { id: String(9000 + index), name: platformId, locale: 'en' }
    people.set(platformId, person)
    await database.script(
      `update identities set platform = 'telegram', platform_id = '${person.id}' where platform_id = '${platformId}'`,
    )
  }
  const bot = botOf(world, emulated)
  void bot.start()
  await bot.ready
  const all = [...people.values()]
  await Promise.all(all.map(person => opens(emulated, person)))
  const press = everyone(all, person => pressAnswer(emulated, person))
  await inFlight(IN_FLIGHT, 2, press)
  const busy = await inFlight(IN_FLIGHT, SECONDS, press)
  const calm = await atPace(CALM_PER_SECOND, SECONDS, press)
  await bot.stop()
  await emulated.close()
  await database.close()
  const bare = await bareBot(url)
  return {
    turnsPerSecond: Math.round(busy.perSecond),
    barePerSecond: Math.round(bare.perSecond),
    ratio: Number((busy.perSecond / bare.perSecond).toFixed(3)),
    p50Ms: percentile(calm, 0.5),
    p99Ms: percentile(calm, 0.99),
    busyP99Ms: percentile(busy.times, 0.99),
    inFlight: IN_FLIGHT,
    calmPerSecond: CALM_PER_SECOND,
  }
}

async function opens(emulated: Telegram, person: Person): Promise<void> {
  emulated.says(person, '/task')
  await emulated.until(
    () => emulated.seen(person).some(one => one.rows.flat().some(each => each.label === 'Go on')),
    30_000,
  )
  const before = lastText(emulated, person)
  emulated.presses(person, 'Go on')
  await emulated.until(() => lastText(emulated, person) !== before, 30_000)
}

const lastText = (emulated: Telegram, person: Person) => {
  const seen = emulated.seen(person).at(-1)
  return JSON.stringify([seen?.text, seen?.rows])
}

let taps = 0
/** One tap, until its screen stands: the next task under the same message. */
async function pressAnswer(emulated: Telegram, person: Person): Promise<void> {
  const screen = emulated.seen(person).findLast(one => one.from === 'bot')
  const answers = (screen?.rows.flat() ?? []).filter(one => 'payload' in one && unpack(one.payload)?.verb === 'answer')
  const button = answers[taps++ % Math.max(1, answers.length)]
  if (screen === undefined || button === undefined || !('payload' in button))
    throw new Error(`nothing to answer: ${screen?.text}`)
  const edited = onEdit(emulated, person)
  emulated.pressesPayload(person, button.payload, { message: screen.id })
  await edited
}

/** Resolves when the person's screen changes; looking would cost more than what is measured. */
function onEdit(emulated: Telegram, person: Person): Promise<void> {
  return new Promise(done => emulated.onCall(person.id, done))
}

function everyone(all: readonly Person[], work: (person: Person) => Promise<void>): () => Promise<void> {
  const idle = [...all]
  return async () => {
    const next = idle.shift()
    if (next === undefined) throw new Error('bug: more in flight than people')
    await work(next)
    idle.push(next)
  }
}

/** The peer: what a bot by grammY does at least, if it keeps what it was told: one row and one reply. */
async function bareBot(url: string) {
  const address = addressOf(url)
  const client = postgres(address.url, { ...address.place, max: 16, onnotice: () => {} })
  await client`create table bare_bot (id bigint generated always as identity primary key, who text, what text, at timestamptz not null)`
  const emulated = await startTelegram({ isChecking: false })
  const bot = new Bot(emulated.token, { client: { apiRoot: emulated.url } })
  await bot.init()
  let isOver = false
  // By hand and all at once: bot.start() handles one update after the other, which nobody would compare with.
  const polling = (async () => {
    let offset = 0
    while (!isOver) {
      const updates = await bot.api.getUpdates({ offset, timeout: 1 })
      for (const update of updates) {
        offset = update.update_id + 1
        void bot.handleUpdate(update)
      }
    }
  })()
  bot.on('message:text', async ctx => {
    await client`insert into bare_bot (who, what, at) values (${String(ctx.from.id)}, ${ctx.message.text}, ${new Date().toISOString()})`
    await ctx.reply('Saved')
  })
  const people = Array.from({ length: PEOPLE }, (_, n) => ({ id: String(500 + n), name: 'peer', locale: 'en' }))
  const say = everyone(people, async person => {
    const replied = new Promise<void>(done => emulated.onCall(person.id, done))
    emulated.says(person, 'an answer')
    await replied
  })
  await inFlight(IN_FLIGHT, 1, say)
  const figures = await inFlight(IN_FLIGHT, SECONDS / 2, say)
  isOver = true
  await polling
  await client.end()
  await emulated.close()
  return figures
}

/** 10,000 tellings at 30 a second of 100 ms: 33 s, in real time 333 s. */
async function waiting(url: string): Promise<Figures> {
  const database = await openDatabase(url)
  const world = await aWorld({ database })
  const emulated = await startTelegram({ isChecking: false, flood: { ...FLOOD, scale: 0.1 } })
  Object.assign(world.base, { now: () => new Date() })
  const [anybody] = await database.db.select().from(identities).limit(1)
  const recipients = Array.from({ length: WAITING }, (_, n) => String(100_000 + n))
  for (const id of recipients) emulated.bench.rooms.privateOf({ id, name: 'x', locale: 'en' })
  await database.script(
    `insert into identities (id, contributor_id, platform, platform_id, created_at)
     select gen_random_uuid(), '${anybody?.contributorId}', 'telegram', (100000 + n)::text, now() from generate_series(0, ${WAITING - 1}) n`,
  )
  await world.turn(ctx =>
    wantTellings(ctx, { surface: 'telegram', recipients, payload: JSON.stringify({ code: 'wallet.changed' }) }),
  )
  const bot = botOf(world, emulated, { ...PACE, secondMs: 100 })
  const from = performance.now()
  void bot.start()
  const sent = () => emulated.calls.filter(one => one.method === 'sendMessage' && one.refused === undefined).length
  while (sent() < WAITING && performance.now() - from < 90_000) await new Promise(done => setTimeout(done, 200))
  const seconds = (performance.now() - from) / 1000
  const refused = emulated.calls.filter(one => one.refused === 429).length
  const figures = {
    waitingSent: sent(),
    waitingSeconds: Number(seconds.toFixed(1)),
    waitingSecondsRealTime: Math.round(seconds * 10),
    waitingRefused: refused,
  }
  await bot.stop()
  await emulated.close()
  await database.close()
  return figures
}
