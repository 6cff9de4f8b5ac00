// The pictures of the chat on a phone, as they are drawn: charts, the wallet page's code, a change. Left in test/.tmp/pictures, to be looked at.
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { preferenceChart, progressChart } from '../../bots/conversation/scenes/charts.ts'
import { picture } from '../../bots/conversation/scenes/scene.ts'
import type { Block, View } from '../../bots/conversation/view.ts'
import { MIRRORED, type Words, wordsFor } from '../../bots/conversation/words/index.ts'
import { type Addresses, renderView } from '../../bots/web/render.ts'
import { winShares } from '../../core/quality/winShares.ts'
import { somePictures } from '../pictures/samplePictures.ts'
import { KIND_SCENES } from './kindViews.ts'
import { builtPages, openBrowser, PICTURES, visit } from './openPages.ts'
import { openSamplePerle, type SamplePerle } from './samplePerle.ts'

let browser: Browser
let perle: SamplePerle
let pictures: Awaited<ReturnType<typeof somePictures>>

beforeAll(async () => {
  perle = await openSamplePerle(await builtPages(), { you: 'p1' })
  browser = await openBrowser()
  pictures = await somePictures()
  perle.state.pictures = pictures
  await pictures.warm()
}, 120_000)
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})
afterAll(async () => {
  await browser.close()
  await perle.close()
  await pictures.end()
})

const shares = winShares(
  Array.from({ length: 60 }, (_, item) => [
    { item, first: 'A', second: 'B', outcome: item % 3 === 0 ? 0 : 1 },
    { item, first: 'B', second: 'C', outcome: item % 2 },
  ]).flat(),
)

const scenes: Record<string, (w: Words) => Block> = {
  progress: w =>
    progressChart(w, [
      { title: 'The more useful reply', sure: 140, asked: 40, items: 200 },
      { title: 'Find the first mistake', sure: 12, asked: 9, items: 60 },
    ]),
  preferences: w => preferenceChart(w, { shares, compared: 120, allBad: 3, cannotJudge: 1 }),
  wallet: w =>
    picture(w, {
      kind: 'qr',
      title: w.say('wallet.scanTitle'),
      content: 'https://perle.example/w/4b0f0f2a9a3d4b6f8f1d2c3b4a5968770',
      lines: [w.say('wallet.scan')],
    }),
}

const LOOKS = ['en', MIRRORED].flatMap(locale => (['light', 'dark'] as const).map(scheme => ({ locale, scheme })))

test.each(LOOKS.flatMap(look => Object.keys(scenes).map(name => ({ ...look, name }))))(
  '$name is shown in $locale, $scheme, with its text below it',
  async ({ name, locale, scheme }) => {
    const w = wordsFor(locale)
    const block = scenes[name]?.(w) as Extract<Block, { type: 'picture' }>
    await shows({ heading: w.say('desk.preferHeading'), blocks: [block] }, locale)
    const { page, faults } = await visit(browser, perle.origin, { width: 360, scheme, touch: true })
    const image = page.locator('.picture img')
    await expect
      .poll(() => image.evaluate(one => (one as unknown as { naturalWidth: number }).naturalWidth))
      .toBeGreaterThan(700)
    expect(await image.getAttribute('src')).toContain(`theme=${scheme}`)
    await page.screenshot({ path: join(PICTURES, `chart-${name}-${locale}-${scheme}.png`) })
    await page.locator('.picture summary').click()
    expect(await page.locator('.picture .twin').innerText()).toBe(block.alt)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
    expect(faults).toEqual([])
  },
  60_000,
)

test('a change is its text first; its picture unfolds below it, and turns dark with the page', async () => {
  const code = KIND_SCENES.find(scene => scene.name === 'code')?.view as View
  await shows(code, 'en')
  const { page, faults } = await visit(browser, perle.origin, { width: 360, touch: true })
  await page.locator('.change').waitFor()
  expect(await page.locator('.picture img').count()).toBe(0)
  await page.getByText('As a picture').click()
  const image = page.locator('.picture img')
  await expect.poll(() => image.evaluate(one => (one as unknown as { naturalWidth: number }).naturalWidth)).toBe(960)
  await page.screenshot({ path: join(PICTURES, 'change-unfolded-light.png'), fullPage: true })
  await page.getByRole('button', { name: 'Dark: change the colours' }).click()
  await expect.poll(() => image.getAttribute('src')).toContain('theme=dark')
  await expect.poll(() => image.evaluate(one => (one as unknown as { naturalWidth: number }).naturalWidth)).toBe(960)
  await image.scrollIntoViewIfNeeded()
  await page.screenshot({ path: join(PICTURES, 'change-unfolded-dark.png') })
  expect(faults).toEqual([])
}, 60_000)

test('a picture that is not drawn leaves a sentence, below the text that says it all', async () => {
  const code = KIND_SCENES.find(scene => scene.name === 'code')?.view as View
  perle.state.view = renderView(
    code,
    addressed(() => `/pictures/${'0'.repeat(64)}.png`),
  )
  const { page } = await visit(browser, perle.origin, { width: 360, touch: true })
  await page.getByText('As a picture').click()
  await page.getByText('There is no picture just now.').waitFor()
}, 60_000)

/** Nothing but pictures is looked at here. */
function addressed(picture: Addresses['picture']): Addresses {
  return { picture, media: String, file: String, read: String }
}

async function shows(given: Partial<View>, locale: string): Promise<void> {
  const view: View = {
    scene: 'desk',
    audience: 'private',
    before: [],
    heading: '',
    line: 'x',
    blocks: [],
    rows: [],
    ...given,
  }
  perle.state.view = renderView(
    view,
    addressed(ask => `/pictures/${pictures.offer(ask)}.png`),
  )
  perle.state.locale = locale
}
