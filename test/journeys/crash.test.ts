// SIGTERM and SIGKILL in mid-work: nothing acknowledged is lost, nothing is doubled.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databases } from '../support/database.ts'
import { type Perle, startPerle, Visitor } from '../support/perle.ts'
import { nextStep } from '../support/solver.ts'

describe.each(databases)('a process that ends in mid-work, on %s', kind => {
  let perle: Perle
  let visitor: Visitor
  beforeAll(async () => {
    perle = await startPerle(kind)
    visitor = new Visitor(perle.url)
    await visitor.enter('new')
    await visitor.look()
    for (const label of [
      'Try a question',
      'A is better',
      'Set me up',
      'English',
      'Yes, 18 or older',
      'Start 1',
      /^I agree/,
      'Start practice',
    ]) {
      await visitor.presses(label)
    }
    for (let count = 0; count < 60 && !visitor.has('First task'); count++) {
      const on = ['Next', 'Start the test'].find(label => visitor.has(label))
      const next = on === undefined ? nextStep(visitor.view as never) : { press: on }
      if ('press' in next) await visitor.presses(next.press)
    }
    await visitor.presses('First task')
  })
  afterAll(() => perle.end())

  const answersToday = async () => {
    await visitor.says('/me')
    return Number(/Today (\d+)/.exec(visitor.text())?.[1])
  }
  const answer = () => {
    const next = nextStep(visitor.view as never)
    if (!('press' in next)) throw new Error('a choice asked for a text')
    return { kind: 'press' as const, payload: visitor.button(next.press) }
  }

  it('keeps every acknowledged answer through SIGKILL, and counts a repeated one once', async () => {
    let acknowledged = 0
    let unsure: { action: ReturnType<typeof answer>; key: string } | undefined
    for (const delay of [0, 3, 9]) {
      for (let count = 0; count < 2; count++) {
        expect((await visitor.act(answer())).status).toBe(200)
        acknowledged += 1
      }
      const last = { action: answer(), key: randomUUID() }
      const sent = visitor.act(last.action, last.key).then(
        reply => reply.status,
        () => 'no answer',
      )
      await new Promise(done => setTimeout(done, delay))
      await perle.stop('SIGKILL')
      const status = await sent
      await perle.restart()
      // As the page does: the same request again, with the same key, until somebody answers.
      const again = await visitor.act(last.action, last.key)
      expect(again.status).toBe(200)
      acknowledged += 1
      unsure = status === 200 ? undefined : last
      const repeated = await visitor.act(last.action, last.key)
      expect(repeated.view.scene).toBe(again.view.scene)
      expect(await answersToday()).toBe(acknowledged)
      await visitor.says('/task')
      if (visitor.has('Go on')) await visitor.presses('Go on')
    }
    expect(unsure === undefined || typeof unsure.key === 'string').toBe(true)
  })

  it('stops cleanly at SIGTERM, and finds everything as it was', async () => {
    const before = await answersToday()
    expect(await perle.stop('SIGTERM')).toBe(0)
    await perle.restart()
    expect(await answersToday()).toBe(before)
    const health = (await (await fetch(`${perle.url}/healthz`)).json()) as Record<string, { ok: boolean }>
    expect(health).toMatchObject({ database: { ok: true }, chain: { ok: true }, jobs: { ok: true } })
  })

  it('comes back to its campaigns when its chain was killed too', async () => {
    await perle.stop('SIGKILL')
    const { readFile } = await import('node:fs/promises')
    const node = JSON.parse(await readFile(`${perle.home}/chain/anvil.json`, 'utf8')) as { pid: number }
    process.kill(node.pid, 'SIGKILL')
    await perle.restart()
    await visitor.says('/task')
    expect(visitor.text()).toMatch(/Work for you now|You have one open|Scam/)
    expect(perle.output()).toContain('restored from its last dump')
  })
})
