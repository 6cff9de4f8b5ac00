// Media on a phone, as the chat shows them: pictures, sound, films, documents, and what is hard to see, in both colours.

import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ContributorId } from '../../core/ids.ts'
import { seeHardWork } from '../../core/people/seeHardWork.ts'
import { openWeb, type Web } from '../media/openWeb.ts'
import { aJpeg, anMp4, aPdf, aPng, aWav } from '../media/sampleMedia.ts'
import { aCampaign, aPerson, type BuiltCampaign, consent } from '../support/builders.ts'
import { aWorld, type World } from '../support/world.ts'
import { builtPages, openBrowser, PICTURES, visit } from './openPages.ts'

const WIDTH = 360
let browser: Browser
let web: Web
let world: World
beforeAll(async () => {
  const pages = await builtPages()
  browser = await openBrowser()
  world = await aWorld({ seed: 3 })
  web = await openWeb(world, pages)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await web.close()
  await world.close()
})

async function aPersonFor(campaign: BuiltCampaign, isWanted = false): Promise<ContributorId> {
  const id = await aPerson(world, { skill: campaign.skill })
  await consent(world, id, campaign.campaignId)
  await world.turn(ctx => seeHardWork(ctx, { contributorId: id, isWanted }))
  return id
}

/** Their browser, at the first task of the campaign. */
async function onTask(id: ContributorId, scheme: 'light' | 'dark'): Promise<{ page: Page; faults: string[] }> {
  const visitor = await web.visitorOf(id)
  await visitor.says('/task')
  await visitor.presses(/^(Start 1|Go on)$/)
  const { page, context, faults } = await visit(browser, `${web.url}/status`, { width: WIDTH, scheme })
  await context.addCookies([{ name: 'perle_session', value: `l.${id.slice(-12)}`, url: web.url }])
  await page.goto(web.url)
  await page.locator('.view h1').waitFor()
  return { page, faults }
}

async function looksRight(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready')
  await page.waitForTimeout(150)
  expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(WIDTH)
  await page.screenshot({ path: join(PICTURES, `media-${name}.png`), fullPage: true })
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.filter(one => one.impact === 'serious' || one.impact === 'critical').map(one => one.id),
    name,
  ).toEqual([])
}

