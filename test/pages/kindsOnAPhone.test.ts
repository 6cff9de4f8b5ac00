// Every kind as it is met on a phone of 360 pixels, in English and mirrored, light and dark. The pictures are left in test/.tmp/pictures
// (kind-stop-language-colours.png), to be looked at.
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { renderView } from '../../bots/web/render.ts'
import { KINDS } from '../support/kindSamples.ts'
import { LOCALES, type Stop, tourOf } from './kindTour.ts'
import { builtPages, openBrowser, PICTURES, visit } from './openPages.ts'
import { openSamplePerle, type SamplePerle } from './samplePerle.ts'

const WIDTH = 360
const HEIGHT = 720
let pages: string
let browser: Browser
let perle: SamplePerle

beforeAll(async () => {
  pages = await builtPages()
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  perle = await openSamplePerle(pages, { you: 'p1' })
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  await perle.close()
})

/** What does not fit: elements beyond the sides, text cut off by its own box, and controls too small for a thumb. */
async function misfits(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const faults = []
    const named = one => one.tagName.toLowerCase() + '.' + one.className + ' "' + (one.textContent ?? '').trim().slice(0, 30) + '"'
    for (const one of document.querySelectorAll('main *')) {
      if (one.closest('.unseen, details:not([open]) > :not(summary)')) continue
      const { left, right, width, height } = one.getBoundingClientRect()
      if (width === 0 || height === 0) continue
      if (left < 0 || right > ${WIDTH}) faults.push('beyond the sides: ' + named(one))
      const style = getComputedStyle(one)
      if (style.overflowX !== 'visible' && style.overflowX !== 'auto' && one.scrollWidth > one.clientWidth) faults.push('cut off: ' + named(one))
      if (one.matches('button, a, summary, input, textarea') && (height < 44 || width < 44)) {
        faults.push('too small, ' + Math.round(width) + ' by ' + Math.round(height) + ': ' + named(one))
      }
    }
    return faults
  })()`)
}

/** At the end of the page nothing of the View lies below the bar of answers. */
async function hiddenByTheDock(page: Page): Promise<number> {
  return page.evaluate(`(() => {
    document.scrollingElement.scrollTo(0, document.scrollingElement.scrollHeight)
    const bottom = selector => document.querySelector(selector).lastElementChild.getBoundingClientRect().bottom
    const dock = document.querySelector('.dock').getBoundingClientRect().top
    return Math.max(0, Math.round(bottom('.view') - dock))
  })()`)
}

/** As high as the whole conversation, so that a picture of it has nothing below the bar of answers. */
async function showAll(page: Page): Promise<void> {
  const height = await page.evaluate(
    `document.querySelector('.view').scrollHeight + document.querySelector('.dock').scrollHeight + 260`,
  )
  await page.setViewportSize({ width: WIDTH, height: Math.max(HEIGHT, Number(height)) })
}

const ADDRESSES = { picture: () => '/pictures/none.png', media: String, file: String, read: String }

describe.each(KINDS)('%s on a phone', { timeout: 120_000 }, name => {
  let stops: Stop[]
  beforeAll(async () => {
    stops = await tourOf(name)
  }, 120_000)

  test.each(LOCALES.flatMap(locale => (['light', 'dark'] as const).map(scheme => ({ locale, scheme }))))(
    'fits in $locale, $scheme, from the item to the second look, and axe finds nothing serious',
    async ({ locale, scheme }) => {
      perle.state.locale = locale
      const { page, faults } = await visit(browser, perle.origin, { width: WIDTH, scheme, touch: true })
      for (const { name: at, views } of stops) {
        const view = renderView(views[locale] as NonNullable<(typeof views)[string]>, ADDRESSES)
        perle.state.view = view
        await page.reload()
        await page.locator('.view h1').waitFor()
        await page.evaluate('document.fonts.ready')
        const where = `${name}, ${at}`
        expect(await page.evaluate('document.documentElement.dir'), where).toBe(locale === 'en' ? 'ltr' : 'rtl')
        expect(await page.evaluate('document.documentElement.scrollWidth'), where).toBeLessThanOrEqual(WIDTH)
        expect(await misfits(page), where).toEqual([])
        expect(await hiddenByTheDock(page), where).toBe(0)
        await showAll(page)
        await page.screenshot({ path: join(PICTURES, `${name}-${at}-${locale}-${scheme}.png`) })
        await page.setViewportSize({ width: WIDTH, height: HEIGHT })
        // Colours differ between light and dark, layout between the languages: two of the four have both of each.
        if ((locale === 'en') !== (scheme === 'light')) continue
        const { violations } = await new AxeBuilder({ page }).analyze()
        const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
        expect(
          grave.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`),
          where,
        ).toEqual([])
      }
      expect(faults).toEqual([])
    },
  )

  test('has the text of every picture on the page', () => {
    for (const { views } of stops) {
      for (const { blocks } of Object.values(views)) {
        for (const [place, block] of blocks.entries()) {
          if (block.type !== 'picture') continue
          if (block.isTold) expect(['diff', 'content', 'option', 'picture']).toContain(blocks[place - 1]?.type)
          else expect(block.alt.length).toBeGreaterThan(20)
        }
      }
    }
  })
})
