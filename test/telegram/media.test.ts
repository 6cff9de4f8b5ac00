// What comes with a task on Telegram: its files as what they are, and a long text as a file or on a page of one's own.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTelegram } from '../../bots/telegram/telegramDoor.ts'
import { talkingAs } from '../conversation/transcript.ts'
import type { Person } from '../emulators/control.ts'
import { openWeb, type Web } from '../media/openWeb.ts'
import { anOgg, aPng } from '../media/sampleMedia.ts'
import { aCampaign, aPerson, consent } from '../support/builders.ts'
import { aWorld, type World } from '../support/world.ts'
import { type Bot, onTelegram, type TelegramWorld } from './telegramWorld.ts'

const ASK = { question: 'What does it show?', labels: ['square', 'circle'].map(id => ({ id, label: id })) }
const LONG = Array.from({ length: 120 }, (_, n) => `Paragraph ${n + 1} says one thing, and says it in full.`).join(
  '\n\n',
)

describe('a task with files on Telegram', { timeout: 60_000 }, () => {
  let world: World
  let web: Web
  let talk: Awaited<ReturnType<typeof talkingAs>>
  let at: TelegramWorld
  let who: Person
  const sent = (method: string) => at.telegram.calls.filter(one => one.method === method)

  beforeAll(async () => {
    world = await aWorld({ seed: 5 })
    web = await openWeb(world)
    const campaign = await aCampaign(world, { kind: 'choice', spec: { ask: ASK, overlapMin: 1, overlapMax: 1 } })
    const pictured = {
      id: 'p',
      content: { text: 'Look and listen.' },
      media: [
        { file: 'a.png', alt: 'A square of colours.' },
        { file: 'b.ogg', transcript: 'It is round, they say.' },
      ],
    }
    const files = { 'a.png': aPng(), 'b.ogg': anOgg() }
    await web.load(campaign, [pictured, { id: 'l', content: { text: LONG } }], files)
    const author = await aPerson(world, { skill: campaign.skill })
    await consent(world, author, campaign.campaignId)
    at = await onTelegram(world, async (place, telegram): Promise<Bot> => {
      const { token, url: apiRoot } = telegram
      const bot = openTelegram({ ...place, readMedia: web.media.read, token, apiRoot, pollSeconds: 1, restMs: 50 })
      bot.start().catch((error: unknown) => telegram.faults.push(String(error)))
      return { ...(await bot.ready), stop: bot.stop }
    })
    talk = await talkingAs(world, author)
    await talk.says('/task')
    who = at.person(talk.platformId)
  }, 60_000)
  afterAll(async () => {
    await at?.close()
    await web.close()
    await world.close()
  })

  it('shows the picture as a photo and the sound as sound, with their words in the screen below', async () => {
    await talk.presses('Start 1')
    expect(sent('sendPhoto')).toHaveLength(1)
    expect(sent('sendAudio')).toHaveLength(1)
    const screen = at.telegram.seen(who).at(-1)
    expect(screen?.text).toContain('A square of colours.')
    expect(screen?.text).toContain('It is round, they say.')
  })

  it('gives all of a long text as a file, and leads to its page', async () => {
    await talk.presses('square')
    const buttons = at.telegram.seen(who).at(-1)?.rows.flat() ?? []
    const page = buttons.find(one => one.label === 'Read on the web')
    expect(page).toMatchObject({ href: expect.stringMatching(/^https:\/\/perle\.example\/r\/\d+$/) })
    at.telegram.presses(who, 'Get the file')
    const file = await at.telegram.until(() =>
      at.telegram.seen(who).find(one => one.files.length > 0 && one.files[0]?.name.endsWith('.txt')),
    )
    expect(file.files[0]?.bytes).toBeGreaterThanOrEqual(LONG.length)
    expect(at.telegram.faults).toEqual([])
  })
})
