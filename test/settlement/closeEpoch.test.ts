import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { balancesUnder } from '../../core/money/store.ts'
import { takeNotices } from '../../core/outbox/takeNotices.ts'
import { payOf, recomputeManifest } from '../../core/proof/index.ts'
import { autoAccept } from '../../core/review/autoAccept.ts'
import { type ClosedEpoch, closeEpoch } from '../../core/settlement/closeEpoch.ts'
import { rewardRows } from '../../core/settlement/tables.ts'
import { reputationsOf } from '../../core/skills/store.ts'
import { allBalances, purses, refusalOf, TOKEN } from '../support/builders.ts'
import { databases } from '../support/database.ts'
import { aWorld, type World } from '../support/world.ts'
import { aPayday, aWallet, closeAll, type Payday, pretendSettled, recomputed } from './payday.ts'

const WALLETS = ['0x00000000000000000000000000000000000000a1', '0x00000000000000000000000000000000000000a2'] as const
const QUANTUM = 10n ** 16n

describe.each(databases)('a closed epoch on %s', kind => {
  let world: World
  let payday: Payday
  let closed: ClosedEpoch
  beforeAll(async () => {
    world = await aWorld({ kind })
    payday = await aPayday(world)
    await aWallet(world, payday.people[0]!, WALLETS[0])
    closed = (await closeAll(world))!
  }, 240_000)
  afterAll(() => world.close())
  const rows = () => world.turn(ctx => ctx.db.select().from(rewardRows))
  const payOfPerson = async (index: number) =>
    (await rows()).filter(row => row.contributorId === payday.people[index]).reduce((sum, row) => sum + row.pay, 0n)

  it('pays good work, pays a constant answer nothing, and loses not one base unit', async () => {
    expect(closed).toMatchObject({ epoch: 1, rows: 144, stopped: [] })
    expect(await payOfPerson(0)).toBeGreaterThan(15n * TOKEN)
    expect(await payOfPerson(5)).toBe(0n)
    for (const row of await rows()) expect(row.pay).toBe(payOf(row))
    const balances = await allBalances(world)
    expect(Object.values(balances).reduce((sum, change) => sum + change, 0n)).toBe(0n)
    const left = await purses(world, payday.campaign.campaignId)
    expect([left['earned'], left['pending'], left['leased']]).toEqual([undefined, undefined, undefined])
    const [campaign] = closed.manifest.head.campaigns
    expect(closed.manifest.head.totals.income).toBe(closed.pay)
    expect(campaign!.fee).toBe((closed.pay * 500n) / 10_000n)
    expect(campaign!.balanceAfter).toBe(1000n * TOKEN - campaign!.debit)
    expect(campaign!.reservedAfter).toBe(campaign!.balanceAfter)
  })

  it('publishes whole steps to wallets and carries the rest', async () => {
    const leaves = await world.turn(ctx => balancesUnder(ctx.db, 'leaf:'))
    const leaf = leaves.get(`leaf:${WALLETS[0]}`)!
    expect(leaf % QUANTUM).toBe(0n)
    expect((await payOfPerson(0)) - leaf).toBeLessThan(QUANTUM)
    const treasury = leaves.get(`leaf:${world.settings.chain.treasury}`)!
    expect(treasury).toBeGreaterThan(0n)
    expect([...leaves.values()].reduce((sum, one) => sum + one, 0n)).toBe(leaf + treasury)
  })

  it('has a manifest that anybody recomputes from its parts alone', async () => {
    const { row, parts, result } = await recomputed(world, 1)
    expect(result).toMatchObject({ ok: true, headerHash: row.headHash, rows: 144 })
    expect(closed.manifest.headerHash).toBe(row.headHash)
    expect(parts.map(part => part.name)).toEqual(['rows', 'accounts', 'contributions', 'reputation'])
    const forged = parts.map(part => [part.sha256, part.text.replace('"answer","gold"', '"answer","panel"')] as const)
    expect(recomputeManifest(row.headText, new Map(forged)).ok).toBe(false)
  })

  it('changes the reputation of everybody whose answers settled, and tells them the sum', async () => {
    const [good] = await world.turn(ctx => reputationsOf(ctx.db, payday.people[0]!))
    const [lazy] = await world.turn(ctx => reputationsOf(ctx.db, payday.people[5]!))
    expect(good).toMatchObject({ skill: payday.campaign.skill, checked: 24, goldAsked: 6, goldRight: 6 })
    expect(good!.standing).toBe('regular')
    expect(lazy).toMatchObject({ checked: 24, goldRight: 2, standing: 'new' })
    const notices = await world.turn(ctx => takeNotices(ctx, { contributorId: payday.people[0]! }))
    const values = { answers: 24, epoch: 1, hasWallet: 1, sum: (await payOfPerson(0)).toString() }
    expect(notices.filter(notice => notice.code === 'payday')).toMatchObject([{ values }])
  })

  it('is waited for by the next one, which publishes what was earned before a wallet was linked', async () => {
    const next = await world.turn(ctx => closeEpoch(ctx, { isFlush: true }))
    expect(refusalOf(next)).toBe('epoch.previous_unsettled')
    const balances = await world.turn(ctx => balancesUnder(ctx.db, `person:${payday.people[1]}:`))
    const accrued = balances.get(`person:${payday.people[1]}:accrued`)!
    expect(accrued).toBeGreaterThan(0n)
    await pretendSettled(world, 1)
    world.advance(3600)
    expect(await closeAll(world)).toBeNull()
    await aWallet(world, payday.people[1]!, WALLETS[1])
    world.advance(3600)
    const second = await closeAll(world)
    expect(second).toMatchObject({ epoch: 2, rows: 0 })
    expect(second!.manifest.header.heldDelta).toBe(-(accrued - (accrued % QUANTUM)))
    expect((await recomputed(world, 2)).result).toMatchObject({ ok: true, succession: true })
  })
})

