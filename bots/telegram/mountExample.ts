// A community's own Telegraf bot with Perle in it. Run: TELEGRAM_BOT_TOKEN=... node bots/telegram/mountExample.ts
import { Telegraf } from 'telegraf'
import { compose } from '../compose.ts'
import { readConfig } from '../config.ts'
import { mountPerle } from './mountPerle.ts'

const config = readConfig()
if (config.telegram === undefined) throw new Error('TELEGRAM_BOT_TOKEN: expected the token of your bot')
const { token, apiRoot } = config.telegram
const { database, base, holder, close } = await compose(config, console.log)

const telegraf = new Telegraf(token, apiRoot === undefined ? {} : { telegram: { apiRoot } })
const perle = await mountPerle(telegraf, {
  database,
  base,
  holder,
  publicUrl: base.settings.publicUrl,
  clock: () => performance.now(),
  // Pages are Perle's own, in another process with the same database: `npm start`.
  readAddress: () => '/',
  // Pictures come as their words here; see bots/main.ts for how they are drawn.
  draw: async () => undefined,
})
telegraf.command('rules', ctx => ctx.reply('Be kind. Work is under /task.'))

process.once('SIGTERM', () => {
  telegraf.stop()
  void perle
    .stop()
    .then(close)
    .then(() => process.exit(0))
})
console.log(`@${perle.bot.username} answers /rules, and /task with Perle.`)
await telegraf.launch({ allowedUpdates: ['message', 'callback_query', 'my_chat_member'] })
