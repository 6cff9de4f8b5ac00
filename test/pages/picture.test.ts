import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { twinOf } from '../../bots/pictures/twin.ts'
import { card, somePictures } from '../pictures/samplePictures.ts'
import { builtPages, openBrowser, PICTURES, visit } from './openPages.ts'
import { openSamplePerle, type SamplePerle } from './samplePerle.ts'
import { reputation } from './sampleViews.ts'

let browser: Browser
let perle: SamplePerle
let png: Buffer

beforeAll(async () => {
  perle = await openSamplePerle(await builtPages(), { you: 'p1' })
  perle.state.view = reputation
  browser = await openBrowser()
  const pictures = await somePictures()
  png = (await pictures.draw(card)).png as Buffer
  await pictures.end()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await perle.close()
})

test('a card is shown on a phone, and its text can be unfolded', async () => {
  perle.state.picture = png
  const { page, faults } = await visit(browser, perle.origin, { width: 360 })
  const image = page.getByRole('img', { name: 'Reasoning: Trusted' })
  await image.waitFor()
  expect(await image.getAttribute('alt')).toBe(twinOf(card))
  await expect.poll(() => image.evaluate(one => (one as unknown as { naturalWidth: number }).naturalWidth)).toBe(1200)
  const box = await image.boundingBox()
  expect(box?.width).toBeLessThanOrEqual(328)
  const text = page.getByText('214 checked answers')
  expect(await text.isVisible()).toBe(false)
  await page.getByText('As text').click()
  expect(await text.isVisible()).toBe(true)
  await page.screenshot({ path: join(PICTURES, 'card-360.png') })
  expect(faults).toEqual([])
})

test('a card that cannot be shown leaves its words in its place', async () => {
  perle.state.picture = undefined
  const { page } = await visit(browser, perle.origin)
  await page.getByText('214 checked answers').waitFor()
  expect(await page.getByRole('img', { name: 'Reasoning' }).count()).toBe(0)
})
