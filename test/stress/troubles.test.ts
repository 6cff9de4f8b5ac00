// What goes wrong for good: an event that always fails, a sweep that always throws, a clock that is set back.
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBackground, handleLeft, sweepOnce } from '../../bots/background.ts'
import type { Action } from '../../bots/conversation/event.ts'
import { MOST_ATTEMPTS, receive, TurnFailed, takeTurn } from '../../bots/conversation/turn.ts'
import { items } from '../../core/campaigns/tables.ts'
import type { Context } from '../../core/context.ts'
import type { AssignmentId, ItemId } from '../../core/ids.ts'
import { holdsLease, listSweeps, takeLease, unhandledEvents } from '../../core/inbox/index.ts'
import { inbox } from '../../core/inbox/tables.ts'
import { nextWanted, wantTransaction } from '../../core/outbox/chainStore.ts'
import { confirmAge } from '../../core/people/confirmAge.ts'
import { consents, identities } from '../../core/people/tables.ts'
import { Fault } from '../../core/refusals.ts'
import { listRounds } from '../../core/review/listRounds.ts'
import { withdrawConsent } from '../../core/settlement/withdrawConsent.ts'
import { SWEEPS } from '../../core/sweep.ts'
import { submitAnswer } from '../../core/work/submitAnswer.ts'
import { assignments, submissions } from '../../core/work/tables.ts'
import { takeTask } from '../../core/work/takeTask.ts'
import { undoAnswer } from '../../core/work/undoAnswer.ts'
import { talkingAs } from '../conversation/transcript.ts'
import { answerAll, aPayday, closeAll, pretendSettled, recomputed } from '../settlement/payday.ts'
import { aCampaign, aPerson, consent, must, someItems } from '../support/builders.ts'
import { aWorld, type World } from '../support/world.ts'
import { disagreements } from './load.ts'

const HOUR = 3600
const anyCall = { kind: 'approve', signer: 'requester', amount: 1n } as never

