import { afterEach, describe, expect, it } from 'vitest'
import { checkTelegram } from '../../bots/checkTelegram.ts'
import { noteRoom } from '../../core/review/noteRoom.ts'
import type { Person } from '../emulators/control.ts'
import { startTelegram, type Telegram } from '../emulators/telegram/emulator.ts'
import { aWorld, type World } from '../support/world.ts'

const ada: Person = { id: '42', name: 'Ada', locale: 'en' }
let telegram: Telegram
let world: World | undefined
afterEach(async () => {
  await telegram.close()
  await world?.close()
})
const at = () => ({ telegram: { token: telegram.token, apiRoot: telegram.url }, publicUrl: undefined })

describe('what the doctor finds at Telegram', () => {
  it('is calm where all is well', async () => {
    telegram = await startTelegram()
    const findings = await checkTelegram(at(), undefined)
    expect(findings.map(one => [one.part, one.ok])).toEqual([
      ['telegram', true],
      ['privacy mode', true],
      ['updates', true],
    ])
    expect(JSON.stringify(findings)).not.toContain(telegram.token)
  })

  it('names a wrong token, privacy mode that is off, and a webhook of somebody else', async () => {
    telegram = await startTelegram({ canReadAll: true })
    const wrong = await checkTelegram({ ...at(), telegram: { token: '1:no', apiRoot: telegram.url } }, undefined)
    expect(wrong).toEqual([{ part: 'telegram', ok: false, says: expect.stringContaining('@BotFather') }])
    telegram.bench.deliveries.setWebhook({ url: 'http://127.0.0.1:1/x' })
    const findings = await checkTelegram(at(), undefined)
    expect(findings.filter(one => !one.ok).map(one => one.part)).toEqual(['privacy mode', 'updates'])
    const end = telegram.fails({ kind: 'cut' })
    expect((await checkTelegram(at(), undefined))[0]?.says).toContain('does not answer')
    end()
  })

  it('looks at its rights in each group', async () => {
    telegram = await startTelegram()
    world = await aWorld()
    for (const chat of ['-1001', '-1002']) {
      telegram.opensRoom(ada, chat, 'Reviewers', { isAdmin: true, rights: { can_pin_messages: true } })
      const fact = { kind: 'joined', chat, owner: ada.id, locale: 'en' } as const
      await world.turn(ctx => noteRoom(ctx, { surface: 'telegram', fact }))
    }
    telegram.removesBot(ada, '-1002')
    const groups = (await checkTelegram(at(), world.database)).filter(one => one.part.startsWith('group'))
    expect(groups.map(one => [one.part, one.ok])).toEqual([
      ['group -1001', true],
      ['group -1002', false],
    ])
  })
})
