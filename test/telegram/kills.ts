// SIGKILL in the middle of everything: the bot's process is killed at random points of a run and started anew; people go on as if nothing was.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { count, eq, ne } from 'drizzle-orm'
import { migrate } from '../../core/database/migrate.ts'
import { openDatabase } from '../../core/database/openDatabase.ts'
import { inbox } from '../../core/inbox/tables.ts'
import { outbox } from '../../core/outbox/tables.ts'
import { supportCases } from '../../core/people/tables.ts'
import { startTelegram } from '../emulators/telegram/emulator.ts'
import { seededRandom } from '../quality/seededRandom.ts'
import { ownDatabase } from '../support/perle.ts'
import { aCrowd, asksForHelp, STEPS } from './people.ts'

export type KillFigures = {
  updates: number
  kills: number
  cases: number
  left: number
  failed: number
  unsent: number
  unanswered: number
  slowestMs: number
}

const SCRIPT = join(import.meta.dirname, 'botProcess.ts')

export async function killRun(given: {
  people: number
  cases: number
  kills: number
  seed: number
}): Promise<KillFigures> {
  const own = await ownDatabase()
  const database = await openDatabase(own.url)
  await migrate(database)
  const telegram = await startTelegram()
  const random = seededRandom(given.seed)
  const begin = () => {
    const child = spawn(process.execPath, [SCRIPT, own.url, telegram.url, telegram.token], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    return child
  }
  let child: ChildProcess = begin()
  let kills = 0
  let isOver = false
  const heard = () => telegram.calls.filter(one => one.method !== 'getUpdates').length
  const killing = (async () => {
    while (kills < given.kills && !isOver) {
      // Not before this life has done something, then at any moment of it.
      const before = heard()
      await telegram.until(() => isOver || heard() > before + 5, 60_000).catch(() => {})
      await new Promise(done => setTimeout(done, random() * 400))
      if (isOver) break
      const gone = new Promise(done => child.once('exit', done))
      child.kill('SIGKILL')
      await gone
      kills += 1
      child = begin()
    }
  })()
  try {
    const crowd = aCrowd(given.people)
    const times = (await Promise.all(crowd.map(who => asksForHelp(telegram, who, given.cases, 60_000)))).flat()
    isOver = true
    await killing
    await new Promise(done => setTimeout(done, 500))
    const only = async (query: PromiseLike<{ n: number }[]>) => (await query)[0]?.n ?? 0
    const { db } = database
    return {
      updates: given.people * given.cases * STEPS,
      kills,
      cases: await only(db.select({ n: count() }).from(supportCases)),
      left: await only(db.select({ n: count() }).from(inbox).where(ne(inbox.state, 'done'))),
      failed: await only(db.select({ n: count() }).from(inbox).where(eq(inbox.state, 'failed'))),
      unsent: await only(db.select({ n: count() }).from(outbox)),
      unanswered: telegram.unanswered(),
      slowestMs: Math.round(Math.max(...times)),
    }
  } finally {
    isOver = true
    child.kill('SIGKILL')
    await telegram.close()
    await database.close()
    await own.drop()
  }
}
