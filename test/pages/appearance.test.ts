import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { KIND_SCENES } from './kindViews.ts'
import { builtPages, openBrowser, PICTURES, visit } from './openPages.ts'
import { paydayJson, second } from './samplePaydays.ts'
import { openSamplePerle, type SamplePerle } from './samplePerle.ts'
import { contributionJson, openLink, paydayList, workingStatus } from './sampleRecords.ts'
import { arabic, longWords, myPage, pairwise, reputation, welcome, write } from './sampleViews.ts'

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

type Scene = { name: string; path: string; prepare?: () => void; ready: (page: Page) => Promise<unknown> }

const SCENES: Scene[] = [
  {
    name: 'who',
    path: '/',
    prepare: () => {
      perle.state.you = undefined
    },
    ready: page => page.getByRole('heading', { name: 'Who do you want' }).waitFor(),
  },
  chatScene('welcome', welcome),
  chatScene('pairwise', pairwise),
  chatScene('write', write),
  chatScene('me', myPage),
  chatScene('reputation', reputation),
  ...KIND_SCENES.map(({ name, view, locale }) => chatScene(name, view, locale)),
  chatScene('arabic', arabic, 'ar'),
  chatScene('longWords', longWords),
  {
    name: 'steps',
    path: '/',
    prepare: () => {
      perle.state.next = pairwise
    },
    ready: async page => {
      await page.getByRole('button', { name: 'Try a question' }).click()
      await page.getByRole('heading', { name: pairwise.heading }).waitFor()
      await page.getByRole('button', { name: 'A is better' }).click()
      await page.getByText('A is better', { exact: true }).first().waitFor()
      perle.tell('progress', { label: 'Answers of the crowd', done: 12, total: 40 })
      await page.getByText('12 of 40').waitFor()
    },
  },
  {
    name: 'people',
    path: '/',
    ready: async page => {
      await page.getByRole('button', { name: 'Be somebody else' }).click()
      await page.getByRole('button', { name: /Slow River/ }).waitFor()
    },
  },
  {
    name: 'menu',
    path: '/',
    ready: async page => {
      await page.getByRole('button', { name: 'Menu of commands' }).click()
      await page.getByRole('button', { name: '/wallet' }).waitFor()
    },
  },
  recordScene('record', {}, 'This record is genuine'),
  recordScene(
    'recordWaiting',
    { status: 'checking', proof: null, decidedAt: null, recordedAt: null, epoch: null, sum: null },
    'There is nothing to check yet',
  ),
  recordScene(
    'recordErased',
    { erasedAt: '2026-11-20T10:00:00.000Z', chain: { ...contributionJson(null).chain } },
    'Not checked just now',
  ),
  {
    name: 'recordWrong',
    path: '/c/7GQ4M2ZK9R',
    prepare: () => {
      perle.state.chainHead = `0x${'5e'.repeat(32)}`
      perle.state.contributions['7GQ4M2ZK9R'] = contributionJson(perle.rpcUrl)
    },
    ready: page => page.getByText('This does not match').waitFor(),
  },
  {
    name: 'paydayDiffers',
    path: '/e/2',
    prepare: () => {
      perle.state.chainHead = `0x${'5e'.repeat(32)}`
      perle.state.paydays[2] = paydayJson(second, perle.rpcUrl)
    },
    ready: async page => {
      await page.getByRole('button', { name: 'Recompute' }).click()
      await page.getByText('One value differs').waitFor()
    },
  },
  {
    name: 'recordUnknown',
    path: '/c/NOBODY',
    prepare: () => {
      perle.state.status = workingStatus()
    },
    ready: page => page.getByText('No such record on the local chain. Typed right?').waitFor(),
  },
  {
    name: 'payday',
    path: '/e/2',
    prepare: () => {
      perle.state.paydays[2] = paydayJson(second, perle.rpcUrl)
    },
    ready: async page => {
      await page.getByRole('button', { name: 'Recompute' }).click()
      await page.getByText('everything agrees').waitFor()
    },
  },
  {
    name: 'paydays',
    path: '/e',
    prepare: () => {
      perle.state.epochs = paydayList()
    },
    ready: page => page.getByRole('link', { name: 'Payday 2' }).waitFor(),
  },
  {
    name: 'wallet',
    path: '/w/once',
    prepare: () => {
      perle.state.wallet = openLink()
    },
    ready: page => page.getByText('amber').waitFor(),
  },
  { name: 'walletClosed', path: '/w/once', ready: page => page.getByText('Nothing was linked').waitFor() },
  {
    name: 'status',
    path: '/status',
    prepare: () => {
      perle.state.status = workingStatus()
    },
    ready: page => page.getByRole('cell', { name: 'Working' }).first().waitFor(),
  },
  {
    name: 'nowhere',
    path: '/no/such/page',
    ready: page => page.getByRole('heading', { name: 'Nothing is at' }).waitFor(),
  },
]

function chatScene(name: string, view: typeof welcome, locale?: string): Scene {
  return {
    name,
    path: '/',
    prepare: () => {
      perle.state.view = view
      perle.state.locale = locale
    },
    ready: page => page.getByRole('heading', { name: view.heading }).waitFor(),
  }
}

function recordScene(name: string, changed: Record<string, unknown>, sentence: string): Scene {
  return {
    name,
    path: '/c/7GQ4M2ZK9R',
    prepare: () => {
      perle.state.contributions['7GQ4M2ZK9R'] = { ...contributionJson(perle.rpcUrl), ...changed }
    },
    ready: page => page.getByText(sentence).first().waitFor(),
  }
}

const LOOKS = [
  { width: 360, scheme: 'light' },
  { width: 360, scheme: 'dark' },
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
] as const

describe.each(LOOKS)('at $width pixels, $scheme', look => {
  test.each(SCENES)('$name fits, and axe finds nothing serious', async scene => {
    scene.prepare?.()
    const { page, faults } = await visit(browser, `${perle.origin}${scene.path}`, look)
    await scene.ready(page)
    await page.evaluate('document.fonts.ready')
    // What lies below the first screen is worth seeing where nothing is fixed to the bottom of it.
    const fullPage = scene.path !== '/'
    await page.screenshot({ path: join(PICTURES, `${scene.name}-${look.width}-${look.scheme}.png`), fullPage })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(look.width)
    const { violations } = await new AxeBuilder({ page }).analyze()
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`)).toEqual([])
    expect(faults).toEqual([])
  })
})

test('right-to-left words mirror the whole page', async () => {
  perle.state.view = arabic
  perle.state.locale = 'ar'
  const { page } = await visit(browser, perle.origin, { width: 360 })
  await page.getByRole('heading', { name: arabic.heading }).waitFor()
  expect(await page.evaluate('document.documentElement.dir')).toBe('rtl')
  const brand = await page.locator('.brand').boundingBox()
  expect(brand?.x).toBeGreaterThan(180)
})

test('a chosen theme is kept, and is there before anything is drawn', async () => {
  const { page } = await visit(browser, perle.origin, { scheme: 'light' })
  await page.getByRole('button', { name: 'Dark: change the colours' }).click()
  await page.reload({ waitUntil: 'commit' })
  await page.getByRole('button', { name: 'Light: change the colours' }).waitFor()
  expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe('rgb(17, 24, 31)')
})
