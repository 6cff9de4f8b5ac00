// The bot in a process of its own, to be killed: node botProcess.ts DATABASE_URL API_ROOT TOKEN
import { randomBytes } from 'node:crypto'
import { uuidv7 } from '../../bots/compose.ts'
import { openTelegram } from '../../bots/telegram/telegramDoor.ts'
import { openDatabase } from '../../core/database/openDatabase.ts'
import { aWorld } from '../support/world.ts'
import { QUICK } from './telegramWorld.ts'

const [url = '', apiRoot = '', token = ''] = process.argv.slice(2)
const world = await aWorld({ database: await openDatabase(url) })
Object.assign(world.base, {
  now: () => new Date(),
  newId: uuidv7,
  random: Math.random,
  randomBytes: (length: number) => randomBytes(length),
})
const bot = openTelegram({
  database: world.database,
  base: world.base,
  publicUrl: 'https://perle.example',
  draw: async () => undefined,
  readAddress: (_person, payload) => `/r/${payload.length}`,
  clock: () => performance.now(),
  pace: QUICK,
  // The one that was killed had the same name: its lease is ours at once, as in a data folder of one's own.
  holder: 'the only one',
  token,
  apiRoot,
  pollSeconds: 2,
  restMs: 50,
})
await bot.start()
