// From welcome to PRL in the wallet, in a real browser against the real thing; then what anybody can check of it.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { createPublicClient, http, parseAbi } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { View } from '../../bots/conversation/view.ts'
import { openBrowser, PICTURES, visit } from '../pages/openPages.ts'
import { recomputeServed } from '../proof/recomputeServed.ts'
import { databases } from '../support/database.ts'
import { type Perle, runCli, startPerle } from '../support/perle.ts'
import { nextStep } from '../support/solver.ts'

const TASKS = 10

describe.each(databases)('the whole loop on %s', kind => {
  let perle: Perle
  let browser: Browser
  let page: Page
  let address: `0x${string}`
  let newcomer = ''
  const transcript: string[] = []

  beforeAll(async () => {
    await mkdir(PICTURES, { recursive: true })
    perle = await startPerle(kind)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await perle?.end()
    await writeFile(join(PICTURES, `transcript-${kind}.txt`), transcript.join('\n\n'))
  })

  const view = async (): Promise<View> => {
    const reply = await page.request.get(`${perle.url}/api/chat`)
    return ((await reply.json()) as { view: View }).view
  }
  const picture = (name: string) =>
    page.screenshot({ path: join(PICTURES, `journey-${kind}-${name}.png`), fullPage: true })
  const sees = (text: string | RegExp) => page.getByText(text).first().waitFor()
  const press = async (name: string | RegExp) => {
    const button = page
      .getByRole('main')
      .getByRole('button', { name, ...(typeof name === 'string' ? { exact: false } : {}) })
    const reply = page.waitForResponse(response => response.url().endsWith('/api/chat/events'))
    await button.first().click()
    await (await reply).finished()
    transcript.push(`> ${String(name)}\n${await page.getByRole('main').innerText()}`)
  }
  /** Sends a command by its menu or the text box, as a person would type it. */
  const command = async (text: string) => {
    const reply = page.waitForResponse(response => response.url().endsWith('/api/chat/events'))
    const box = page.getByLabel('Write a command, such as /task')
    await box.fill(text)
    await box.press('Enter')
    await (await reply).finished()
    transcript.push(`> ${text}\n${await page.getByRole('main').innerText()}`)
  }
  const local = async (name: string, ends: RegExp) => {
    await page.getByRole('button', { name }).click()
    await page.getByText(ends).first().waitFor({ timeout: 90_000 })
  }
  const be = async (alias: RegExp | string) => {
    await page.getByRole('button', { name: 'Be somebody else' }).click()
    await page.getByRole('button', { name: alias }).click()
  }

  it('welcomes, and asks one question before anything else', async () => {
    const visited = await visit(browser, perle.url)
    page = visited.page
    await page.getByRole('heading', { name: 'Who do you want to be?' }).waitFor()
    await picture('1-who')
    await page.getByRole('button', { name: /Start as somebody new/ }).click()
    await sees('No answer is kept until you agree')
    newcomer = ((await (await page.request.get(`${perle.url}/api/chat`)).json()) as { you: { alias: string } }).you
      .alias
    await picture('2-welcome')
    await press('Try a question')
    await press('A is better')
    await sees('Charging a wet phone can ruin it')
    await press('Set me up')
    await press('English')
    await press('Yes, 18 or older')
    await page.getByRole('heading', { name: 'Work for you now' }).waitFor()
    await picture('3-work')
  })

  it('takes the agreement, the practice and the test', async () => {
    await press('Start 1')
    await sees('Take it back any time')
    await picture('4-agreement')
    await press('I agree, share my answers')
    await press('Start practice')
    for (let step = 0; step < 60; step++) {
      const now = await view()
      const labels = now.rows.flat().map(button => button.label)
      if (labels.includes('First task')) break
      const on = labels.find(label => label === 'Next' || label === 'Start the test')
      const next = on === undefined ? nextStep(now) : { press: on }
      if (!('press' in next)) throw new Error('a test asked for a text')
      await press(next.press)
    }
    await page.getByRole('heading', { name: /^Passed/ }).waitFor()
    await picture('5-passed')
  })

  it('hands out tasks, saves each answer, and counts them', async () => {
    await press('First task')
    for (let task = 0; task < TASKS; task++) {
      if (task === 0) await picture('6-task')
      const next = nextStep(await view())
      if (!('press' in next)) throw new Error('a choice asked for a text')
      await press(next.press)
    }
    await sees(`${TASKS} today`)
    await command('/me')
    await sees('being checked')
    await picture('7-me')
  })

  it('lets the crowd play, and a reviewer vote without seeing a count', async () => {
    await local('Let the simulated crowd play', /The crowd gave \d+ answers and \d+ votes/)
    await be(/Steady Lantern/)
    await sees('You are Steady Lantern')
    await command('/review')
    await press('Open 1')
    await press('Start reviewing')
    await page.getByRole('heading', { name: 'Would you accept it?' }).waitFor()
    await picture('8-vote')
    await press(/^Reject$|^\S+ Reject$|Reject/)
    await sees(/Which rule/)
    await press(/Rule 1|^1/)
    await page.getByRole('textbox').first().waitFor()
    await picture('9-reject')
    const seen = JSON.stringify(await view())
    expect(seen).not.toMatch(/accepted|rejected by|votes for/)
  })

  it('pays out, says what was earned and why, and links a wallet', async () => {
    await local('Pay out now', /Payday 1: [\d.]+ PRL/)
    await be(new RegExp(`^${newcomer}`))
    await command('/me')
    const me = await view()
    expect(JSON.stringify(me)).toMatch(/Earned [^P]*[1-9]/)
    await picture('10-earned')
    await command('/wallet')
    await page.getByRole('link', { name: 'Open my wallet page' }).click()
    await page.getByRole('button', { name: /local test wallet/ }).click()
    await sees(/0x[0-9a-f]{4}/i)
    await picture('11-wallet')
    await page.goto(perle.url)
    await page.getByRole('main').getByRole('button', { name: 'Yes, use it' }).waitFor()
    address = JSON.stringify(await view()).match(/0x[0-9a-f]{40}/)?.[0] as `0x${string}`
    await press('Yes, use it')
    await sees('Linked.')
    await local('Pay out now', /Payday 2: [\d.]+ PRL/)
    await command('/me')
    await picture('12-paid')
    expect(JSON.stringify(await view())).toMatch(/paid|arrived/i)
  })

  it('has really paid, on the chain', async () => {
    const chain = JSON.parse(await readFile(join(perle.home, 'chain/anvil.json'), 'utf8')) as { port: number }
    const { token } = JSON.parse(await readFile(join(perle.home, 'chain/deployment.json'), 'utf8'))
    const client = createPublicClient({ transport: http(`http://127.0.0.1:${chain.port}`) })
    const abi = parseAbi(['function balanceOf(address) view returns (uint256)'])
    const balance = await client.readContract({
      address: token.address,
      abi,
      functionName: 'balanceOf',
      args: [address],
    })
    expect(balance).toBeGreaterThan(10n ** 16n)
  })

  it('serves paydays that recompute from their parts alone, with books that equal the chain', async () => {
    for (const epoch of [1, 2]) expect((await recomputeServed(perle.url, epoch)).rows).toBeGreaterThan(0)
    const status = (await (await fetch(`${perle.url}/api/status`)).json()) as {
      books: { word: string; equations: { name: string; ledger: string; chain: string }[] }
    }
    expect(status.books.word).toBe('equal')
    expect(status.books.equations.length).toBeGreaterThanOrEqual(3)
    for (const { name, ledger, chain } of status.books.equations) expect(ledger, name).toBe(chain)
  })

  it('shows a contribution whose proof the browser checks, and a payday that recomputes', async () => {
    const reply = await page.request.get(`${perle.url}/api/epochs/1`)
    const epoch = (await reply.json()) as { accounts: unknown[]; state: string }
    expect(epoch.state).toBe('active')
    await command('/me')
    await press('Results')
    await press('See 1')
    await press('Proof')
    const href = (await view()).rows.flat().find(button => button.kind === 'link')
    if (href?.kind !== 'link') throw new Error('no link to the page of the proof')
    await page.goto(`${perle.url}${href.href}`)
    await sees('This record is genuine')
    await picture('13-record')
    await page.goto(`${perle.url}/e/1`)
    await page.getByRole('button', { name: /Recompute/ }).click()
    await page
      .getByText(/adds up|equal|same/i)
      .first()
      .waitFor({ timeout: 30_000 })
    await picture('14-payday')
  })

  it('exports a dataset that verifies against the chain, and names the row in which one byte was changed', async () => {
    await perle.stop()
    const file = join(perle.home, 'dataset.jsonl')
    const exported = await runCli(['export', 'scam-or-advert', '-o', file, '--json'], perle.env)
    expect(exported.code, exported.stderr).toBe(0)
    const { port } = JSON.parse(await readFile(join(perle.home, 'chain/anvil.json'), 'utf8')) as { port: number }
    const rpc = `http://127.0.0.1:${port}`
    // Nothing of the operator's is at hand: another folder, no settings, only the file and a node.
    const alone = { PERLE_HOME: join(perle.home, 'nothing') }
    const genuine = await runCli(['verify', file, '--rpc', rpc, '--json'], alone)
    const report = JSON.parse(genuine.stdout) as { rows: number; genuine: number; faults: unknown[] }
    expect(genuine.code).toBe(0)
    expect(report.genuine).toBe(report.rows)
    expect(report.rows).toBeGreaterThan(5)
    const lines = (await readFile(file, 'utf8')).split('\n')
    const row = 4
    lines[row] = (lines[row] as string).replace(
      /(\\"label\\":\\")([a-z])/,
      (_all, before: string, letter: string) => `${before}${letter === 'x' ? 'y' : 'x'}`,
    )
    await writeFile(file, lines.join('\n'))
    const tampered = await runCli(['verify', file, '--rpc', rpc], alone)
    expect(tampered.code).toBe(1)
    expect(tampered.stdout).toMatch(new RegExp(`^row ${row}, field`, 'm'))
    expect(tampered.stdout).not.toMatch(/^row [^4]/m)
  })
})
