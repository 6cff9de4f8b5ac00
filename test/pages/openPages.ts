// Builds the pages once and opens a real browser on them.
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium as driver, type Page } from 'playwright-core'
import { buildPages } from '../../bots/web/buildPages.ts'

const TEMPORARY = join(import.meta.dirname, '..', '.tmp')
export const PICTURES = join(TEMPORARY, 'pictures')
const SYSTEM_BROWSER = '/usr/bin/chromium'

export async function builtPages(): Promise<string> {
  const outDir = join(TEMPORARY, 'pages')
  await buildPages({ outDir })
  await mkdir(PICTURES, { recursive: true })
  return outDir
}

export async function openBrowser(): Promise<Browser> {
  const hasSystemBrowser = existsSync(SYSTEM_BROWSER)
  return driver.launch({
    executablePath: hasSystemBrowser ? SYSTEM_BROWSER : await chromium.executablePath(),
    headless: true,
    // Not the package's own arguments: its single process would end with the first closed visit.
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-background-networking'],
  })
}

/** `touch`: a phone without a keyboard. */
type Look = { width?: number; scheme?: 'light' | 'dark'; touch?: true }

/** A visitor of their own. `faults` collects what the page itself complained about. */
export async function visit(
  browser: Browser,
  url: string,
  look: Look = {},
): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1280, height: look.width === 360 ? 720 : 800 },
    ...(look.touch ? { isMobile: true, hasTouch: true } : {}),
    colorScheme: look.scheme ?? 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text())
  })
  await page.goto(url)
  return { page, context, faults }
}
