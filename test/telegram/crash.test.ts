import { count } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { inbox } from '../../core/inbox/tables.ts'
import { outbox } from '../../core/outbox/tables.ts'
import { supportCases } from '../../core/people/tables.ts'
import { startTelegram } from '../emulators/telegram/emulator.ts'
import { databases, POSTGRES } from '../support/database.ts'
import { aWorld } from '../support/world.ts'
import { killRun } from './kills.ts'
import { aCrowd, asksForHelp } from './people.ts'
import { byGrammy, QUICK } from './telegramWorld.ts'

describe.skipIf(POSTGRES === undefined)('a bot that is killed', () => {
  it('gives every update exactly one effect, and everybody their answer', { timeout: 300_000 }, async () => {
    const figures = await killRun({ people: 20, cases: 5, kills: 10, seed: 7 })
    console.log(JSON.stringify(figures))
    expect(figures).toMatchObject({ updates: 500, cases: 100, left: 0, failed: 0, unsent: 0 })
    expect(figures.kills).toBeGreaterThanOrEqual(8)
  })
})

describe.each(databases)('chaos at Telegram’s side, on %s', kind => {
  it('doubles no effect and loses none; chats that are well do not wait for one that is not', {
    timeout: 240_000,
  }, async () => {
    const world = await aWorld({ kind })
    Object.assign(world.base, { now: () => new Date() })
    const telegram = await startTelegram({ seed: 5 })
    const bot = await byGrammy(
      {
        database: world.database,
        base: world.base,
        publicUrl: 'https://perle.example',
        draw: async () => undefined,
        readAddress: (_person, payload) => `/r/${payload.length}`,
        holder: 'test',
        clock: () => performance.now(),
        pace: QUICK,
      },
      telegram,
    )
    const [dead, ...crowd] = aCrowd(11)
    if (dead === undefined) throw new Error('nobody')
    // The first round is calm: what others take without any of it.
    const calm = (await Promise.all(crowd.map(who => asksForHelp(telegram, who, 1, 60_000)))).flat()
    telegram.says(dead, '/help')
    telegram.bench.blocked.add(Number(dead.id))
    telegram.fails({ kind: 'repeats', share: 0.1 })
    telegram.fails({ kind: 'shuffles', share: 0.05 })
    const well = (await Promise.all(crowd.map(who => asksForHelp(telegram, who, 1, 60_000)))).flat()
    const storm = telegram.fails({ kind: 'flood', seconds: 1, share: 0.1 })
    // 30 seconds at a tenth.
    const down = telegram.fails({ kind: 'down', status: 502 })
    setTimeout(down, 3000)
    const stormy = Promise.all(crowd.map(who => asksForHelp(telegram, who, 1, 60_000)))
    await stormy
    storm()
    const only = async (table: typeof supportCases | typeof outbox) =>
      (await world.turn(ctx => ctx.db.select({ n: count() }).from(table)))[0]?.n
    expect(await only(supportCases)).toBe(30)
    await telegram.until(async () => (await only(outbox)) === 0, 10_000)
    const rows = await world.turn(ctx => ctx.db.select().from(inbox))
    expect(rows.filter(row => row.state !== 'done')).toEqual([])
    expect(telegram.faults).toEqual([])
    const p99 = (times: number[]) => times.sort((one, other) => one - other)[Math.floor(times.length * 0.99)] as number
    // A chat that refuses, repeats and disorder cost the others nothing that could be told from noise on a busy machine.
    expect(p99(well)).toBeLessThan(3 * p99(calm) + 500)
    await bot.stop()
    await telegram.close()
    await world.close()
  })
})
