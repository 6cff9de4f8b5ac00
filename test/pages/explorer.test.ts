import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { hashText } from '../../core/proof/index.ts'
import { builtPages, openBrowser, visit } from './openPages.ts'
import { first, paydayJson, second } from './samplePaydays.ts'
import { openSamplePerle, type SamplePerle } from './samplePerle.ts'
import { contributionJson, paydayList, workingStatus } from './sampleRecords.ts'

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
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  await perle.close()
})

async function openRecord(change: (record: ReturnType<typeof contributionJson>) => void = () => {}) {
  const record = contributionJson(perle.rpcUrl)
  change(record)
  perle.state.contributions['7GQ4M2ZK9R'] = record
  return visit(browser, `${perle.origin}/c/7GQ4M2ZK9R`)
}

test('a record is called genuine when every step holds and the contract itself was asked', async () => {
  const { page } = await openRecord()
  await page.getByRole('heading', { name: 'This record is genuine' }).waitFor()
  expect(await page.locator('.steps .accepted').count()).toBe(4)
  await page.getByText('That payday is in the history of all paydays').click()
  await page.getByText(second.header.contributionsRoot).first().waitFor()
})

test('without an answer of the chain nothing is called genuine, and nothing is green at the last step', async () => {
  perle.state.chainAway = true
  const { page } = await openRecord()
  await page.getByRole('heading', { name: 'Not checked just now' }).waitFor()
  expect(await page.locator('.steps .accepted').count()).toBe(3)
  expect(await page.locator('.verdict.genuine').count()).toBe(0)
})

test('without an address to ask, the last step is open as well', async () => {
  const { page } = await openRecord(record => {
    record.chain.rpcUrl = null
  })
  await page.getByText('No address to read the chain from is known here').waitFor()
  expect(await page.locator('.verdict.genuine').count()).toBe(0)
})

test('a chain with another head is told with both values', async () => {
  perle.state.chainHead = hashText('another head')
  const { page } = await openRecord()
  await page.getByRole('heading', { name: 'This does not match' }).waitFor()
  await page.getByText(hashText('another head')).first().waitFor()
  await page.getByText(second.headerHash).first().waitFor()
})

test('one changed neighbour makes exactly the step of the list fail', async () => {
  const { page } = await openRecord(record => {
    record.proof.batchPath[0] = hashText('somebody else')
  })
  await page.getByText('The first step that does not hold: The fingerprint is in the list of its payday.').waitFor()
  expect(await page.locator('.steps .refused').count()).toBe(1)
})

test('a proof for another contract does not pass', async () => {
  const { page } = await openRecord(record => {
    record.chain.settlement = `0x${'99'.repeat(20)}`
  })
  await page.getByRole('heading', { name: 'This does not match' }).waitFor()
})

test('a removed answer says so, and that the record around it is whole', async () => {
  const { page } = await openRecord(record => {
    record.erasedAt = '2026-11-20T10:00:00.000Z'
  })
  await page.getByText("Removed at its author's wish on 20 Nov 2026. The record around it is whole.").waitFor()
  await page.getByRole('heading', { name: 'This record is genuine' }).waitFor()
})

test('an unknown code names the chain and offers another try', async () => {
  perle.state.status = workingStatus()
  const { page } = await visit(browser, `${perle.origin}/c/NOBODY`)
  await page.getByText('No such record on the local chain. Typed right?').waitFor()
  perle.state.contributions['7GQ4M2ZK9R'] = contributionJson(perle.rpcUrl)
  await page.getByLabel('Code of an answer').fill('7GQ4M2ZK9R')
  await page.getByRole('button', { name: 'Look it up' }).click()
  await page.getByRole('heading', { name: 'Answer 7GQ4M2ZK9R' }).waitFor()
})

async function openPayday(change: (payday: ReturnType<typeof paydayJson>) => void = () => {}) {
  const payday = paydayJson(second, perle.rpcUrl)
  change(payday)
  perle.state.paydays[2] = payday
  const visitor = await visit(browser, `${perle.origin}/e/2`)
  return { ...visitor, recompute: () => visitor.page.getByRole('button', { name: 'Recompute' }).click() }
}

test('the totals of a payday add up on the page, and are refused when they do not', async () => {
  const { page, context } = await openPayday()
  await page.getByText('were set aside, and every unit of it is accounted for').waitFor()
  await context.close()
  const other = await openPayday(payday => {
    payday.totals.fee = '1'
  })
  await other.page.getByRole('heading', { name: 'These totals do not add up' }).waitFor()
})

test('a payday is recomputed from its files and compared with the chain', async () => {
  const { page, recompute } = await openPayday()
  await recompute()
  await page.getByText('120 rows recomputed, and everything agrees').waitFor()
})

test('a changed row is named with its field and both values', async () => {
  const rows = second.parts.find(part => part.name === 'rows')
  const changed = (rows?.text ?? '').replace(/"2000000000000000000",70,/, '"2000000000000000000",99,')
  expect(changed).not.toBe(rows?.text)
  perle.state.parts.set(rows?.sha256 ?? '', changed)
  const { page, recompute } = await openPayday()
  await recompute()
  await page.getByText('differ', { exact: false }).first().waitFor()
  const shown = await page.locator('.differences').innerText()
  expect(shown).toContain('sha256')
  expect(shown).toContain(rows?.sha256)
})

test('a file that cannot be had is no difference and no success', async () => {
  perle.state.parts.delete(second.parts[0]?.sha256 ?? '')
  const { page, recompute } = await openPayday()
  await recompute()
  await page.getByText('A file could not be read, so nothing was compared.').waitFor()
})

test('without the chain the files agree with themselves, and the last step is open', async () => {
  perle.state.chainAway = true
  const { page, recompute } = await openPayday()
  await recompute()
  await page.getByText('Not checked just now: the chain could not be read from here').waitFor()
  expect(await page.locator('.verdict.genuine').count()).toBe(0)
})

test('the first payday is checked without one before it', async () => {
  perle.state.chainHead = first.headerHash
  perle.state.paydays[1] = paydayJson(first, perle.rpcUrl)
  const { page } = await visit(browser, `${perle.origin}/e/1`)
  await page.getByRole('button', { name: 'Recompute' }).click()
  await page.getByText('90 rows recomputed, and everything agrees').waitFor()
})

test('before the first payday its date is told; later the paydays are listed', async () => {
  const { page } = await visit(browser, `${perle.origin}/e`)
  await page.getByText('First payday: 27 Nov 2026. Nothing is recorded before.').waitFor()
  perle.state.epochs = paydayList()
  await page.reload()
  await page.getByRole('link', { name: 'Payday 2' }).click()
  await page.getByRole('heading', { name: 'Payday 2' }).waitFor()
})

test('the status stays readable when the rest is down', async () => {
  const { page } = await visit(browser, `${perle.origin}/status`)
  await page.getByText('Perle cannot be reached from here just now.').waitFor()
  await page.getByText('Perle is open source under the Apache License 2.0.').waitFor()
})
