import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { items } from '../../core/campaigns/tables.ts'
import type { ContributorId, ItemId } from '../../core/ids.ts'
import { personAccount } from '../../core/money/ledger.ts'
import { balanceOf } from '../../core/money/store.ts'
import { takeNotices } from '../../core/outbox/takeNotices.ts'
import { listCases } from '../../core/people/listCases.ts'
import { autoAccept } from '../../core/review/autoAccept.ts'
import { finalizeRejections } from '../../core/review/finalizeRejections.ts'
import { closeEpoch } from '../../core/settlement/closeEpoch.ts'
import { disputePause } from '../../core/settlement/disputePause.ts'
import { pauseFailing } from '../../core/settlement/pauseFailing.ts'
import { readPause } from '../../core/settlement/readPause.ts'
import { unwindEpoch } from '../../core/settlement/unwindEpoch.ts'
import { answerTest } from '../../core/skills/answerTest.ts'
import { isPauseDue } from '../../core/skills/pause.ts'
import { readSkill } from '../../core/skills/readSkill.ts'
import { startTest } from '../../core/skills/startTest.ts'
import { listWork } from '../../core/work/listWork.ts'
import { skipTask } from '../../core/work/skipTask.ts'
import { takeTask } from '../../core/work/takeTask.ts'
import { nextCheckItem } from '../../core/work/turnStore.ts'
import { aCampaign, anAnswer, aPerson, type BuiltCampaign, must, refusalOf, someItems } from '../support/builders.ts'
import { databases } from '../support/database.ts'
import { aWorld, type World } from '../support/world.ts'
import { closeAll, nameOnChain, pretendSettled } from './payday.ts'

const DAY = 24 * 3600
const labels = ['spanish', 'german', 'dutch']

