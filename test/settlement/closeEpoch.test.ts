import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { balancesUnder } from '../../core/money/store.ts'
import { takeNotices } from '../../core/outbox/takeNotices.ts'
import { payOf, recomputeManifest } from '../../core/proof/index.ts'
import { autoAccept } from '../../core/review/autoAccept.ts'
import { closeEpoch } from '../../core/settlement/closeEpoch.ts'
import { rewardRows } from '../../core/settlement/tables.ts'
import { reputationsOf } from '../../core/skills/store.ts'
import { allBalances, purses, refusalOf, TOKEN } from '../support/builders.ts'
import { databases } from '../support/database.ts'
import { aWorld, type World } from '../support/world.ts'
import { aPayday, aWallet, closeAll, pretendSettled, recomputed } from './payday.ts'

const WALLETS = ['0x00000000000000000000000000000000000000a1', '0x00000000000000000000000000000000000000a2'] as const
const QUANTUM = 10n ** 16n

describe.each(databases)('closing an epoch on %s', kind => {
  let world: World
  beforeEach(async () => {
    world = await aWorld({ kind })
  })
  afterEach(() => world.close())

  it('pays good work, pays a constant answer nothing, and loses not one base unit', async () => {
    const { campaign, people } = await aPayday(world)
    await aWallet(world, people[0]!, WALLETS[0])
    const closed = await closeAll(world)
    expect(closed).toMatchObject({ epoch: 1, stopped: [] })
    const rows = await world.turn(ctx => ctx.db.select().from(rewardRows))
    expect(rows.length).toBe(6 * 24)
    const payOfPerson = (id: string) =>
      rows.filter(row => row.contributorId === id).reduce((sum, row) => sum + row.pay, 0n)
    const [good, lazy] = [payOfPerson(people[0]!), payOfPerson(people[5]!)]
    expect(good).toBeGreaterThan(15n * TOKEN)
    expect(lazy).toBe(0n)
    for (const row of rows) expect(row.pay).toBe(payOf(row))
    const balances = await allBalances(world)
    expect(Object.values(balances).reduce((sum, change) => sum + change, 0n)).toBe(0n)
    const left = await purses(world, campaign.campaignId)
    expect(left['earned']).toBeUndefined()
    expect(left['pending']).toBeUndefined()
    const total = rows.reduce((sum, row) => sum + row.pay, 0n)
    const head = closed!.manifest.head
    expect(head.totals.income).toBe(total)
    expect(head.campaigns[0]!.fee).toBe((total * 500n) / 10_000n)
    expect(head.campaigns[0]!.balanceAfter).toBe(1000n * TOKEN - head.campaigns[0]!.debit)
    expect(head.campaigns[0]!.reservedAfter).toBe(head.campaigns[0]!.balanceAfter)
  })

  it('publishes whole steps to wallets and carries the rest', async () => {
    const { people } = await aPayday(world)
    await aWallet(world, people[0]!, WALLETS[0])
    await closeAll(world)
    const leaves = await world.turn(ctx => balancesUnder(ctx.db, 'leaf:'))
    const leaf = leaves.get(`leaf:${WALLETS[0]}`)!
    expect(leaf % QUANTUM).toBe(0n)
    const rows = await world.turn(ctx => ctx.db.select().from(rewardRows))
    const mine = rows.filter(row => row.contributorId === people[0]).reduce((sum, row) => sum + row.pay, 0n)
    expect(mine - leaf).toBeLessThan(QUANTUM)
    const treasury = leaves.get(`leaf:${world.settings.chain.treasury}`)!
    expect(treasury).toBeGreaterThan(0n)
    expect([...leaves.values()].reduce((sum, one) => sum + one, 0n)).toBe(leaf + treasury)
  })

  it('writes a manifest that anybody recomputes from its parts alone', async () => {
    await aPayday(world)
    const closed = await closeAll(world)
    const { row, parts, result } = await recomputed(world, 1)
    expect(result).toMatchObject({ ok: true, headerHash: row.headHash, rows: 144 })
    expect(closed!.manifest.headerHash).toBe(row.headHash)
    expect(parts.map(part => part.name)).toEqual(['rows', 'accounts', 'contributions', 'reputation'])
    const forged = parts.map(part => [part.sha256, part.text.replace('"answer","gold"', '"answer","panel"')] as const)
    expect(recomputeManifest(row.headText, new Map(forged)).ok).toBe(false)
  })

  it('publishes later what was earned before a wallet was linked', async () => {
    const { people } = await aPayday(world)
    await closeAll(world)
    const before = await world.turn(ctx => balancesUnder(ctx.db, `person:${people[1]}:`))
    const accrued = before.get(`person:${people[1]}:accrued`)!
    expect(accrued).toBeGreaterThan(0n)
    await pretendSettled(world, 1)
    world.advance(3600)
    expect(await closeAll(world)).toBeNull()
    await aWallet(world, people[1]!, WALLETS[1])
    world.advance(3600)
    const second = await closeAll(world)
    expect(second).toMatchObject({ epoch: 2, rows: 0 })
    expect(second!.manifest.header.heldDelta).toBe(-(accrued - (accrued % QUANTUM)))
    expect((await recomputed(world, 2)).result).toMatchObject({ ok: true, succession: true })
  })

  it('waits for the epoch before, and answers nothing where there is nothing to do', async () => {
    expect(await closeAll(world)).toBeNull()
    await aPayday(world)
    await closeAll(world)
    expect(refusalOf(await world.turn(ctx => closeEpoch(ctx, { isFlush: true })))).toBe('epoch.previous_unsettled')
  })

  it('holds a newcomer with too little evidence until the longest hold is over', async () => {
    await aPayday(world, { items: 0 })
    await world.turn(ctx => autoAccept(ctx, { isFlush: true }))
    expect(await world.turn(ctx => closeEpoch(ctx, { isFlush: false }))).toEqual({ ok: true, value: null })
    world.advance(14 * 86_400)
    const later = await world.turn(ctx => closeEpoch(ctx, { isFlush: false }))
    expect(later).toMatchObject({ ok: true, value: { epoch: 1 } })
  })

  it('writes the reputation of everybody whose answers settled, and tells them the sum', async () => {
    const { people, campaign } = await aPayday(world)
    await closeAll(world)
    const [good] = await world.turn(ctx => reputationsOf(ctx.db, people[0]!))
    const [lazy] = await world.turn(ctx => reputationsOf(ctx.db, people[5]!))
    expect(good).toMatchObject({ skill: campaign.skill, checked: 24, goldAsked: 6, goldRight: 6, standing: 'regular' })
    expect(lazy).toMatchObject({ checked: 24, goldRight: 2, standing: 'new' })
    const notices = await world.turn(ctx => takeNotices(ctx, { contributorId: people[0]! }))
    expect(notices.filter(notice => notice.code === 'payday')).toMatchObject([
      { values: { answers: 24, epoch: 1, hasWallet: 0 } },
    ])
  })

  it('gives the same bytes for the same seed', async () => {
    const other = await aWorld({ kind: 'pglite' })
    for (const one of [world, other]) {
      await aPayday(one, { people: 5, items: 9 })
      await closeAll(one)
    }
    const [mine, theirs] = [await recomputed(world, 1), await recomputed(other, 1)]
    await other.close()
    expect(theirs.row.headText).toBe(mine.row.headText)
    expect(theirs.parts.map(part => part.text)).toEqual(mine.parts.map(part => part.text))
  })
})