describe.each(['light', 'dark'] as const)('media on a phone in %s', { timeout: 120_000 }, scheme => {
  let easy: BuiltCampaign
  let hard: BuiltCampaign
  let long: BuiltCampaign
  beforeAll(async () => {
    const labels = ['slope', 'flat', 'round', 'none'].map(id => ({ id, label: `It is ${id}` }))
    const ask = { question: 'What does it show?', labels }
    const spec = { ask, overlapMin: 1, overlapMax: 1 }
    easy = await aCampaign(world, { kind: 'choice', spec: { ...spec, title: 'Shapes', skill: `shapes ${scheme}` } })
    hard = await aCampaign(world, {
      kind: 'choice',
      spec: { ...spec, title: 'News', skill: `news ${scheme}`, hardToSee: 'injuries in news pictures' },
    })
    long = await aCampaign(world, { kind: 'choice', spec: { ...spec, title: 'Ways', skill: `long ${scheme}` } })
    const files = {
      'large.jpg': aJpeg(1_600, 1_000, 1),
      'small.png': aPng(120, 80),
      'tone.wav': aWav(),
      'film.mp4': anMp4(),
      'plan.pdf': aPdf(),
    }
    const all = (prefix: string) => [
      {
        id: `${prefix}1`,
        content: { text: 'A field of colours, and what somebody says of it.' },
        media: [
          { file: 'large.jpg', alt: 'Colours that change from green at the left to red at the right.' },
          { file: 'small.png', alt: 'The same, small.' },
          { file: 'tone.wav', transcript: 'A low tone, two seconds long. Nobody speaks.' },
          { file: 'film.mp4', alt: 'Five seconds of a street.' },
          { file: 'plan.pdf', name: 'The plan of the whole building, second version.pdf' },
        ],
      },
    ]
    const paragraphs = Array.from({ length: 80 }, (_, n) => `Paragraph ${n + 1} says one thing, and says it in full.`)
    await web.load(long, [{ id: 'l', content: { text: paragraphs.join('\n\n') } }], {})
    await web.load(easy, all('e'), files)
    await web.load(hard, all('h'), files)
  }, 120_000)
  beforeEach(async () => {
    for (const context of browser.contexts()) await context.close()
  })

  test('each is shown with its words; a large picture small, and whole behind a link', async () => {
    const { page, faults } = await onTask(await aPersonFor(easy), scheme)
    const large = page.getByRole('img', { name: 'Colours that change' })
    await large.waitFor()
    await expect.poll(() => large.evaluate(one => (one as unknown as { naturalWidth: number }).naturalWidth)).toBe(720)
    expect((await large.boundingBox())?.width).toBeLessThanOrEqual(328)
    const whole = await page.getByRole('link', { name: 'Full size' }).getAttribute('href')
    const reply = await page.request.get(`${web.url}${whole}`)
    expect([reply.headers()['content-type'], (await reply.body()).length > 10_000]).toEqual(['image/jpeg', true])
    const sound = page.locator('audio')
    await expect.poll(() => sound.evaluate(one => (one as unknown as { duration: number }).duration)).toBeCloseTo(2, 1)
    // A film that this browser cannot play leaves its words in its place.
    await page.getByText('Video, 0:05 cannot be shown just now.').waitFor()
    expect(await page.getByText('Five seconds of a street.').isVisible()).toBe(true)
    expect(await page.getByText('Nobody speaks.').isVisible()).toBe(false)
    await page.locator('figure.audio summary').click()
    expect(await page.getByText('Nobody speaks.').isVisible()).toBe(true)
    await looksRight(page, `task-${scheme}`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /The plan/ }).click(),
    ])
    expect(download.suggestedFilename()).toBe('The plan of the whole building, second version.pdf')
    expect(faults).toEqual([])
  })

  test('a long text is read on a page of its own', async () => {
    const id = await aPersonFor(long)
    const { page, faults } = await onTask(id, scheme)
    const link = page.getByRole('link', { name: 'Read on the web' })
    await looksRight(page, `long-${scheme}`)
    await page.goto(`${web.url}${await link.getAttribute('href')}`)
    await page.getByRole('heading', { name: 'What does it show?' }).waitFor()
    await page.getByText('Paragraph 80').waitFor()
    await page.getByText('it is answered in your chat').waitFor()
    await looksRight(page, `read-${scheme}`)
    await page.goto(`${web.url}/r/none`)
    await page.getByRole('heading', { name: 'This link has closed.' }).waitFor()
    expect(faults.filter(one => !one.includes('404'))).toEqual([])
  })

  test('what is hard to see is covered, then blurred, then shown by a tap', async () => {
    const { page } = await onTask(await aPersonFor(hard, true), scheme)
    await page.getByRole('heading', { name: 'This one may be hard to look at.' }).waitFor()
    await page.getByText('injuries in news pictures').waitFor()
    expect(await page.locator('figure').count()).toBe(0)
    await looksRight(page, `covered-${scheme}`)
    await page.getByRole('button', { name: 'Show it' }).click()
    const cover = page.getByRole('button', { name: 'Show it: Picture' }).first()
    await cover.waitFor()
    expect(await page.getByRole('img', { name: 'Colours' }).count()).toBe(0)
    expect(await page.locator('audio, video').count()).toBe(0)
    await looksRight(page, `blurred-${scheme}`)
    await cover.click()
    await page.getByRole('img', { name: 'Colours' }).waitFor()
    expect(await page.getByRole('button', { name: 'Show it: Picture' }).count()).toBe(1)
    await looksRight(page, `uncovered-${scheme}`)
  })
})
