import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { builtPages, openBrowser, visit } from './openPages.ts'
import { openSamplePerle, type SamplePerle } from './samplePerle.ts'
import { forgotten, longWords, myPage, pairwise, welcome, write } from './sampleViews.ts'

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

test('in local mode the first screen asks who one wants to be, and a chosen person sees their View', async () => {
  perle.state.you = undefined
  const { page, faults } = await visit(browser, perle.origin)
  await page.getByRole('heading', { name: 'Who do you want to be?' }).waitFor()
  await page.getByRole('button', { name: /Quiet Heron/ }).click()
  await page.getByRole('heading', { name: welcome.heading }).waitFor()
  expect(perle.state.you).toBe('p1')
  await expect.poll(() => page.getByText('You are Quiet Heron').isVisible()).toBe(true)
  expect(faults).toEqual([])
})

test('in live mode nobody is asked who they are, and no local button is shown', async () => {
  perle.state.you = undefined
  perle.state.mode = 'live'
  const { page } = await visit(browser, perle.origin)
  await page.getByRole('heading', { name: welcome.heading }).waitFor()
  expect(perle.state.you).toBe('p9')
  expect(await page.getByText('Pay out now').count()).toBe(0)
})

test('one becomes somebody else from the bar, and the earlier steps of the other are gone', async () => {
  perle.state.next = pairwise
  const { page } = await visit(browser, perle.origin)
  await page.getByRole('button', { name: 'Try a question' }).click()
  await page.getByRole('list', { name: 'Earlier in this visit' }).waitFor()
  await page.getByRole('button', { name: 'Be somebody else' }).click()
  await page.getByRole('button', { name: /Slow River/ }).click()
  await page.getByText('You are Slow River').waitFor()
  expect(await page.getByRole('list', { name: 'Earlier in this visit' }).count()).toBe(0)
})

test('a pressed button is sent once, leaves a quiet line, and the new heading has the focus', async () => {
  perle.state.next = pairwise
  const { page } = await visit(browser, perle.origin)
  await page.getByRole('button', { name: 'Try a question' }).click()
  const heading = page.getByRole('heading', { name: pairwise.heading })
  await heading.waitFor()
  expect(perle.state.acts.map(({ action }) => action)).toEqual([{ kind: 'press', payload: '1|welcome|try' }])
  expect(await page.getByRole('list', { name: 'Earlier in this visit' }).innerText()).toBe(
    `${welcome.heading} Try a question`,
  )
  expect(await page.evaluate('document.activeElement.textContent')).toBe(pairwise.heading)
})

test('digits, S and Backspace press the buttons that show them', async () => {
  perle.state.view = pairwise
  const { page } = await visit(browser, perle.origin)
  await page.getByRole('button', { name: 'B is better' }).waitFor()
  for (const [key, payload] of [
    ['2', '1|pairwise|answer|b'],
    ['s', '1|task|skip'],
    ['Backspace', '1|task|undo'],
    ['6', '1|task|guide'],
  ] as const) {
    const before = perle.state.acts.length
    await page.keyboard.press(key)
    await expect.poll(() => perle.state.acts.length).toBe(before + 1)
    expect(perle.state.acts.at(-1)?.action).toEqual({ kind: 'press', payload })
    await expect.poll(() => page.locator('[aria-disabled=true]').count()).toBe(0)
  }
  expect(await page.getByRole('button', { name: 'Skip' }).innerText()).toContain('S')
})

test('Enter presses the primary button, but not twice when the focus is on another button', async () => {
  perle.state.next = pairwise
  const { page } = await visit(browser, perle.origin)
  await page.getByRole('button', { name: 'Privacy' }).focus()
  await page.keyboard.press('Enter')
  await expect
    .poll(() => perle.state.acts.map(({ action }) => action))
    .toEqual([{ kind: 'press', payload: '1|welcome|privacy' }])
  perle.state.view = welcome
  await page.reload()
  await page.getByRole('button', { name: 'Try a question' }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => perle.state.acts.at(-1)?.action).toEqual({ kind: 'press', payload: '1|welcome|try' })
})

test('a double tap sends once', async () => {
  perle.state.answerAfterMs = 1500
  perle.state.next = pairwise
  const { page } = await visit(browser, perle.origin)
  const button = page.getByRole('button', { name: 'Try a question' })
  await button.dblclick()
  await page.keyboard.press('2')
  await page.getByRole('progressbar', { name: 'Waiting for an answer' }).waitFor()
  await page.getByRole('heading', { name: pairwise.heading }).waitFor()
  expect(perle.state.tries).toHaveLength(1)
})

