// All kinds of work, answered as a person would, over HTTP: with skip, undo, "both bad", "cannot judge".
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Perle, startPerle, Visitor } from '../support/perle.ts'
import { nextStep } from '../support/solver.ts'

describe('work of every kind', () => {
  let perle: Perle
  beforeAll(async () => {
    perle = await startPerle()
  })
  afterAll(() => perle.end())

  async function newcomer(): Promise<Visitor> {
    const visitor = new Visitor(perle.url)
    await visitor.enter('new')
    await visitor.look()
    for (const label of ['Try a question', 'A is better', 'Set me up', 'English', 'Yes, 18 or older'])
      await visitor.presses(label)
    return visitor
  }

  async function step(visitor: Visitor) {
    const next = nextStep(visitor.view as NonNullable<Visitor['view']>)
    return 'press' in next
      ? visitor.presses(next.press)
      : visitor.act({ kind: 'form', payload: visitor.view?.form?.payload ?? '', text: next.write })
  }

  /** Through agreement, practice and test of the campaign with this title, to its first task. */
  async function toFirstTask(visitor: Visitor, title: string) {
    await visitor.says('/task')
    const place = () =>
      (visitor.view?.blocks ?? [])
        .flatMap(block => (block.type === 'list' ? block.items : []))
        .findIndex(item => JSON.stringify(item).includes(title)) + 1
    for (let turned = 0; place() === 0 && turned < 5; turned++) await visitor.presses('More work')
    await visitor.presses(`Start ${place()}`)
    expect(visitor.text()).toContain(title)
    await visitor.presses(/^I agree/)
    await visitor.presses('Start practice')
    for (let count = 0; count < 80 && !visitor.has('First task'); count++) {
      if (visitor.has('Next')) await visitor.presses('Next')
      else if (visitor.has('Start the test')) await visitor.presses('Start the test')
      else await step(visitor)
    }
    expect(visitor.text()).toMatch(/Passed, \d+ of \d+/)
    await visitor.presses('First task')
    expect(visitor.view?.scene).toBe('task')
  }

  it.each([
    'Scam, advert, or neither',
    'Signs of a scam',
    'The more useful reply',
    'Which summary can you rely on?',
    'Make it plain',
    'How plain is it?',
    'Find the first mistake',
    'Would you merge it?',
  ])('"%s" goes from the agreement to three saved answers, a skip and an undo', async title => {
    const visitor = await newcomer()
    await toFirstTask(visitor, title)
    const before = visitor.text()
    await visitor.presses('Skip')
    await visitor.presses('Just skip')
    expect(visitor.view?.scene).toBe('task')
    expect(visitor.text()).not.toBe(before)
    let saved = 0
    for (let count = 0; count < 60 && saved < 3; count++) {
      await step(visitor)
      if (/first answer is saved|Saved\. /.test(visitor.text()))
        saved = Number(/(\d+) today/.exec(visitor.text())?.[1] ?? 1)
    }
    expect(saved).toBe(3)
    await visitor.presses('Undo')
    expect(visitor.view?.scene).toBe('task')
    await visitor.says('/me')
    expect(visitor.text()).toContain('Today 2')
  })

  it('takes "both bad" and "cannot judge" as answers', async () => {
    const visitor = await newcomer()
    await toFirstTask(visitor, 'The more useful reply')
    for (const label of ['Both bad', 'Cannot judge']) {
      while (!visitor.has(label)) await visitor.presses(/^(Next part|Read [AB])$/)
      await visitor.presses(label)
    }
    await visitor.says('/me')
    expect(visitor.text()).toContain('Today 2')
  })

  it('shows the same task with its draft to somebody who comes back', async () => {
    const visitor = await newcomer()
    await toFirstTask(visitor, 'Make it plain')
    const source = visitor.text()
    await visitor.act({ kind: 'form', payload: visitor.view?.form?.payload ?? '', text: 'Too short' })
    await visitor.says('/help')
    await visitor.says('/task')
    expect(visitor.text()).toMatch(/Too short|You have one open/)
    expect(source).not.toBe('')
  })
})
