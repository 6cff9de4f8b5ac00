// Blocks that vanish under a payday, and a writer that dies between any two of its steps: ledger and chain agree again, nobody is paid twice.
import { createTestClient, http } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { amount } from '../../core/amount.ts'
import { leafAccount } from '../../core/money/ledger.ts'
import { balanceOf } from '../../core/money/store.ts'
import type { Chain } from '../../core/outbox/chain.ts'
import { chainTransactions } from '../../core/outbox/tables.ts'
import { checkBooks } from '../../core/settlement/checkBooks.ts'
import { findEpoch, payoutsOf } from '../../core/settlement/epochStore.ts'
import { relayClaims } from '../../core/settlement/relayClaims.ts'
import { topUpOnChain } from '../../core/settlement/topUpOnChain.ts'
import { type BuiltCampaign, must, purses, TOKEN } from '../support/builders.ts'
import { aChainWorld, aFundedCampaign, type ChainWorld, openChain } from './chain.ts'
import { answerAll, aWallet, closeAll } from './payday.ts'

let here: ChainWorld
let campaign: BuiltCampaign
let epoch = 0
const node = () => createTestClient({ mode: 'anvil', transport: http(here.local.rpcUrl), cacheTime: 0 })
const open = async () => {
  here = await aChainWorld()
  campaign = await aFundedCampaign(here, 500n * TOKEN)
  epoch = 0
}
const transactions = () => here.world.turn(ctx => ctx.db.select().from(chainTransactions))
const settled = () => here.world.turn(ctx => findEpoch(ctx.db, epoch))
const books = () => checkBooks({ database: here.world.database, base: here.world.base, chain: here.chain })
/** Everything wanted is sent again, mined and read, however often it was taken away. */
async function recover(through: Chain = here.chain): Promise<void> {
  for (let pass = 0; pass < 6; pass++) {
    await here.write(through)
    await here.local.mine(3)
    await here.read(through)
    here.world.advance(20)
  }
}
/** As many blocks as were taken, and one more: another branch, and not a node that is late. */
async function revertTo(snapshot: `0x${string}`, more: bigint): Promise<void> {
  const { number } = await here.chain.latest()
  await node().revert({ id: snapshot })
  const left = await here.chain.latest()
  await here.local.mine(Number(number - left.number + more))
}
/** Each person was paid exactly what the newest leaves say, on the chain and in the ledger. */
async function expectPaidOnce(): Promise<void> {
  const { world, chain } = here
  for (const { address, cumulative } of await world.turn(ctx => payoutsOf(ctx.db, epoch))) {
    expect(await chain.claimedBy(address)).toBe(cumulative)
    expect(await world.turn(ctx => balanceOf(ctx.db, leafAccount(address)))).toBe(0n)
  }
  expect((await transactions()).filter(row => row.state !== 'mined')).toEqual([])
  expect(await books()).toMatchObject({ isEqual: true })
}