test('a lost connection is told, and the press is sent again with the same key until it arrives', async () => {
  perle.state.cutOff = 2
  perle.state.next = pairwise
  const { page } = await visit(browser, perle.origin)
  await page.getByRole('button', { name: 'Try a question' }).click()
  await page.getByText('Connection lost. Your draft is here; sending goes on by itself.').waitFor()
  await page.getByRole('heading', { name: pairwise.heading }).waitFor()
  expect(perle.state.tries).toHaveLength(3)
  expect(new Set(perle.state.tries).size).toBe(1)
  expect(perle.state.acts).toHaveLength(1)
  expect(await page.getByText('Connection lost.').count()).toBe(0)
})

test('sending goes on the moment the connection is back', async () => {
  perle.state.next = pairwise
  const { page, context } = await visit(browser, perle.origin)
  await page.getByRole('heading', { name: welcome.heading }).waitFor()
  await context.setOffline(true)
  await page.keyboard.press('Enter')
  await page.getByText('Connection lost.').waitFor()
  await context.setOffline(false)
  await page.getByRole('heading', { name: pairwise.heading }).waitFor()
  expect(perle.state.acts).toHaveLength(1)
})

test('the text box counts, keeps its draft over a reload, and sends with Ctrl and Enter only what fits', async () => {
  perle.state.view = write
  perle.state.next = pairwise
  const { page } = await visit(browser, perle.origin)
  const box = page.getByLabel('In your own words')
  await box.fill('Too short')
  await page.getByText('9 characters, 40 to 200 are asked').waitFor()
  await box.press('Control+Enter')
  await page.getByText('9 characters; 40 to 200 are asked. Your text is kept.').waitFor()
  expect(perle.state.tries).toEqual([])
  await box.fill('The rental ends by itself on the last day, unless somebody writes first.')
  await page.reload()
  expect(await page.getByLabel('In your own words').inputValue()).toContain('The rental ends by itself')
  await page.getByLabel('In your own words').press('Control+Enter')
  await page.getByRole('heading', { name: pairwise.heading }).waitFor()
  expect(perle.state.acts.map(({ action }) => action)).toEqual([
    {
      kind: 'form',
      payload: '1|write|text|x',
      text: 'The rental ends by itself on the last day, unless somebody writes first.',
    },
  ])
  expect(await page.evaluate('sessionStorage.length')).toBe(0)
})

test('digits typed into the text box are text, not presses', async () => {
  perle.state.view = write
  const { page } = await visit(browser, perle.origin)
  await page.getByLabel('In your own words').pressSequentially('1 s 2')
  expect(await page.getByLabel('In your own words').inputValue()).toBe('1 s 2')
  expect(perle.state.tries).toEqual([])
})

test('what changes elsewhere is shown at once, but never over a text being written', async () => {
  const { page } = await visit(browser, perle.origin)
  await page.getByRole('heading', { name: welcome.heading }).waitFor()
  await expect.poll(() => perle.listening()).toBe(1)
  perle.state.view = write
  perle.tell('changed')
  const box = page.getByLabel('In your own words')
  await box.fill('A draft that must not vanish')
  perle.state.view = myPage
  perle.tell('changed')
  await page.getByText('Something changed while you were writing.').waitFor()
  expect(await box.inputValue()).toBe('A draft that must not vanish')
  await page.getByRole('button', { name: 'Show it' }).click()
  await page.getByRole('heading', { name: myPage.heading }).waitFor()
})

test('a receipt that is shown once stands until something is pressed, whatever changes elsewhere', async () => {
  perle.state.next = forgotten
  const { page } = await visit(browser, perle.origin)
  await expect.poll(() => perle.listening()).toBe(1)
  await page.getByRole('button', { name: 'Try a question' }).click()
  await page.getByRole('heading', { name: 'Deleted.' }).waitFor()
  let looks = 0
  page.on('request', request => {
    if (request.url().endsWith('/api/chat')) looks++
  })
  perle.state.view = welcome
  perle.tell('changed')
  await page.evaluate("window.dispatchEvent(new Event('focus'))")
  await page.waitForTimeout(300)
  expect(looks).toBe(0)
  expect(await page.getByText('Come back any time, as a new person.').count()).toBe(1)
  perle.state.next = myPage
  await page.getByRole('button', { name: 'Start anew' }).click()
  await page.getByRole('heading', { name: myPage.heading }).waitFor()
})

