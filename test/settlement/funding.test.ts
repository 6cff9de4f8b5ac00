import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { updateCampaign } from '../../core/campaigns/store.ts'
import { campaigns } from '../../core/campaigns/tables.ts'
import { COMMONS, campaignAccount } from '../../core/money/ledger.ts'
import { balanceOf, post } from '../../core/money/store.ts'
import { closeDueRounds } from '../../core/review/closeDueRounds.ts'
import { forget } from '../../core/settlement/forget.ts'
import { rewardRows } from '../../core/settlement/tables.ts'
import { withdrawConsent } from '../../core/settlement/withdrawConsent.ts'
import { saveQualification } from '../../core/skills/store.ts'
import { aSitting, ballotOf, openOne, vote } from '../review/sitting.ts'
import { allBalances, aPerson, must, purses, TOKEN } from '../support/builders.ts'
import { aWorld, type World } from '../support/world.ts'
import { aPayday, closeAll, nameOnChain, pretendSettled, recomputed } from './payday.ts'

describe('who pays what', () => {
  let world: World
  beforeEach(async () => {
    world = await aWorld()
  })
  afterEach(async () => {
    const balances = await allBalances(world)
    expect(Object.values(balances).reduce((sum, change) => sum + change, 0n)).toBe(0n)
    await world.close()
  })
  const rows = () => world.turn(ctx => ctx.db.select().from(rewardRows))

  it('pays votes from the review money of their campaign, by the verdict of the others', async () => {
    const sitting = await aSitting(world, { answers: 6, reviewers: 5 })
    await nameOnChain(world, sitting.campaign.campaignId)
    const { roundId, seats } = await openOne(world)
    for (const [index, submission] of sitting.submissions.entries()) {
      const ballot = await ballotOf(world, roundId, submission)
      const says =
        index % 2 === 0 ? (['accept', 'accept', 'reject'] as const) : (['reject', 'reject', 'reject'] as const)
      await vote(world, ballot, seats, [...says])
    }
    await world.turn(ctx => closeDueRounds(ctx, { isFlush: true }))
    const before = await purses(world, sitting.campaign.campaignId)
    const closed = await closeAll(world)
    const votes = (await rows()).filter(row => row.kind === 'vote')
    expect(votes).toHaveLength(18)
    const sumOf = (id: string | undefined) =>
      votes.filter(row => row.contributorId === id).reduce((sum, row) => sum + row.pay, 0n)
    expect(sumOf(seats[0])).toBe(sumOf(seats[1]))
    // The third said "reject" to everything, which half of the time was not what the others said.
    expect(sumOf(seats[2])).toBe(0n)
    expect(sumOf(seats[0])).toBeGreaterThan(0n)
    const paid = votes.reduce((sum, row) => sum + row.pay, 0n)
    const after = await purses(world, sitting.campaign.campaignId)
    expect(before['review']! - after['review']!).toBe(paid + (paid * 500n) / 10_000n)
    expect((await recomputed(world, closed!.epoch)).result).toMatchObject({ ok: true })
    const text = (await rows()).filter(row => row.kind === 'answer')
    expect(text.map(row => row.basis)).toEqual(Array.from({ length: 6 }, () => 'votes'))
    expect(new Set(text.map(row => row.truthPpm))).toEqual(new Set([666_667, 0]))
  })

  it('pays a stipend from the commons once, and leaves it waiting while the commons is empty', async () => {
    const { campaign, people } = await aPayday(world, { people: 4, items: 6, checks: 3 })
    const taker = await aPerson(world)
    await world.turn(ctx =>
      saveQualification(ctx.db, {
        contributorId: taker,
        skill: 'another skill',
        campaignId: campaign.campaignId,
        state: 'failed',
        attempt: 1,
        asked: 6,
        right: 4,
        startedAt: ctx.now(),
        decidedAt: ctx.now(),
        stipend: (TOKEN / 100n) as never,
        stipendAt: ctx.now(),
      }),
    )
    expect(await world.turn(ctx => balanceOf(ctx.db, COMMONS))).toBe(0n)
    await closeAll(world)
    const stipends = (await rows()).filter(row => row.kind === 'stipend')
    expect(stipends).toMatchObject([{ contributorId: taker, pay: TOKEN / 100n, basis: 'exam', campaignId: null }])
    expect((await recomputed(world, 1)).result).toMatchObject({ ok: true })
    await pretendSettled(world, 1)
    world.advance(60)
    expect(await closeAll(world)).toBeNull()
    expect(people.length).toBe(4)
  })

  it('gives a closed campaign with nothing left to decide back to its requester', async () => {
    const { campaign } = await aPayday(world, { people: 4, items: 6, checks: 3 })
    await world.turn(ctx => updateCampaign(ctx.db, campaign.campaignId, { state: 'closed', closedAt: ctx.now() }))
    const closed = await closeAll(world)
    const left = await purses(world, campaign.campaignId)
    expect(Object.keys(left)).toEqual(['free'])
    const [stated] = closed!.manifest.head.campaigns
    expect(stated).toMatchObject({ balanceAfter: left['free'], reservedAfter: 0n })
    const [row] = await world.turn(ctx => ctx.db.select().from(campaigns).where(eq(campaigns.id, campaign.campaignId)))
    expect(row!.state).toBe('settled')
  })

  it('pays what was accepted before its author took it back, and ties it to nobody', async () => {
    const { campaign, people } = await aPayday(world, { people: 4, items: 9, checks: 3 })
    const { autoAccept } = await import('../../core/review/autoAccept.ts')
    for (;;) if ((await world.turn(ctx => autoAccept(ctx, { isFlush: true }))) === 0) break
    must(await world.turn(ctx => forget(ctx, { contributorId: people[0]! })))
    must(await world.turn(ctx => withdrawConsent(ctx, { contributorId: people[1]!, campaignId: campaign.campaignId })))
    await closeAll(world)
    const all = await rows()
    const gone = all.filter(row => row.contributorId === null)
    expect(gone).toHaveLength(12)
    for (const row of gone) expect(row).toMatchObject({ basis: 'auto', q: 60, rowSalt: null, linkSalt: null })
    const accrued = await world.turn(ctx => balanceOf(ctx.db, `person:${people[0]}:accrued`))
    expect(accrued).toBe(gone.reduce((sum, row) => sum + row.pay, 0n))
    expect(all.filter(row => row.contributorId === people[1])).toHaveLength(12)
    expect((await recomputed(world, 1)).result).toMatchObject({ ok: true })
    const left = await purses(world, campaign.campaignId)
    expect(left['earned']).toBeUndefined()
  })

  it('sends a lost bond to the commons, and the manifest says so', async () => {
    const { campaign, people } = await aPayday(world, { people: 4, items: 6, checks: 3 })
    await closeAll(world)
    await pretendSettled(world, 1)
    world.advance(60)
    const bond = TOKEN / 10n
    await world.turn(ctx =>
      post(ctx, { key: 'bond', reason: 'bond', lines: { [`person:${people[0]}:accrued`]: -bond, [COMMONS]: bond } }),
    )
    await world.turn(ctx => updateCampaign(ctx.db, campaign.campaignId, { state: 'closed', closedAt: ctx.now() }))
    const closed = await closeAll(world)
    expect(closed!.manifest.head.totals.toCommons).toBe(bond)
    expect((await recomputed(world, 2)).result).toMatchObject({ ok: true, succession: true })
    expect(await world.turn(ctx => balanceOf(ctx.db, campaignAccount(campaign.campaignId, 'review')))).toBe(0n)
  })
})
