import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Address } from '../../core/ids.ts'
import { balanceOf, balancesUnder } from '../../core/money/store.ts'
import { chainTransactions } from '../../core/outbox/tables.ts'
import { takeNotices } from '../../core/outbox/takeNotices.ts'
import { checkBooks } from '../../core/settlement/checkBooks.ts'
import { findEpoch } from '../../core/settlement/epochStore.ts'
import { relayClaims } from '../../core/settlement/relayClaims.ts'
import { allBalances, TOKEN } from '../support/builders.ts'
import { aChainWorld, aFundedCampaign, type ChainWorld, stateOf } from './chain.ts'
import { answerAll, aWallet, closeAll, recomputed } from './payday.ts'

const WALLETS = [1, 2, 3].map(n => `0x00000000000000000000000000000000000000b${n}` as Address)

describe('a payday on a real chain', { timeout: 240_000 }, () => {
  let here: ChainWorld
  beforeAll(async () => {
    here = await aChainWorld()
  }, 240_000)
  afterAll(() => here.end(), 60_000)

  it('goes from a deposit to money in a wallet, and the books agree at every step', async () => {
    const { world, chain } = here
    const books = () => checkBooks({ database: world.database, base: world.base, chain })
    const campaign = await aFundedCampaign(here)
    expect(await stateOf(world, campaign)).toBe('open')
    expect(await world.turn(ctx => balanceOf(ctx.db, 'custody'))).toBe(-1000n * TOKEN)
    expect(await books()).toMatchObject({ isEqual: true })

    const { people } = await answerAll(world, campaign, { people: 6, items: 12 })
    for (const [index, wallet] of WALLETS.entries()) await aWallet(world, people[index]!, wallet)
    const closed = await closeAll(world)
    expect(closed!.epoch).toBe(1)
    // Closed and not settled: in flight, and still equal.
    expect(await books()).toMatchObject({ isEqual: true })

    const passed = await here.settleDown()
    expect(passed.finalized).toEqual([1])
    expect((await chain.state()).head).toBe(closed!.manifest.headerHash)
    expect(await world.turn(ctx => findEpoch(ctx.db, 1))).toMatchObject({ state: 'active' })
    expect((await recomputed(world, 1)).result).toMatchObject({ ok: true, headerHash: (await chain.state()).head })
    const settled = await books()
    expect(settled).toMatchObject({ isEqual: true })
    expect(settled!.equations.map(equation => equation.name.split(' ')[0])).toEqual(['balance', 'held', 'published'])

    const owed = await world.turn(ctx => balancesUnder(ctx.db, 'leaf:'))
    expect(await world.turn(ctx => relayClaims(ctx))).toBe(4)
    expect(await world.turn(ctx => relayClaims(ctx))).toBe(0)
    await here.settleDown()
    for (const wallet of WALLETS) {
      expect(await chain.tokenBalance(wallet)).toBe(owed.get(`leaf:${wallet}`))
      expect(await world.turn(ctx => balanceOf(ctx.db, `leaf:${wallet}`))).toBe(0n)
    }
    expect(await books()).toMatchObject({ isEqual: true })
    const told = await world.turn(ctx => takeNotices(ctx, { contributorId: people[0]! }))
    expect(told.map(notice => notice.code)).toEqual(['payday', 'pay.sent', 'pay.arrived'])
    expect(told[2]!.values).toMatchObject({ isFirst: 1, answers: 18, sum: owed.get(`leaf:${WALLETS[0]}`)!.toString() })
    expect(Object.values(await allBalances(world)).reduce((sum, one) => sum + one, 0n)).toBe(0n)
  })

  it('settles a second epoch on top of the first', async () => {
    const { world, chain } = here
    const campaign = await aFundedCampaign(here)
    await answerAll(world, campaign, { people: 5, items: 9, checks: 3 })
    const closed = await closeAll(world)
    expect(closed!.epoch).toBe(2)
    await here.settleDown()
    expect((await chain.state()).head).toBe(closed!.manifest.headerHash)
    expect((await recomputed(world, 2)).result).toMatchObject({ ok: true, succession: true })
    expect(await checkBooks({ database: world.database, base: world.base, chain })).toMatchObject({ isEqual: true })
    const failed = await world.turn(ctx => ctx.db.select().from(chainTransactions))
    expect(failed.filter(row => row.state !== 'mined')).toEqual([])
  })
})
