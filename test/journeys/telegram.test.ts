// `npm start` with a token: the door opens, answers, and goes on after a SIGKILL; without a good token the start ends with a sentence.
import { afterEach, describe, expect, it } from 'vitest'
import type { Person } from '../emulators/control.ts'
import { startTelegram, type Telegram } from '../emulators/telegram/emulator.ts'
import { type Perle, startPerle } from '../support/perle.ts'

const ada: Person = { id: '42', name: 'Ada', locale: 'en' }
let telegram: Telegram
let perle: Perle | undefined
afterEach(async () => {
  await perle?.end()
  await telegram.close()
})

describe('the real thing with a bot token', () => {
  it('welcomes somebody on Telegram, and is there again after a SIGKILL', { timeout: 180_000 }, async () => {
    telegram = await startTelegram()
    perle = await startPerle('pglite', { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url })
    telegram.says(ada, '/start')
    await telegram.until(() => telegram.seen(ada).some(one => /this is Perle/.test(one.text)), 30_000)
    telegram.presses(ada, 'Try a question')
    await telegram.until(() => telegram.seen(ada).some(one => /Practice/.test(one.text)), 30_000)
    await perle.stop('SIGKILL')
    telegram.presses(ada, 'A is better')
    await perle.restart()
    await telegram.until(() => telegram.seen(ada).some(one => /That is the work/.test(one.text)), 30_000)
    expect(perle.output()).toContain('answers as @perle_test_bot')
    expect(perle.output()).not.toContain(telegram.token)
    expect(telegram.faults).toEqual([])
  })

  it('ends with a sentence when Telegram does not know the token', { timeout: 120_000 }, async () => {
    telegram = await startTelegram()
    perle = await startPerle('pglite', { TELEGRAM_BOT_TOKEN: '1:wrong', TELEGRAM_API_ROOT: telegram.url }).catch(
      () => undefined,
    )
    if (perle !== undefined) {
      const started = perle
      await telegram.until(() => /does not accept TELEGRAM_BOT_TOKEN/.test(started.output()), 20_000)
    }
  })
})
