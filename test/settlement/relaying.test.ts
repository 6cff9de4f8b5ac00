// Everybody's pay in as few transactions as it takes.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Amount, amount } from '../../core/amount.ts'
import type { Address } from '../../core/ids.ts'
import { leafAccount } from '../../core/money/ledger.ts'
import { balanceOf } from '../../core/money/store.ts'
import { chainTransactions } from '../../core/outbox/tables.ts'
import {
  foldProof,
  hashText,
  merkleProof,
  merkleRoot,
  merkleTree,
  nodeProof,
  payoutLeaf,
} from '../../core/proof/index.ts'
import { checkBooks } from '../../core/settlement/checkBooks.ts'
import { planClaims } from '../../core/settlement/claimBatches.ts'
import { payoutsOf } from '../../core/settlement/epochStore.ts'
import { type Relaying, relayClaims } from '../../core/settlement/relayClaims.ts'
import { sendAs } from '../chain/openLocalChain.ts'
import { aChainWorld, aFundedCampaign, type ChainWorld } from './chain.ts'
import { answerAll, aWallet, closeAll } from './payday.ts'

describe('claims put together', () => {
  const tree = (size: number) => merkleTree(Array.from({ length: size }, (_, i) => hashText(`leaf ${i}`)))

  it('are each due leaf once, and prove what they say', () => {
    const chosen = fc
      .integer({ min: 1, max: 300 })
      .chain(size => fc.tuple(fc.constant(size), fc.uniqueArray(fc.nat(size - 1), { maxLength: size })))
    fc.assert(
      fc.property(chosen, ([size, places]) => {
        const whole = tree(size)
        const due = new Set(places)
        const batches = planClaims(size, due)
        const served = batches.flatMap(batch => batch.leaves.filter(place => due.has(place)))
        expect(served.length).toBe(due.size)
        expect(new Set(served)).toEqual(due)
        for (const batch of batches) {
          expect(batch.leaves.length).toBeLessThanOrEqual(128)
          if (batch.kind !== 'subtree') continue
          // As the contract does it: the root of a flat tree over the leaves as they are named.
          const below = merkleTree(batch.leaves.map(place => hashText(`leaf ${place}`)))
          expect(foldProof(merkleRoot(below), nodeProof(whole, batch.node))).toBe(merkleRoot(whole))
        }
      }),
      { numRuns: 100 },
    )
  })

  it('are whole subtrees where most are due, and proofs of their own where few are', () => {
    const all = new Set(Array.from({ length: 256 }, (_, i) => i))
    expect(planClaims(256, all).map(batch => [batch.kind, batch.leaves.length])).toEqual([
      ['subtree', 128],
      ['subtree', 128],
    ])
    expect(planClaims(1000, new Set([7]))).toEqual([{ kind: 'alone', leaves: [7] }])
    expect(planClaims(1000, new Set([7, 507])).map(batch => batch.kind)).toEqual(['many'])
    expect(planClaims(8, new Set([0, 1, 2, 4, 5, 6, 7])).map(batch => batch.kind)).toEqual(['subtree'])
    expect(planClaims(10, new Set())).toEqual([])
    expect(planClaims(0, new Set())).toEqual([])
  })
})

describe('a payday that is relayed', { timeout: 120_000 }, () => {
  let here: ChainWorld
  beforeAll(async () => {
    here = await aChainWorld()
  }, 120_000)
  afterAll(() => here.end(), 60_000)
  const relay = (relaying: Relaying = {}) => here.world.turn(ctx => relayClaims(ctx, relaying))
  const leaf = (address: Address) => here.world.turn(ctx => balanceOf(ctx.db, leafAccount(address)))
  const kinds = async () =>
    (await here.world.turn(ctx => ctx.db.select().from(chainTransactions)))
      .filter(row => row.signer === 'relayer')
      .map(row => (JSON.parse(row.call) as { kind: string }).kind)

  it('goes in one transaction, skips who has claimed already, and leaves what is not worth its fee until it is asked for', async () => {
    const { world, chain } = here
    const campaign = await aFundedCampaign(here)
    const { people } = await answerAll(world, campaign, { people: 10, items: 6 })
    const wallets = people.map((_, n) => `0x${'123456789a'.charAt(n).repeat(40)}` as Address)
    for (const [n, who] of people.entries()) await aWallet(world, who, wallets[n] as Address)
    await closeAll(world)
    await here.settleDown()
    const leaves = await world.turn(ctx => payoutsOf(ctx.db, 1))
    const owed = leaves.filter(one => one.cumulative > 0n)
    expect(owed.length).toBeGreaterThan(4)

    // Nothing is worth its fee: nothing is sent, and nothing is lost by it.
    const least = amount(10n ** 24n) as Amount
    expect(await relay({ least })).toBe(0)
    const poorest = owed.reduce((low, one) => (one.cumulative < low.cumulative ? one : low))
    expect(await relay({ least, asked: new Set([poorest.address]) })).toBe(1)
    await here.settleDown()
    expect(await chain.claimedBy(poorest.address)).toBe(poorest.cumulative)
    expect(await kinds()).toEqual(['claim'])

    // Somebody is quicker than we are, and it is not read yet.
    const quick = owed.find(one => one.address !== poorest.address) as (typeof owed)[number]
    const domain = { chainId: chain.chainId, settlement: chain.settlement }
    const tree = merkleTree(leaves.map(one => payoutLeaf(domain, one.address, one.cumulative)))
    expect(await relay()).toBe(owed.length - 1)
    const proof = merkleProof(tree, leaves.indexOf(quick))
    await sendAs(here.local, here.local.accounts.guardian, 'claim', [quick.address, quick.cumulative, 1n, proof])
    await here.settleDown()
    expect(await kinds()).toEqual(['claim', 'claimSubtree'])
    for (const { address, cumulative } of owed) {
      expect(await chain.claimedBy(address)).toBe(cumulative)
      expect(await leaf(address)).toBe(0n)
    }
    expect(await relay()).toBe(0)
    expect(await checkBooks({ database: world.database, base: world.base, chain })).toMatchObject({ isEqual: true })
    expect(await chain.transactionCount('relayer')).toBe(2)
  })
})
