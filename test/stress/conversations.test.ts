// Many people at once on one campaign, from hello to their answers, each event now and then delivered three times.
import { describe, expect, it } from 'vitest'
import type { Action, Event } from '../../bots/conversation/event.ts'
import { receive, takeTurn } from '../../bots/conversation/turn.ts'
import type { View } from '../../bots/conversation/view.ts'
import { inbox } from '../../core/inbox/tables.ts'
import { assignments, submissions } from '../../core/work/tables.ts'
import { aCampaign, someItems } from '../support/builders.ts'
import { seededRandom, type World } from '../support/world.ts'
import { allAtOnce, aWatchedWorld, disagreements, hasPostgres, load } from './load.ts'

const PEOPLE = load(32, 8)
const ANSWERS = load(10, 3)

/** One person's account: sends, and has what is shown. Every seventh event reaches us three times at once. */
function talker(world: World, platformId: string) {
  const place = { database: world.database, base: world.base }
  let view: View | undefined
  let sent = 0
  const sends = async (action: Action) => {
    world.advance(1)
    const event: Event = { eventKey: `web:${platformId}:${++sent}`, identity: { platform: 'web', platformId }, action }
    const deliver = async () => {
      await receive(place, event)
      return takeTurn(place, event)
    }
    const turns = await Promise.all(sent % 7 === 0 ? [deliver(), deliver(), deliver()] : [deliver()])
    const fresh = turns.filter(turn => !turn.isRepeat)
    if (fresh.length !== 1) throw new Error(`${fresh.length} of ${turns.length} deliveries had an effect`)
    view = fresh[0]?.view
  }
  const labels = () => (view?.rows ?? []).flat().map(button => button.label)
  return {
    sent: () => sent,
    says: (name: 'start' | 'task') => sends({ kind: 'command', name }),
    has: (label: string) => labels().includes(label),
    presses(label: string) {
      const button = (view?.rows ?? []).flat().find(one => one.label === label)
      if (button?.kind !== 'press') throw new Error(`no "${label}" at ${view?.scene}: ${labels().join(', ')}`)
      return sends({ kind: 'press', payload: button.payload })
    },
  }
}

const HELLO = ['Try a question', 'A is better', 'Set me up', 'English', 'Yes, 18 or older', 'Start 1']
const PRACTICE = ['I agree, share my answers', 'Start practice', 'spanish', 'Start the test']

describe.skipIf(!hasPostgres)('many people on one campaign at once', { timeout: 300_000 }, () => {
  it('each comes from hello to all answers; nothing is held twice, every count and sum is exact', async () => {
    const world = await aWatchedWorld()
    try {
      const campaign = await aCampaign(world, { kind: 'choice', deposit: 10n ** 22n })
      const of = (count: number, item: object) => Array.from({ length: count }, () => item)
      await someItems(world, campaign, [
        { role: 'practice', rule: 1 },
        ...of(6, { role: 'test', rule: 2 }),
        ...of(12, { role: 'check', rule: 2 }),
        ...of(PEOPLE * ANSWERS, {}),
      ])
      const people = Array.from({ length: PEOPLE }, (_, index) => talker(world, `person-${index}`))
      const failures = await allAtOnce(people.map((person, index) => () => worksThrough(person, seededRandom(index))))
      console.log(`${PEOPLE} conversations, ${people.reduce((sum, one) => sum + one.sent(), 0)} events:`, world.met)
      expect(failures).toEqual([])
      expect(await disagreements(world)).toEqual([])
      const { leases, answers, events } = await world.turn(async ctx => ({
        leases: await ctx.db.select().from(assignments),
        answers: await ctx.db.select().from(submissions),
        events: await ctx.db.select().from(inbox),
      }))
      expect(answers.filter(answer => answer.state === 'pending')).toHaveLength(PEOPLE * ANSWERS)
      expect(leases.filter(lease => lease.state === 'submitted')).toHaveLength(PEOPLE * ANSWERS)
      expect(events).toHaveLength(people.reduce((sum, one) => sum + one.sent(), 0))
      expect(events.every(event => event.state === 'done' && event.payload === null)).toBe(true)
      // One order of locks on every way through the work room: none may meet another in the opposite one.
      expect(world.met.get('40P01') ?? 0).toBe(0)
    } finally {
      await world.close()
    }
  })
})

/** Answers, and on the way skips and takes back as people do. */
async function worksThrough(person: ReturnType<typeof talker>, random: () => number): Promise<void> {
  await person.says('start')
  for (const label of [...HELLO, ...PRACTICE]) await person.presses(label)
  for (let question = 0; question < 6; question++) await person.presses('spanish')
  await person.presses('First task')
  for (let answered = 0; answered < ANSWERS; answered++) {
    if (random() < 0.2) {
      await person.presses('Skip')
      await person.presses('Not clear')
    }
    await person.presses(['spanish', 'german', 'dutch'][Math.floor(random() * 3)] as string)
    if (random() < 0.2 && person.has('Undo')) {
      await person.presses('Undo')
      await person.presses('dutch')
    }
  }
}