describe.each(databases)('somebody who misses check questions, on %s', kind => {
  let world: World
  let campaign: BuiltCampaign
  let live: ItemId[]
  let checks: ItemId[]
  let careless: ContributorId
  let careful: ContributorId
  let third: ContributorId

  /** Everybody answers live questions well and is paid; then the check questions come. */
  beforeEach(async () => {
    world = await aWorld({ kind })
    campaign = await aCampaign(world, { kind: 'choice', spec: { overlapMin: 3, overlapMax: 3, passMark: 4 } })
    await nameOnChain(world, campaign.campaignId)
    live = await someItems(
      world,
      campaign,
      Array.from({ length: 12 }, () => ({})),
    )
    await someItems(
      world,
      campaign,
      Array.from({ length: 6 }, () => ({ role: 'test' as const })),
    )
    checks = await someItems(
      world,
      campaign,
      Array.from({ length: 6 }, () => ({ role: 'check' as const, truth: 'spanish', rule: 2 })),
    )
    careless = await aPerson(world, { skill: campaign.skill })
    careful = await aPerson(world, { skill: campaign.skill })
    third = await aPerson(world, { skill: campaign.skill })
    for (const contributorId of [careless, careful, third]) {
      for (const [index, itemId] of live.slice(0, 9).entries()) {
        world.advance(20)
        await anAnswer(world, { contributorId, itemId, answer: { label: labels[index % 3] } })
      }
    }
    await close()
  }, 120_000)
  afterEach(() => world.close())

  async function close() {
    const closed = await closeAll(world)
    await pretendSettled(world, closed?.epoch ?? 0)
    world.advance(60)
    return closed
  }
  async function answers(contributorId: ContributorId, given: readonly ItemId[], label: string) {
    for (const itemId of given) {
      world.advance(20)
      await anAnswer(world, { contributorId, itemId, answer: { label } })
    }
  }
  const pause = () => world.turn(ctx => readPause(ctx, { contributorId: careless, skill: campaign.skill }))
  const skill = (contributorId = careless) =>
    world.turn(ctx => readSkill(ctx, { contributorId, skill: campaign.skill }))
  const take = () => world.turn(ctx => takeTask(ctx, { contributorId: careless, campaignId: campaign.campaignId }))
  const accrued = () => world.turn(ctx => balanceOf(ctx.db, personAccount(careless, 'accrued')))
  const notices = async () =>
    (await world.turn(ctx => takeNotices(ctx, { contributorId: careless }))).filter(one => one.code === 'skill.paused')
  const start = () => world.turn(ctx => startTest(ctx, { contributorId: careless, campaignId: campaign.campaignId }))
  async function sits(label: string) {
    let question = must(await start())
    for (;;) {
      const given = { contributorId: careless, campaignId: campaign.campaignId, itemId: question.itemId, seconds: 30 }
      const result = must(await world.turn(ctx => answerTest(ctx, { ...given, answer: { label } })))
      if ('done' in result) return result.done
      question = result.next
    }
  }
  const retired = async () =>
    (await world.turn(ctx => ctx.db.select().from(items).where(eq(items.state, 'retired')))).map(row => row.id)

  it('is paused at the payday, told once, and keeps what was earned', async () => {
    const before = await accrued()
    expect(before).toBeGreaterThan(0n)
    await answers(careless, checks.slice(0, 3), 'dutch')
    await answers(careful, checks.slice(0, 3), 'spanish')
    const closedAt = world.now()
    await close()
    const until = new Date(closedAt.getTime() + DAY * 1000)
    expect(await skill()).toMatchObject({ state: 'paused', pausedUntil: until })
    expect((await skill(careful)).state).toBe('passed')
    expect(await accrued()).toBeGreaterThanOrEqual(before)
    const values = { skill: campaign.skill, missed: 3, asked: 3, until: until.toISOString() }
    expect(await notices()).toMatchObject([{ values }])
    const refused = await take()
    expect(refused).toMatchObject({ refusal: { code: 'skill.paused', skill: campaign.skill, until } })
    const [offer] = await world.turn(ctx => listWork(ctx, { contributorId: careless }))
    expect(offer).toMatchObject({ needs: 'paused', nextAttemptAt: until })
    await close()
    expect(await notices()).toEqual([])
  })

  it('sees two of the missed questions, which check nobody any more', async () => {
    await answers(careless, checks.slice(0, 4), 'dutch')
    await close()
    const read = await pause()
    expect(read).toMatchObject({ missed: 4, of: 4, campaignId: campaign.campaignId })
    expect(read?.shown).toHaveLength(2)
    const one = { answer: { label: 'dutch' }, truth: 'spanish', why: 'The notice says so.', rule: 2 }
    expect(read?.shown).toMatchObject([one, one])
    expect(read?.shown[0]?.item).toMatchObject({ kind: 'choice', content: { text: expect.stringContaining('Texto') } })
    expect(await retired()).toEqual(checks.slice(0, 2))
    const next = await world.turn(ctx => nextCheckItem(ctx.db, campaign.campaignId, careful))
    expect(next?.id).toBe(checks[2])
    // The next one who missed the same is shown the same: no further question is used up.
    await answers(careful, checks.slice(0, 4), 'dutch')
    await close()
    expect((await skill(careful)).state).toBe('paused')
    expect(await retired()).toEqual(checks.slice(0, 2))
    expect(await pause()).toEqual(read)
  })

  it('comes back by the test a day later, and is never paused again for the same answers', async () => {
    await answers(careless, checks.slice(0, 3), 'dutch')
    await close()
    const before = await accrued()
    expect(refusalOf(await start())).toBe('skill.paused')
    world.advance(DAY)
    expect(refusalOf(await take())).toBe('skill.paused')
    expect(await sits('spanish')).toMatchObject({ hasPassed: true, right: 6 })
    expect(await skill()).toMatchObject({ state: 'passed', pausedUntil: null })
    expect(await pause()).toBeUndefined()
    expect(refusalOf(await start())).toBe('work.none')
    const task = must(await take())
    const back = { contributorId: careless, assignmentId: task.assignmentId, reason: 'stopped' as const }
    must(await world.turn(ctx => skipTask(ctx, back)))
    await notices()
    await answers(careless, checks.slice(3, 4), 'dutch')
    await close()
    expect((await skill()).state).toBe('passed')
    expect(await notices()).toEqual([])
    expect(await accrued()).toBeGreaterThanOrEqual(before)
    await answers(careless, checks.slice(4, 6), 'dutch')
    await close()
    expect((await skill()).state).toBe('paused')
    expect(await pause()).toMatchObject({ missed: 3, of: 3 })
    expect(await notices()).toHaveLength(1)
  })

  it('waits as always when the way back is not passed', async () => {
    await answers(careless, checks.slice(0, 3), 'dutch')
    await close()
    world.advance(DAY)
    expect(await sits('dutch')).toMatchObject({ hasPassed: false })
    expect(refusalOf(await start())).toBe('qualification.wait')
    world.advance(DAY)
    expect((await start()).ok).toBe(true)
  })

  it('is not paused by two, though these leave no more reliability', async () => {
    await answers(careless, checks.slice(0, 2), 'dutch')
    await close()
    expect((await skill()).state).toBe('passed')
    expect(await retired()).toEqual([])
  })

  it('is not paused while the breaker holds the campaign, whose check questions may be wrong', async () => {
    for (const contributorId of [careless, careful, third]) {
      for (const [index, itemId] of live.slice(9).entries()) {
        world.advance(20)
        await anAnswer(world, { contributorId, itemId, answer: { label: labels[index % 3] } })
      }
    }
    await answers(careless, checks.slice(0, 3), 'dutch')
    await world.turn(ctx => autoAccept(ctx, { isFlush: true }))
    await world.turn(ctx => finalizeRejections(ctx, { isFlush: true }))
    const held = await world.turn(ctx => closeEpoch(ctx, { isFlush: false }))
    expect(held).toMatchObject({ ok: true, value: null })
    expect((await skill()).state).toBe('passed')
    const closed = await close()
    expect(closed?.stopped).toMatchObject([{ campaignId: campaign.campaignId }])
    expect((await skill()).state).toBe('paused')
  })

  it('is not paused by a question that was reported and nobody has looked at', async () => {
    await answers(careless, checks.slice(0, 3), 'dutch')
    await world.turn(ctx =>
      ctx.db
        .update(items)
        .set({ state: 'held' })
        .where(eq(items.id, checks[2] as ItemId)),
    )
    await close()
    expect((await skill()).state).toBe('passed')
    await world.turn(ctx =>
      ctx.db
        .update(items)
        .set({ state: 'open' })
        .where(eq(items.id, checks[2] as ItemId)),
    )
    const failing = [{ contributorId: careless, skill: campaign.skill }]
    expect(await world.turn(ctx => pauseFailing(ctx, { failing }))).toBe(1)
    expect(await world.turn(ctx => pauseFailing(ctx, { failing }))).toBe(0)
  })

  it('is open again when the payday is vetoed, and paused for the same reason when it closes anew', async () => {
    await answers(careless, checks.slice(0, 3), 'dutch')
    const closed = await close()
    await world.turn(ctx => unwindEpoch(ctx, { epoch: closed?.epoch ?? 0, key: 'veto' }))
    expect(await skill()).toMatchObject({ state: 'passed', pausedUntil: null })
    world.advance(3600)
    await close()
    expect(await pause()).toMatchObject({ missed: 3, of: 3 })
    expect(await retired()).toHaveLength(2)
  })

  it('asks a person about it, once and at no cost', async () => {
    const dispute = () => world.turn(ctx => disputePause(ctx, { contributorId: careless, skill: campaign.skill }))
    expect(refusalOf(await dispute())).toBe('qualification.missing')
    await answers(careless, checks.slice(0, 3), 'dutch')
    await close()
    const before = await accrued()
    const { code } = must(await dispute())
    expect(must(await dispute()).code).toBe(code)
    const cases = await world.turn(ctx => listCases(ctx, { contributorId: careless }))
    expect(cases).toMatchObject([{ code, topic: 'decision', reply: null }])
    expect(await accrued()).toBe(before)
  })
})

describe('the check questions of a pause', () => {
  const parameters = { low: 350_000, high: 850_000, goldPrior: 2_000_000 }
  // Three balanced classes and the reference of a campaign without a pilot.
  const right = { truthPpm: 1_000_000, s: 1_111_111, n: 666_667 }
  const wrong = { truthPpm: 0, s: -555_555, n: 666_667 }

  it('are three at least, and leave nothing', () => {
    expect(isPauseDue([wrong, wrong], parameters)).toBe(false)
    expect(isPauseDue([wrong, wrong, wrong], parameters)).toBe(true)
    expect(isPauseDue([wrong, right, wrong], parameters)).toBe(false)
    expect(isPauseDue([], parameters)).toBe(false)
  })
})