describe('a reorg takes', { timeout: 120_000 }, () => {
  beforeAll(open, 120_000)
  afterAll(() => here.end(), 60_000)
  beforeEach(async () => {
    const { world } = here
    const { people } = await answerAll(world, campaign, { people: 3, items: 3, checks: 3 })
    for (const [n, who] of people.entries()) {
      await aWallet(world, who, `0x${(epoch * 10 + n + 1).toString(16).padStart(40, 'a')}`)
    }
    expect(await closeAll(world)).toMatchObject({ epoch: ++epoch })
  })

  it('the settle of a payday: it is sent again as it was signed, and stands once', async () => {
    const { chain, local } = here
    await local.mine(1)
    await here.read()
    const snapshot = await node().snapshot()
    await here.settleDown()
    const row = await settled()
    expect(row).toMatchObject({ state: 'active' })
    const sent = (await transactions()).find(one => one.purpose.startsWith('settle:'))
    await revertTo(snapshot, 4n)
    expect(await chain.state()).toMatchObject({ epoch: 0 })
    expect(await here.read()).toMatchObject({ dropped: 1 })
    expect(await settled()).toMatchObject({ state: 'closed' })
    await recover()
    expect(await settled()).toMatchObject({ state: 'active', headHash: row?.headHash })
    expect(await chain.state()).toMatchObject({ epoch: 1, head: row?.headHash })
    const again = (await transactions()).find(one => one.id === sent?.id)
    expect(again).toMatchObject({ state: 'mined', hash: sent?.hash, nonce: sent?.nonce })
    await here.world.turn(ctx => relayClaims(ctx))
    await recover()
    expect(await chain.transactionCount('publisher')).toBe(1)
    await expectPaidOnce()
  })

  it('claims that were paid: they are owed again, sent again, and paid once', async () => {
    const { world, local } = here
    await here.settleDown()
    await local.mine(1)
    await here.read()
    const snapshot = await node().snapshot()
    const served = await world.turn(ctx => relayClaims(ctx))
    expect(served).toBeGreaterThan(1)
    await here.settleDown()
    await expectPaidOnce()
    await revertTo(snapshot, 4n)
    const { dropped } = await here.read()
    expect(dropped).toBe(served)
    const owed = await world.turn(ctx => payoutsOf(ctx.db, epoch))
    const sums = await Promise.all(owed.map(one => world.turn(ctx => balanceOf(ctx.db, leafAccount(one.address)))))
    expect(sums.filter(sum => sum > 0n)).toHaveLength(served)
    // They are on their way already: nothing new is wanted for them.
    expect(await world.turn(ctx => relayClaims(ctx))).toBe(0)
    await recover()
    await expectPaidOnce()
  })

  it('more blocks than are waited for: what was believed is taken back, what was not was never there', async () => {
    const { world, local } = here
    const { rpcUrl, deployment, accounts } = local
    const careful = openChain({ rpcUrl, deployment, accounts, confirmations: 5 })
    await recover(careful)
    // Within the confirmations: a settled payday that is not believed yet vanishes without a trace in the ledger.
    await local.mine(5)
    await here.read(careful)
    const shallow = await node().snapshot()
    await world.turn(ctx => relayClaims(ctx))
    await here.write(careful)
    await local.mine(2)
    expect(await here.read(careful)).toMatchObject({ events: 0 })
    await revertTo(shallow, 1n)
    expect(await here.read(careful)).toMatchObject({ dropped: 0 })
    // Deeper: seven blocks, of which two were believed.
    const deep = await node().snapshot()
    await here.write(careful)
    await local.mine(7)
    expect((await here.read(careful)).events).toBeGreaterThan(0)
    await revertTo(deep, 6n)
    expect((await here.read(careful)).dropped).toBeGreaterThan(0)
    await recover(careful)
    await local.mine(6)
    await recover(careful)
    // The chain of a test is final sooner than it is believed; the books are compared at what is final.
    await here.read()
    await expectPaidOnce()
  })
})

class Killed extends Error {}

/** The port, which kills its process at the n-th call: before the node has heard of it, or after it has done it. */
function dyingAt(chain: Chain, n: number, when: 'before' | 'after'): { chain: Chain; calls: () => number } {
  let calls = 0
  const wrap =
    (work: (...args: unknown[]) => unknown) =>
    async (...args: unknown[]) => {
      const isLast = ++calls === n
      if (isLast && when === 'before') throw new Killed()
      const answer = await work(...args)
      if (isLast) throw new Killed()
      return answer
    }
  const entries = Object.entries(chain).map(([name, value]) => {
    const isCall = typeof value === 'function' && name !== 'address' && name !== 'encode'
    return [name, isCall ? wrap(value as (...args: unknown[]) => unknown) : value]
  })
  return { chain: Object.fromEntries(entries) as Chain, calls: () => calls }
}

describe('a writer', { timeout: 240_000 }, () => {
  beforeAll(open, 120_000)
  afterAll(() => here.end(), 60_000)

  it.each(['before', 'after'] as const)(
    'that dies %s each of its calls to the node does everything once',
    async when => {
      const free = async () => (await purses(here.world, campaign.campaignId))['free'] ?? 0n
      let deaths = 0
      for (let n = 1; ; n++) {
        const before = await free()
        const sum = { campaignId: campaign.campaignId, amount: amount(TOKEN) }
        must(await here.world.turn(ctx => topUpOnChain(ctx, sum)))
        // The same process again and again: each call of a whole pass is the last of one of them.
        const dying = dyingAt(here.chain, n, when)
        const end = await here.write(dying.chain).catch((error: unknown) => error)
        if (end instanceof Error && !(end instanceof Killed)) throw end
        if (end instanceof Killed) deaths++
        await recoverFrom(before + TOKEN, free)
        const rows = await transactions()
        expect(rows.filter(row => row.state !== 'mined')).toEqual([])
        expect(new Set(rows.map(row => row.nonce)).size).toBe(rows.length)
        expect(await here.chain.transactionCount('requester')).toBe(rows.length)
        if (!(end instanceof Killed)) break
      }
      // Two transactions: each is simulated, paid for, stored, sent and looked for.
      expect(deaths).toBeGreaterThan(12)
    },
  )

  async function recoverFrom(wanted: bigint, free: () => Promise<bigint>): Promise<void> {
    for (let pass = 0; pass < 8 && (await free()) !== wanted; pass++) {
      here.world.advance(20)
      await here.settleDown()
    }
    expect(await free()).toBe(wanted)
  }
})
