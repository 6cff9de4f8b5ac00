import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pauseCampaign } from '../../core/campaigns/pauseCampaign.ts'
import { rowsOf } from '../../core/database/database.ts'
import type { ContributorId } from '../../core/ids.ts'
import { campaignAccount } from '../../core/money/ledger.ts'
import { balanceOf, balancesUnder } from '../../core/money/store.ts'
import { expireAssignments } from '../../core/work/expireAssignments.ts'
import { extendTask } from '../../core/work/extendTask.ts'
import { listWork } from '../../core/work/listWork.ts'
import { reportItem } from '../../core/work/reportItem.ts'
import { saveDraft } from '../../core/work/saveDraft.ts'
import { skipTask } from '../../core/work/skipTask.ts'
import { submitAnswer } from '../../core/work/submitAnswer.ts'
import { takeTask } from '../../core/work/takeTask.ts'
import { taskInHand } from '../../core/work/taskInHand.ts'
import { canUndo, undoAnswer } from '../../core/work/undoAnswer.ts'
import { aCampaign, aPerson, type BuiltCampaign, consent, must, refusalOf, someItems } from '../support/builders.ts'
import { databases } from '../support/database.ts'
import { aWorld, type World } from '../support/world.ts'

describe.each(databases)('taking and answering tasks on %s', kind => {
  let world: World
  let campaign: BuiltCampaign
  let person: ContributorId

  beforeEach(async () => {
    world = await aWorld({ kind })
    campaign = await aCampaign(world, { kind: 'choice' })
    await someItems(world, campaign, [{}, {}, {}])
    person = await aPerson(world, { skill: campaign.skill })
    await consent(world, person, campaign.campaignId)
  })
  afterEach(async () => {
    const all = await world.turn(ctx => balancesUnder(ctx.db, ''))
    expect([...all.values()].reduce((sum, balance) => sum + balance, 0n)).toBe(0n)
    await world.close()
  })

  const take = (who = person) =>
    world.turn(ctx => takeTask(ctx, { contributorId: who, campaignId: campaign.campaignId }))
  const purse = (name: 'free' | 'leased' | 'pending' | 'review') =>
    world.turn(ctx => balanceOf(ctx.db, campaignAccount(campaign.campaignId, name)))

  it('hands out one task at a time and sets its cost aside', async () => {
    const before = await purse('free')
    const task = must(await take())
    expect(must(await take()).assignmentId).toBe(task.assignmentId)
    expect(await purse('leased')).toBe(before - (await purse('free')))
    expect(await purse('leased')).toBeGreaterThan(task.price)
  })

  it('keeps the draft sealed and gives it back', async () => {
    const task = must(await take())
    await world.turn(ctx =>
      saveDraft(ctx, { contributorId: person, assignmentId: task.assignmentId, draft: { note: 'geheim' } }),
    )
    expect((await world.turn(ctx => taskInHand(ctx, { contributorId: person })))?.draft).toEqual({ note: 'geheim' })
    const rows = await world.turn(ctx => rowsOf<{ draft: string }>(ctx.db, sql`select draft from assignments`))
    expect(rows[0]?.draft).toMatch(/^v1\./)
    expect(rows[0]?.draft).not.toContain('geheim')
  })

  it('takes an answer once, moves its money, and asks nobody twice about one item', async () => {
    const seen = new Set<string>()
    for (let count = 0; count < 3; count++) {
      const task = must(await take())
      seen.add(task.itemId)
      const input = { contributorId: person, assignmentId: task.assignmentId, answer: { label: 'spanish' } }
      const receipt = must(await world.turn(ctx => submitAnswer(ctx, input)))
      expect(receipt.today).toBe(count + 1)
      expect(receipt.isFirstEver).toBe(count === 0)
      expect(refusalOf(await world.turn(ctx => submitAnswer(ctx, input)))).toBe('assignment.closed')
    }
    expect(seen.size).toBe(3)
    expect(refusalOf(await take())).toBe('work.none')
    expect(await purse('leased')).toBe(0n)
    expect(await purse('pending')).toBeGreaterThan(0n)
    expect(await world.turn(ctx => listWork(ctx, { contributorId: person }))).toEqual([])
  })

  it('refuses an answer that is none, and says which field', async () => {
    const task = must(await take())
    const input = { contributorId: person, assignmentId: task.assignmentId, answer: { label: 'klingon' } }
    expect(await world.turn(ctx => submitAnswer(ctx, input))).toMatchObject({
      ok: false,
      refusal: { code: 'answer.malformed', field: 'label' },
    })
  })

  it('gives the last answer back as a draft, with its money, until the next one is sent', async () => {
    const task = must(await take())
    const answer = { label: 'german' }
    must(await world.turn(ctx => submitAnswer(ctx, { contributorId: person, assignmentId: task.assignmentId, answer })))
    const next = must(await take())
    expect(await world.turn(ctx => canUndo(ctx, { contributorId: person }))).toBe(true)
    const back = must(await world.turn(ctx => undoAnswer(ctx, { contributorId: person })))
    expect(back.itemId).toBe(task.itemId)
    expect(back.draft).toEqual(answer)
    expect(await purse('pending')).toBe(0n)
    must(await world.turn(ctx => submitAnswer(ctx, { contributorId: person, assignmentId: back.assignmentId, answer })))
    expect(must(await take()).itemId).toBe(next.itemId)
  })

  it('skips and reports at no cost, and shows the item to nobody while somebody has to look', async () => {
    const first = must(await take())
    const skipped = { contributorId: person, assignmentId: first.assignmentId, reason: 'not_clear' as const }
    must(await world.turn(ctx => skipTask(ctx, skipped)))
    const second = must(await take())
    expect(second.itemId).not.toBe(first.itemId)
    const report = { contributorId: person, assignmentId: second.assignmentId, reason: 'harmful' as const }
    must(await world.turn(ctx => reportItem(ctx, report)))
    expect(await purse('leased')).toBe(0n)
    const other = await aPerson(world, { skill: campaign.skill })
    await consent(world, other, campaign.campaignId)
    expect(must(await take(other)).itemId).not.toBe(second.itemId)
  })

  it('ends a lease when its time is over, and extends one that is asked for', async () => {
    const task = must(await take())
    world.advance(500)
    const extended = must(
      await world.turn(ctx => extendTask(ctx, { contributorId: person, assignmentId: task.assignmentId })),
    )
    expect(extended.expiresAt.getTime()).toBeGreaterThan(task.expiresAt.getTime())
    world.advance(700)
    const late = { contributorId: person, assignmentId: task.assignmentId, answer: { label: 'spanish' } }
    expect(refusalOf(await world.turn(ctx => submitAnswer(ctx, late)))).toBe('assignment.expired')
    expect(await world.turn(ctx => expireAssignments(ctx))).toBe(1)
    expect(await world.turn(ctx => expireAssignments(ctx))).toBe(0)
    expect(await purse('leased')).toBe(0n)
    expect(must(await take()).itemId).toBe(task.itemId)
  })

  it('does not let anybody answer for somebody else', async () => {
    const task = must(await take())
    const other = await aPerson(world, { skill: campaign.skill })
    const input = { contributorId: other, assignmentId: task.assignmentId, answer: { label: 'spanish' } }
    expect(refusalOf(await world.turn(ctx => submitAnswer(ctx, input)))).toBe('assignment.not_yours')
  })

  it('asks for agreement and test before work, and hands out nothing of a paused campaign', async () => {
    const stranger = await aPerson(world)
    expect(refusalOf(await take(stranger))).toBe('consent.missing')
    await consent(world, stranger, campaign.campaignId)
    expect(refusalOf(await take(stranger))).toBe('qualification.missing')
    const pause = { requesterId: campaign.requesterId, campaignId: campaign.campaignId, isPaused: true }
    must(await world.turn(ctx => pauseCampaign(ctx, pause)))
    expect(refusalOf(await take())).toBe('campaign.not_open')
  })

  it('refuses in the database itself a lease without a living agreement', async () => {
    must(await take())
    await world.turn(async ctx => ctx.db.execute(sql`update consents set withdrawn_at = agreed_at`))
    const copy = world.turn(async ctx =>
      ctx.db.execute(sql`insert into assignments select * from (
        select gen_random_uuid(), campaign_id, item_id, gen_random_uuid(), consent_id, 'skipped', price, m_bps, pay_reserve,
          fee_reserve, review_reserve, guide_version, shuffle_seed, draft, skip_reason, created_at, expires_at, ended_at
        from assignments) as copy`),
    )
    await expect(copy).rejects.toThrow()
  })

  it('decides an item once enough people agree, and asks one more where they do not', async () => {
    const answer = async (label: string) => {
      const who = await aPerson(world, { skill: campaign.skill })
      await consent(world, who, campaign.campaignId)
      const task = must(await take(who))
      must(
        await world.turn(ctx =>
          submitAnswer(ctx, { contributorId: who, assignmentId: task.assignmentId, answer: { label } }),
        ),
      )
      return task.itemId
    }
    const first = await answer('spanish')
    expect(await answer('spanish')).toBe(first)
    const second = await answer('german')
    expect(second).not.toBe(first)
    expect(await answer('dutch')).toBe(second)
    expect(await answer('german')).toBe(second)
    const rows = await world.turn(ctx =>
      rowsOf<{ id: string; state: string; wanted: number }>(
        ctx.db,
        sql`select id, state, wanted from items order by position`,
      ),
    )
    expect(rows[0]).toMatchObject({ id: first, state: 'decided', wanted: 2 })
    expect(rows[1]?.wanted).toBeGreaterThanOrEqual(3)
  })
})
