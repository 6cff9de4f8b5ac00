// Perle mounted in somebody else's bot, by the real Telegraf: the same talk and the same rows, and what is theirs goes through untouched.
import { Telegraf } from 'telegraf'
import { afterEach, describe, expect, it } from 'vitest'
import { mountPerle } from '../../bots/telegram/mountPerle.ts'
import type { TelegramPlace } from '../../bots/telegram/telegramDoor.ts'
import { newcomer } from '../conversation/journeys/newcomer.ts'
import { reviewing } from '../conversation/journeys/reviewing.ts'
import { ranksTexts, writesText } from '../conversation/journeys/tasks.ts'
import type { Telegram } from '../emulators/telegram/emulator.ts'
import { aWorld, type World } from '../support/world.ts'
import { rowsOfAll } from './allRows.ts'
import { type Bot, onTelegram } from './telegramWorld.ts'

const COMMANDS = [
  'start',
  'task',
  'me',
  'review',
  'wallet',
  'privacy',
  'mydata',
  'forget',
  'settings',
  'terms',
  'help',
  'campaign',
  'paysupport',
] as const

function byTelegraf(commands?: typeof COMMANDS) {
  return async (place: TelegramPlace, telegram: Telegram): Promise<Bot> => {
    const telegraf = new Telegraf(telegram.token, { telegram: { apiRoot: telegram.url } })
    const perle = await mountPerle(telegraf, { ...place, ...(commands === undefined ? {} : { commands }) })
    telegraf.start(ctx => ctx.reply('Hello from the community'))
    telegraf.command('rules', ctx => ctx.reply('Be kind'))
    telegraf.action('theirs', async ctx => {
      await ctx.answerCbQuery()
      await ctx.reply('You pressed ours')
    })
    telegraf.on('text', ctx => ctx.reply(`You said ${ctx.message.text}`))
    void telegraf.launch({ allowedUpdates: ['message', 'callback_query', 'my_chat_member'] })
    return {
      delivery: perle.delivery,
      door: perle.door,
      async stop() {
        telegraf.stop()
        await perle.stop()
      },
    }
  }
}

let closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.reverse()) await close()
  closing = []
})

async function aMounted(commands?: typeof COMMANDS) {
  const world = await aWorld({ seed: 11 })
  closing.push(() => world.close())
  const over = await onTelegram(world, byTelegraf(commands))
  closing.push(() => over.close())
  return { world, over }
}

describe('mounted in a bot by Telegraf', () => {
  it.each([
    ['a newcomer’s way', newcomer],
    ['a text', writesText],
    ['a ranking', ranksTexts],
    ['a review', reviewing],
  ])('%s has the words and rows of the web', { timeout: 120_000 }, async (_name, journey) => {
    const web: World = await aWorld({ seed: 11 })
    const expected = [await journey(web, 'en')].flat().map(talk => talk.print())
    const rows = await rowsOfAll(web)
    await web.close()
    // Of the text that was asked for nowhere and of unknown commands, theirs would answer: those two are left to them in the next test.
    const { world, over } = await aMounted(COMMANDS)
    const printed = [await journey(world, 'en')].flat().map(talk => talk.print())
    expect(printed.map(one => one.replace(/\nYou ask us to pass these answers from Telegram to .*/g, ''))).toEqual(
      expected,
    )
    expect(await rowsOfAll(world)).toEqual(rows)
    expect(over.telegram.faults).toEqual([])
  })

  it('leaves to others what is theirs, and takes its own links, commands and buttons', async () => {
    const { over } = await aMounted()
    const { telegram } = over
    const ada = over.person('ada')
    const texts = () =>
      telegram
        .seen(ada)
        .filter(one => one.from === 'bot')
        .map(one => one.text)
    const hears = (text: string | RegExp) =>
      telegram.until(() => texts().some(one => (typeof text === 'string' ? one === text : text.test(one))))
    telegram.says(ada, '/start')
    await hears('Hello from the community')
    telegram.says(ada, '/rules')
    await hears('Be kind')
    telegram.says(ada, 'good morning')
    await hears('You said good morning')
    telegram.pressesPayload(ada, 'theirs')
    await hears('You pressed ours')
    telegram.says(ada, '/start x-privacy')
    await hears(/Your data in short/)
    telegram.says(ada, '/task')
    await hears(/Which language|this is Perle|18 or older/)
    expect(telegram.unanswered()).toBe(0)
    expect(telegram.faults).toEqual([])
  })
})
