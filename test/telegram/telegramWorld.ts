// A world whose people talk through Telegram: the real bot, by the real grammY, over the emulator. Whatever a turn shows must stand on the
// emulated screen before the next thing happens.
import { and, eq, ne } from 'drizzle-orm'
import type { Event } from '../../bots/conversation/event.ts'
import { receive, type Turn, takeTurn } from '../../bots/conversation/turn.ts'
import type { Block, View } from '../../bots/conversation/view.ts'
import { openTelegram, type Parts, type TelegramPlace } from '../../bots/telegram/telegramDoor.ts'
import { identities } from '../../core/people/tables.ts'
import { type Carrier, carryBy } from '../conversation/transcript.ts'
import type { Person, Place } from '../emulators/control.ts'
import { startTelegram, type Telegram } from '../emulators/telegram/emulator.ts'
import type { World } from '../support/world.ts'

export const QUICK = { perSecond: 1000, perChatSecond: 1000, perGroupMinute: 10_000, secondMs: 1000 }

export type Bot = Pick<Parts, 'delivery' | 'door'> & { stop(): Promise<void> }
export type TelegramWorld = {
  telegram: Telegram
  bot: Bot
  person(account: string): Person
  /** The first screen of each scene, as it stood in the talk. */
  drawn: Map<string, string>
  close(): Promise<void>
}

/** `open` is how the bot is run: our own by grammY unless a test mounts another. */
export async function onTelegram(
  world: World,
  open: (place: TelegramPlace, telegram: Telegram) => Promise<Bot> = byGrammy,
): Promise<TelegramWorld> {
  const telegram = await startTelegram()
  const turns = new Map<string, ((turn: Turn) => void)[]>()
  const place: TelegramPlace = {
    database: world.database,
    base: world.base,
    publicUrl: 'https://perle.example',
    draw: async () => Buffer.from('a picture'),
    readAddress: (_person, payload) => `/r/${payload.length}`,
    holder: 'test',
    clock: () => performance.now(),
    pace: QUICK,
    onTurn: (turn, event) => turns.get(event.identity.platformId)?.shift()?.(turn),
  }
  const bot = await open(place, telegram)
  const people = new Map<string, Person>()
  const drawn = new Map<string, string>()

  const person = (account: string): Person => {
    const known = people.get(account) ?? [...people.values()].find(one => one.id === account)
    if (known !== undefined) return known
    const made = { id: String(5000 + people.size), name: account, locale: 'en' }
    people.set(account, made)
    return made
  }

  const next = (who: Person) =>
    new Promise<Turn>((done, failed) => {
      const waiting = turns.get(who.id) ?? []
      turns.set(who.id, waiting)
      waiting.push(done)
      setTimeout(
        () => failed(new Error(`no turn of ${who.name}; faults: ${telegram.faults.join('; ')}`)),
        15_000,
      ).unref()
    })

  async function does(who: Person, deed: () => void): Promise<Turn> {
    const turn = next(who)
    deed()
    const taken = await turn
    await bot.delivery.idle()
    if (telegram.faults.length > 0) throw new Error(telegram.faults.join('\n'))
    isOnScreen(telegram, who, taken.view)
    if (!drawn.has(taken.view.scene)) drawn.set(taken.view.scene, drawScreen(telegram, who))
    return taken
  }

  const carrier: Carrier = async ({ platformId, action, spoken, eventKey }) => {
    const isNew = !people.has(platformId) && ![...people.values()].some(one => one.id === platformId)
    const who = person(platformId)
    // Whom a builder made has an account on the web; here it is one of Telegram.
    if (isNew) {
      await world.turn(ctx =>
        ctx.db
          .update(identities)
          .set({ platform: 'telegram', platformId: who.id })
          .where(and(eq(identities.platformId, platformId), ne(identities.platform, 'telegram'))),
      )
    }
    switch (action.kind) {
      case 'command':
      case 'unknownCommand':
      case 'text':
        return does(who, () => telegram.says(who, spoken))
      case 'press':
        return does(who, () => pressPayload(telegram, who, action.payload))
      case 'form': {
        await does(who, () => pressPayload(telegram, who, action.payload))
        return does(who, () => telegram.replies(who, action.text))
      }
      default: {
        const event: Event = { eventKey, identity: { platform: 'telegram', platformId: who.id }, locale: 'en', action }
        await receive({ database: world.database, base: world.base }, event)
        return takeTurn({ database: world.database, base: world.base }, event)
      }
    }
  }
  carryBy(world, carrier)
  return {
    telegram,
    bot,
    person,
    drawn,
    async close() {
      await bot.stop()
      await telegram.close()
    },
  }
}

