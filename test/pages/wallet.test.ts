import type { Browser } from 'playwright-core'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { builtPages, openBrowser, visit } from './openPages.ts'
import { openSamplePerle, type SamplePerle } from './samplePerle.ts'
import { openLink } from './sampleRecords.ts'

let pages: string
let browser: Browser
let perle: SamplePerle

beforeAll(async () => {
  pages = await builtPages()
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  perle = await openSamplePerle(pages)
  perle.state.wallet = openLink()
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  await perle.close()
})

const account = privateKeyToAccount(`0x${'5a'.repeat(32)}`)

test('a local test wallet signs with one press, in local mode only', async () => {
  const { page, context } = await visit(browser, `${perle.origin}/w/once`)
  await page.getByRole('button', { name: 'Use a local test wallet' }).click()
  await page.getByRole('heading', { name: 'Confirmed' }).waitFor()
  expect(perle.state.walletCalls.map(({ call }) => call)).toEqual(['test'])
  await context.close()
  perle.state.wallet = { ...openLink(), mode: 'live' }
  const live = await visit(browser, `${perle.origin}/w/once`)
  await live.page.getByText('No wallet was found here.').waitFor()
  expect(await live.page.getByRole('button', { name: 'Use a local test wallet' }).count()).toBe(0)
})

test('by hand: an address gives a message, its signature goes back', async () => {
  const { page } = await visit(browser, `${perle.origin}/w/once`)
  await page.getByText('Confirm by hand').click()
  await page.getByLabel('Your address').fill('0x12')
  await page.getByRole('button', { name: 'Show the message' }).click()
  await page.getByText('An address is 0x and 40 letters and figures.').waitFor()
  expect(perle.state.walletCalls).toEqual([])
  await page.getByLabel('Your address').fill(account.address)
  await page.getByRole('button', { name: 'Show the message' }).click()
  const message = await page.getByLabel('The message to sign').inputValue()
  const signature = await account.signMessage({ message })
  await page.getByLabel('The signature').fill(signature)
  await page.getByRole('button', { name: 'Send the signature' }).click()
  await page.getByRole('heading', { name: 'Confirmed' }).waitFor()
  expect(perle.state.walletCalls.at(-1)).toEqual({
    call: 'signature',
    body: { address: account.address, signature },
  })
})

test('a wallet in the browser is offered by its name, shows the message as it is, and may decline', async () => {
  const { page } = await visit(browser, `${perle.origin}/status`)
  await page.context().exposeFunction('walletAnswers', async (call: { method: string; params?: string[] }) => {
    if (call.method === 'eth_requestAccounts') return [account.address]
    if (perle.state.walletCalls.length === 1) throw new Error('declined')
    return account.signMessage({ message: { raw: call.params?.[0] as `0x${string}` } })
  })
  await page.addInitScript(`
    const provider = { request: call => window.walletAnswers(call) }
    window.addEventListener('eip6963:requestProvider', () =>
      window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail: { info: { uuid: 'u', name: 'Sample Wallet' }, provider } })))
  `)
  await page.goto(`${perle.origin}/w/once`)
  await page.getByRole('button', { name: 'Confirm with Sample Wallet' }).click()
  await page.getByText('Your wallet did not confirm. Nothing was linked; you can try again.').waitFor()
  await page.getByRole('button', { name: 'Confirm with Sample Wallet' }).click()
  await page.getByRole('heading', { name: 'Confirmed' }).waitFor()
  const message = `perle.example wants you to sign in with ${account.address}`
  expect(perle.state.walletCalls.at(-1)?.body).toEqual({
    address: account.address,
    signature: await account.signMessage({ message }),
  })
})

test('an expired, used or unknown page says that nothing was linked', async () => {
  perle.state.wallet = { ...openLink(), state: 'expired' }
  const { page } = await visit(browser, `${perle.origin}/w/once`)
  await page.getByRole('heading', { name: 'Close this page. Nothing was linked.' }).waitFor()
  perle.state.wallet = undefined
  await page.reload()
  await page.getByRole('heading', { name: 'Close this page. Nothing was linked.' }).waitFor()
})

test('the page follows what happens in the chat', async () => {
  perle.state.wallet = { ...openLink(), state: 'signed', address: account.address }
  const { page } = await visit(browser, `${perle.origin}/w/once`)
  await page.getByText(account.address).waitFor()
  perle.state.wallet = { ...openLink(), state: 'confirmed', address: account.address }
  await page.getByRole('heading', { name: 'Linked' }).waitFor()
})