test('the page looks again when it gets the focus', async () => {
  const { page } = await visit(browser, perle.origin)
  await page.getByRole('heading', { name: welcome.heading }).waitFor()
  perle.state.view = myPage
  await page.evaluate("window.dispatchEvent(new Event('focus'))")
  await page.getByRole('heading', { name: myPage.heading }).waitFor()
  expect(perle.state.acts).toEqual([])
})

test('typed lines: a command, one we do not have, and other text', async () => {
  const { page } = await visit(browser, perle.origin)
  const line = page.getByLabel('Write a command, such as /task')
  for (const [typed, action] of [
    ['/task', { kind: 'command', name: 'task' }],
    ['/CAMPAIGN north lab', { kind: 'command', name: 'campaign', argument: 'north lab' }],
    ['/dance', { kind: 'unknownCommand' }],
    ['hello', { kind: 'text', text: 'hello' }],
  ] as const) {
    await line.fill(typed)
    await line.press('Enter')
    await expect.poll(() => perle.state.acts.at(-1)?.action).toEqual(action)
    await expect.poll(() => line.inputValue()).toBe('')
  }
})

test('the menu sends its command and gives the focus back', async () => {
  const { page } = await visit(browser, perle.origin)
  await page.getByRole('button', { name: 'Menu of commands' }).click()
  await page.keyboard.press('Escape')
  expect(await page.getByRole('button', { name: '/wallet' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Menu of commands' }).click()
  await page.getByRole('button', { name: '/wallet' }).click()
  await expect.poll(() => perle.state.acts.map(({ action }) => action)).toEqual([{ kind: 'command', name: 'wallet' }])
})

test('privacy in the footer of any page asks the chat for it', async () => {
  const { page } = await visit(browser, `${perle.origin}/e`)
  await page.getByRole('link', { name: 'Privacy' }).click()
  await expect.poll(() => perle.state.acts.map(({ action }) => action)).toEqual([{ kind: 'command', name: 'privacy' }])
})

test('a refusal of the server is shown in its words, and the View stays', async () => {
  perle.state.refusal = { status: 429, code: 'too_quick', sentence: 'That was quick. Go on in 3 seconds.' }
  const { page } = await visit(browser, perle.origin)
  await page.getByRole('button', { name: 'Try a question' }).click()
  await page.getByText('That was quick. Go on in 3 seconds.').waitFor()
  expect(await page.getByRole('heading', { name: welcome.heading }).isVisible()).toBe(true)
})

test('the local buttons begin their work once, and its progress is followed to its end', async () => {
  const { page } = await visit(browser, perle.origin)
  await expect.poll(() => perle.listening()).toBe(1)
  await page.getByRole('button', { name: 'Let the simulated crowd play' }).click()
  perle.tell('progress', { label: 'Answers of the crowd', done: 12, total: 40 })
  await page.getByText('Answers of the crowd: 12 of 40').waitFor()
  await page.getByRole('button', { name: 'Pay out now' }).click({ force: true })
  expect(perle.state.posted).toEqual(['/api/local/play'])
  const ended = { label: 'Answers of the crowd', done: 40, total: 40, ended: true, sentence: '40 answers were given.' }
  perle.tell('progress', ended)
  await page.getByText('40 answers were given.').first().waitFor()
  await page.getByRole('button', { name: 'Pay out now' }).click()
  await expect.poll(() => perle.state.posted).toEqual(['/api/local/play', '/api/local/payout'])
})

test('what people wrote is shown as text, whatever it holds', async () => {
  perle.state.view = { ...longWords, blocks: [{ type: 'content', text: '<img src=x onerror=alert(1)>\n**not bold**' }] }
  const { page } = await visit(browser, perle.origin)
  await page.getByText('<img src=x onerror=alert(1)>').waitFor()
  expect(await page.locator('main img').count()).toBe(0)
})

test('two buttons with the same words are both there', async () => {
  perle.state.view = longWords
  const { page } = await visit(browser, perle.origin)
  await expect.poll(() => page.locator('.answers button').count()).toBe(2)
})