describe('what goes wrong for good', { timeout: 120_000 }, () => {
  let world: World
  beforeEach(async () => {
    world = await aWorld()
  })
  afterEach(async () => {
    expect(await disagreements(world)).toEqual([])
    await world.close()
  })

  const place = () => ({ database: world.database, base: world.base, log: world.base.log })
  async function worker(count: number) {
    const campaign = await aCampaign(world, { kind: 'choice' })
    const ids = await someItems(
      world,
      campaign,
      Array.from({ length: count }, () => ({})),
    )
    const person = await aPerson(world, { skill: campaign.skill })
    await world.turn(ctx => confirmAge(ctx, { contributorId: person, isAdult: true }))
    await consent(world, person, campaign.campaignId)
    return { campaign, person, ids, take: { contributorId: person, campaignId: campaign.campaignId } }
  }

  it('an event that a crash left is taken up at once by whoever is alone with it, and later where others may have it', async () => {
    const { person } = await worker(1)
    await talkingAs(world, person)
    const [account] = await world.turn(ctx =>
      ctx.db.select().from(identities).where(eq(identities.contributorId, person)),
    )
    const identity = { platform: 'web' as const, platformId: account?.platformId ?? '' }
    const left = { eventKey: 'web:left', identity, action: { kind: 'command', name: 'me' } as const }
    const state = async () => (await world.turn(ctx => ctx.db.select().from(inbox)))[0]?.state
    await receive(place(), left)
    world.advance(1)
    await handleLeft(place())
    expect(await state()).toBe('new')
    await handleLeft(place(), true)
    expect(await state()).toBe('done')
  })

  it('an event that always fails is tried three times and given up, and its person goes on', async () => {
    const { person, take } = await worker(3)
    const me = await talkingAs(world, person)
    await me.says('/task')
    await me.presses('Start 1')
    const held = must(await world.turn(ctx => takeTask(ctx, take)))
    const itemId = await world.turn(ctx => itemOfLease(ctx, held.assignmentId))
    const broken = eq(items.id, itemId)
    const [whole] = await world.turn(ctx => ctx.db.select().from(items).where(broken))
    await world.turn(ctx => ctx.db.update(items).set({ contentText: 'torn' }).where(broken))
    const action: Action = { kind: 'press', payload: me.payloadOf('spanish') }
    const [account] = await world.turn(ctx =>
      ctx.db.select().from(identities).where(eq(identities.contributorId, person)),
    )
    const identity = { platform: 'web' as const, platformId: account?.platformId ?? '' }
    const event = { eventKey: 'web:poison', identity, action }
    await receive(place(), event)
    await world.turn(ctx => ctx.db.insert(inbox).values({ ...unreadable, receivedAt: ctx.now() }))
    await expect(takeTurn(place(), event)).rejects.toMatchObject({ isGivenUp: false })
    const behind = { ...event, eventKey: 'web:behind', action: { kind: 'command', name: 'me' } as const }
    await receive(place(), behind)
    const row = async (key: string) =>
      (await world.turn(ctx => ctx.db.select().from(inbox).where(eq(inbox.eventKey, key))))[0]
    for (let attempt = 2; attempt <= MOST_ATTEMPTS + 1; attempt++) {
      world.advance(40)
      await handleLeft(place())
      expect(await row('web:poison')).toMatchObject({ attempts: Math.min(attempt, MOST_ATTEMPTS) })
    }
    expect(await row('web:poison')).toMatchObject({ state: 'failed', payload: null })
    expect(await row('web:unreadable')).toMatchObject({ state: 'failed', payload: null })
    expect(await row('web:behind')).toMatchObject({ state: 'done' })
    await me.says('/me')
    me.shows('Today 0')
    world.advance(HOUR)
    await sweepOnce(place(), new Map(), () => {})
    await world.turn(ctx =>
      ctx.db
        .update(items)
        .set({ contentText: whole?.contentText ?? '' })
        .where(broken),
    )
    await me.says('/task')
    await me.presses('Start 1')
    await me.presses('spanish')
    expect(await world.turn(ctx => ctx.db.select().from(submissions))).toHaveLength(1)
    expect(new TurnFailed('web:poison', true, undefined).message).toContain('web:poison')
  })

  it('a sweep that always throws is noted each time, and stops no other', async () => {
    const ran: string[] = []
    const sweeps = [
      { name: 'broken', everySeconds: 5, run: () => Promise.reject(new Error('always')) },
      ...SWEEPS,
      { name: 'last', everySeconds: 5, run: () => Promise.resolve(ran.push('last') > 99 ? 1 : 0) },
    ]
    const due = new Map<string, number>()
    for (let pass = 0; pass < 3; pass++) {
      await sweepOnce(place(), due, () => {}, sweeps)
      world.advance(6)
    }
    expect(ran).toHaveLength(3)
    const noted = await world.turn(ctx => listSweeps(ctx.db))
    expect(noted.find(sweep => sweep.name === 'broken')).toMatchObject({ failure: 'always', lastRunAt: null })
    for (const { name } of SWEEPS) expect(noted.find(sweep => sweep.name === name)).toMatchObject({ failure: null })
  })

  it('an answer that nothing can decide is told loudly, and stops no other answer', async () => {
    const { take } = await worker(4)
    for (let n = 0; n < 4; n++) {
      const { assignmentId } = must(await world.turn(ctx => takeTask(ctx, take)))
      must(await world.turn(ctx => submitAnswer(ctx, { ...take, assignmentId, answer: { label: 'spanish' } })))
    }
    const [broken] = await world.turn(ctx => ctx.db.select().from(assignments))
    const reserves = (payReserve: bigint | undefined) =>
      world.turn(ctx =>
        ctx.db
          .update(assignments)
          .set({ payReserve: payReserve as never })
          .where(eq(assignments.id, broken?.id as AssignmentId)),
      )
    // More than there is: the ledger itself refuses to accept it.
    await reserves(10n ** 24n)
    world.advance(HOUR * 24 * 4)
    const passes = () => sweepOnce(place(), new Map(), () => {})
    await passes()
    const pending = async () =>
      (await world.turn(ctx => ctx.db.select().from(submissions))).filter(answer => answer.state === 'pending')
    expect((await pending()).map(answer => answer.assignmentId)).toEqual([broken?.id])
    const told = world.logged.filter(line => line.level === 'error').map(line => JSON.stringify(line.fields))
    expect(told.some(fields => fields.includes('answer '))).toBe(true)
    await reserves(broken?.payReserve)
    await passes()
    expect(await pending()).toEqual([])
  })

  it('sweeps, leases, stored events and chain calls do not wait for an hour that was taken back', async () => {
    const ran: Date[] = []
    const sweeps = [{ name: 'one', everySeconds: 5, run: () => Promise.resolve(ran.push(world.now()) > 99 ? 1 : 0) }]
    const due = new Map<string, number>()
    const lease = { name: 'chain-writer', seconds: 120 }
    const call = { kind: 'approve', signer: 'requester', amount: 1n } as never
    await sweepOnce(place(), due, () => {}, sweeps)
    expect(await world.turn(ctx => takeLease(ctx, { ...lease, holder: 'dead' }))).toBe(true)
    expect(await world.turn(ctx => wantTransaction(ctx, { purpose: 'a call', call }))).toBe(true)
    await world.turn(ctx => ctx.db.insert(inbox).values({ ...unreadable, receivedAt: ctx.now() }))
    expect(await world.turn(ctx => takeLease(ctx, { ...lease, holder: 'next' }))).toBe(false)
    world.advance(-HOUR)
    await sweepOnce(place(), due, () => {}, sweeps)
    expect(ran).toHaveLength(2)
    expect(await world.turn(ctx => takeLease(ctx, { ...lease, holder: 'next' }))).toBe(true)
    expect(await world.turn(ctx => holdsLease(ctx, { ...lease, holder: 'dead' }))).toBe(false)
    expect(await world.turn(ctx => takeLease(ctx, { ...lease, holder: 'third' }))).toBe(false)
    const wanted = await world.turn(ctx => nextWanted(ctx.db, 'requester', ctx.now()))
    expect(wanted).toMatchObject({ purpose: 'a call' })
    expect(await world.turn(ctx => unhandledEvents(ctx.db, { now: ctx.now(), seconds: 30, limit: 9 }))).toHaveLength(0)
  })

  it('a day ahead and back again stops no background loop', async () => {
    const { take, person } = await worker(2)
    const chain = { latest: () => Promise.reject(new Fault('the node is away', { retry: 'later' })) } as never
    const composition = { ...place(), config: { role: 'all' }, chain } as never
    const background = createBackground(composition, () => {})
    const ranAt = async () =>
      (await world.turn(ctx => listSweeps(ctx.db))).find(one => one.name === 'leases')?.lastRunAt
    const noted = async () => (await world.turn(ctx => listSweeps(ctx.db))).find(one => one.name === 'chain.pass')
    const until = async (isSo: () => Promise<boolean>) => {
      for (let look = 0; !(await isSo()); look++) {
        if (look > 300) throw new Error('it did not come to be')
        await new Promise(done => setTimeout(done, 50))
      }
    }
    const runsNow = () => until(async () => (await ranAt())?.getTime() === world.now().getTime())
    background.start()
    try {
      await runsNow()
      const held = must(await world.turn(ctx => takeTask(ctx, take)))
      expect(await world.turn(ctx => takeLease(ctx, { name: 'chain-writer', holder: 'dead', seconds: 120 }))).toBe(true)
      world.advance(24 * HOUR)
      await runsNow()
      // The lease of the task ran out in a day that never was; its person takes another and is not locked out.
      expect(await world.turn(ctx => takeLease(ctx, { name: 'chain-writer', holder: 'ahead', seconds: 120 }))).toBe(
        true,
      )
      expect(await world.turn(ctx => wantTransaction(ctx, { purpose: 'ahead', call: anyCall }))).toBe(true)
      await until(async () => (await noted())?.lastFailureAt?.getTime() === world.now().getTime())
      world.advance(-24 * HOUR + 60)
      await runsNow()
      await until(async () => (await noted())?.lastFailureAt?.getTime() === world.now().getTime())
      expect(await world.turn(ctx => takeLease(ctx, { name: 'chain-writer', holder: 'back', seconds: 120 }))).toBe(true)
      expect(await world.turn(ctx => nextWanted(ctx.db, 'requester', ctx.now()))).toMatchObject({ purpose: 'ahead' })
      const task = must(await world.turn(ctx => takeTask(ctx, take)))
      expect(task.assignmentId).not.toBe(held.assignmentId)
      const sent = { contributorId: person, assignmentId: task.assignmentId, answer: { label: 'spanish' } }
      must(await world.turn(ctx => submitAnswer(ctx, sent as never)))
      const pulse = background.pulse()
      expect(pulse.find(one => one.name === 'sweeps')).toMatchObject({ failure: null })
      expect(pulse.find(one => one.name === 'chain')).toMatchObject({ failure: 'the node is away' })
    } finally {
      await background.stop()
    }
  })

  it('people answer, undo and take their agreement back through a clock that is set back', async () => {
    const { person, campaign, take } = await worker(4)
    const answer = async () => {
      const task = must(await world.turn(ctx => takeTask(ctx, take)))
      const sent = { contributorId: person, assignmentId: task.assignmentId, answer: { label: 'spanish' } }
      world.advance(-HOUR)
      must(await world.turn(ctx => submitAnswer(ctx, sent as never)))
    }
    await answer()
    must(await world.turn(ctx => undoAnswer(ctx, { contributorId: person })))
    await answer()
    const rows = await world.turn(ctx => ctx.db.select().from(submissions))
    expect(rows.every(row => row.activeSeconds >= 0)).toBe(true)
    for (const sweep of SWEEPS) await world.turn(ctx => sweep.run(ctx))
    await world.turn(ctx => listRounds(ctx, { contributorId: person }))
    must(await world.turn(ctx => withdrawConsent(ctx, { contributorId: person, campaignId: campaign.campaignId })))
    const [agreed] = await world.turn(ctx => ctx.db.select().from(consents))
    expect(agreed?.withdrawnAt?.getTime()).toBeGreaterThanOrEqual(agreed?.agreedAt.getTime() ?? Number.NaN)
  })

  it('two paydays around a clock that is set back are both as anybody recomputes them', async () => {
    const { campaign } = await aPayday(world, { people: 3, items: 3, checks: 3 })
    await closeAll(world)
    await pretendSettled(world, 1)
    world.advance(-HOUR)
    await answerAll(world, campaign, { people: 3, items: 3, checks: 1 })
    expect(await closeAll(world)).toMatchObject({ epoch: 2 })
    expect((await recomputed(world, 2)).result).toMatchObject({ ok: true })
  })
})

async function itemOfLease(ctx: Context, id: AssignmentId) {
  const [row] = await ctx.db.select().from(assignments).where(eq(assignments.id, id))
  return row?.itemId as ItemId
}

const unreadable = { eventKey: 'web:unreadable', payload: '{"eventKey":', state: 'new' as const, attempts: 0 }