/** The button that says so now, or one that is not there any more. */
function pressPayload(telegram: Telegram, who: Person, payload: string): void {
  const button = telegram
    .seen(who)
    .findLast(one => one.rows.flat().some(each => 'payload' in each && each.payload === payload))
  telegram.pressesPayload(who, payload, button === undefined ? {} : { message: button.id })
}

export async function byGrammy(place: TelegramPlace, telegram: Telegram): Promise<Bot> {
  const { token, url } = telegram
  const bot = openTelegram({ ...place, token, apiRoot: url, pollSeconds: 1, restMs: 50 })
  bot.start().catch((error: unknown) => telegram.faults.push(String(error)))
  return { ...(await bot.ready), stop: bot.stop }
}

/** The newest screen as its payload says: text with its bold, then the buttons, the coloured one with a star. */
export function drawScreen(telegram: Telegram, who: Person, place: Place = {}): string {
  const room = telegram.bench.rooms.get(Number(place.room ?? who.id))
  const message = [...(room?.messages.values() ?? [])].findLast(
    one => one.reply_markup !== undefined && one.from?.is_bot,
  )
  if (message === undefined) return ''
  const { text = '', entities = [] } = message
  const marks = new Map<number, string>()
  const put = (at: number, mark: string) => marks.set(at, `${marks.get(at) ?? ''}${mark}`)
  for (const one of entities) {
    if (one.type === 'bold') for (const at of [one.offset, one.offset + one.length]) put(at, '**')
    if (one.type === 'blockquote') put(one.offset, '> ')
  }
  const said = Array.from({ length: text.length + 1 }, (_, at) => `${marks.get(at) ?? ''}${text[at] ?? ''}`).join('')
  const rows = (message.reply_markup?.inline_keyboard ?? []).map(row =>
    row
      .map(one => `[${one.text}]${'style' in one && one.style === 'primary' ? '*' : ''}${'url' in one ? '↗' : ''}`)
      .join(' '),
  )
  return `${said.replace(/[\u2066-\u2069]/g, '')}\n\n${rows.join('\n')}`
}

const bare = (text: string) => text.replace(/[\s\u2066-\u2069]+/g, '')

/** Every word of a View stands in the newest messages of its reader's talk, and every button under the last. */
export function isOnScreen(telegram: Telegram, who: Person, view: View): void {
  const messages = telegram.seen(who).filter(one => one.from === 'bot')
  const shown = bare(
    messages
      .slice(-8)
      .map(one => one.text)
      .join('\n'),
  )
  const missing = wordsOf(view).filter(words => !shown.includes(bare(words)))
  if (missing.length > 0)
    throw new Error(`not on the screen of Telegram: ${missing.join(' | ')}\n${messages.at(-1)?.text}`)
  const labels = messages.flatMap(one => one.rows.flat()).map(one => bare(one.label))
  for (const { label } of view.rows.flat()) {
    if (!labels.includes(bare(label))) throw new Error(`no button ${label} on the screen of Telegram`)
  }
}

function wordsOf(view: View): string[] {
  const spans = (list: (string | { bold: string })[]) =>
    list.map(one => (typeof one === 'string' ? one : one.bold)).join('')
  const words = (block: Block): string[] => {
    switch (block.type) {
      case 'text':
      case 'mark':
        return [spans(block.spans)]
      case 'content':
      case 'foot':
        return [block.text]
      case 'option':
        return [block.label, block.text]
      case 'diff':
        return block.lines.flatMap(line => (line.mark === 'gap' ? [] : [line.text]))
      case 'list':
        return block.items.map(spans)
      case 'picture':
        return [block.alt]
      case 'media':
        return [block.label, block.alt, block.transcript ?? '']
    }
  }
  return [...view.before, ...view.blocks].flatMap(words).concat(view.heading)
}