describe('closing an epoch', () => {
  let world: World
  afterEach(() => world.close())

  it('answers nothing where there is nothing to do', async () => {
    world = await aWorld()
    expect(await closeAll(world)).toBeNull()
  })

  it('holds a newcomer with too little evidence until the longest hold is over', async () => {
    world = await aWorld()
    await aPayday(world, { people: 3, items: 2, checks: 1 })
    await world.turn(ctx => autoAccept(ctx, { isFlush: true }))
    expect(await world.turn(ctx => closeEpoch(ctx, { isFlush: false }))).toEqual({ ok: true, value: null })
    world.advance(14 * 86_400)
    const later = await world.turn(ctx => closeEpoch(ctx, { isFlush: false }))
    expect(later).toMatchObject({ ok: true, value: { epoch: 1 } })
  })

  it('gives the same bytes for the same seed', async () => {
    world = await aWorld()
    const other = await aWorld()
    for (const one of [world, other]) {
      await aPayday(one, { people: 4, items: 6, checks: 3 })
      await closeAll(one)
    }
    const [mine, theirs] = [await recomputed(world, 1), await recomputed(other, 1)]
    await other.close()
    expect(theirs.row.headText).toBe(mine.row.headText)
    expect(theirs.parts.map(part => part.text)).toEqual(mine.parts.map(part => part.text))
  })
})

describe('the breaker', () => {
  it('holds a campaign whose crowd and check questions disagree, until the longest hold is over', async () => {
    const world = await aWorld()
    // Three of five agreed on wrong answers: they are the consensus, and miss the check questions.
    await aPayday(world, { people: 5, items: 12, checks: 6, ring: 3 })
    for (;;) if ((await world.turn(ctx => autoAccept(ctx, { isFlush: true }))) === 0) break
    const early = await world.turn(ctx => closeEpoch(ctx, { isFlush: false }))
    expect(early).toEqual({ ok: true, value: null })
    expect(world.logged.some(line => line.message.includes('breaker'))).toBe(true)
    world.advance(14 * 86_400)
    const later = await world.turn(ctx => closeEpoch(ctx, { isFlush: false }))
    expect(later).toMatchObject({ ok: true, value: { epoch: 1, stopped: [{ sharePpm: expect.any(Number) }] } })
    await world.close()
  })
})
