import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkBooks } from '../../core/settlement/checkBooks.ts'
import { closeEpoch } from '../../core/settlement/closeEpoch.ts'
import { findEpoch } from '../../core/settlement/epochStore.ts'
import { relayClaims } from '../../core/settlement/relayClaims.ts'
import { rewardRows } from '../../core/settlement/tables.ts'
import { submissions } from '../../core/work/tables.ts'
import { sendAs } from '../chain/openLocalChain.ts'
import { allBalances } from '../support/builders.ts'
import { aChainWorld, aFundedCampaign, type ChainWorld } from './chain.ts'
import { answerAll, aWallet, closeAll, recomputed } from './payday.ts'

describe('a vetoed epoch', { timeout: 240_000 }, () => {
  let here: ChainWorld
  beforeAll(async () => {
    here = await aChainWorld({ activationDelay: 3600 })
  }, 240_000)
  afterAll(() => here.end(), 60_000)

  it('is mirrored to the unit once it is unwound, and the same number closes again', async () => {
    const { world, chain, local } = here
    const books = () => checkBooks({ database: world.database, base: world.base, chain })
    const campaign = await aFundedCampaign(here)
    const { people } = await answerAll(world, campaign, { people: 5, items: 12 })
    await aWallet(world, people[0]!, '0x00000000000000000000000000000000000000c1')
    const { autoAccept } = await import('../../core/review/autoAccept.ts')
    const { finalizeRejections } = await import('../../core/review/finalizeRejections.ts')
    for (;;) if ((await world.turn(ctx => autoAccept(ctx, { isFlush: true }))) === 0) break
    for (;;) if ((await world.turn(ctx => finalizeRejections(ctx, { isFlush: true }))) === 0) break
    const before = nonZero(await allBalances(world))
    const closed = await closeAll(world)
    const { header, ids, words } = closed!.manifest
    await here.settleDown()
    expect(await world.turn(ctx => findEpoch(ctx.db, 1))).toMatchObject({ state: 'settled' })
    expect(await world.turn(ctx => relayClaims(ctx))).toBe(0)

    const onChain = { ...header, epoch: BigInt(header.epoch) }
    await sendAs(local, local.accounts.guardian, 'veto', [1n])
    await here.settleDown()
    expect(await world.turn(ctx => findEpoch(ctx.db, 1))).toMatchObject({ state: 'vetoed' })
    expect(await world.turn(ctx => closeEpoch(ctx, { isFlush: true }))).toMatchObject({ ok: false })
    await sendAs(local, local.accounts.relayer, 'unwind', [onChain, ids, words])
    await here.settleDown()
    expect(nonZero(await allBalances(world))).toEqual(before)
    expect(await books()).toMatchObject({ isEqual: true })
    expect(await world.turn(ctx => ctx.db.select().from(rewardRows))).toEqual([])
    const answers = await world.turn(ctx => ctx.db.select().from(submissions))
    expect(answers.every(answer => answer.settledEpoch === null)).toBe(true)

    world.advance(60)
    const again = await closeAll(world)
    expect(again!.epoch).toBe(1)
    expect(again!.manifest.headerHash).not.toBe(closed!.manifest.headerHash)
    await here.settleDown()
    expect((await chain.state()).head).toBe(again!.manifest.headerHash)
    expect((await recomputed(world, 1)).result).toMatchObject({ ok: true })
    await local.passTime(3601)
    await here.settleDown()
    expect(await world.turn(ctx => findEpoch(ctx.db, 1))).toMatchObject({ state: 'active' })
    expect(await world.turn(ctx => relayClaims(ctx))).toBe(2)
    await here.settleDown()
    expect(await books()).toMatchObject({ isEqual: true })
  })
})

function nonZero(balances: Record<string, bigint>): Record<string, bigint> {
  return Object.fromEntries(Object.entries(balances).filter(([, sum]) => sum !== 0n))
}
