// A payday that closes while another close, the chain, wallets and leaving people meet it.
import { describe, expect, it } from 'vitest'
import type { Address, ContributorId, Hash } from '../../core/ids.ts'
import { balancesUnder } from '../../core/money/store.ts'
import type { ChainEvent } from '../../core/outbox/chain.ts'
import { confirmWallet } from '../../core/people/confirmWallet.ts'
import { openWalletLink } from '../../core/people/openWalletLink.ts'
import { proveWallet } from '../../core/people/proveWallet.ts'
import { walletMessage } from '../../core/people/walletMessage.ts'
import { autoAccept } from '../../core/review/autoAccept.ts'
import { closeEpoch } from '../../core/settlement/closeEpoch.ts'
import { payoutsOf } from '../../core/settlement/epochStore.ts'
import { forget } from '../../core/settlement/forget.ts'
import { recordChainEvents } from '../../core/settlement/recordChainEvents.ts'
import { relayClaims } from '../../core/settlement/relayClaims.ts'
import { contributionLeaves, epochs, reputationLeaves, rewardRows } from '../../core/settlement/tables.ts'
import { withdrawConsent } from '../../core/settlement/withdrawConsent.ts'
import { reputations } from '../../core/skills/tables.ts'
import { submissions } from '../../core/work/tables.ts'
import { takeTask } from '../../core/work/takeTask.ts'
import { answerAll, aPayday, aWallet, closeAll, pretendSettled, recomputed } from '../settlement/payday.ts'
import { must, someItems } from '../support/builders.ts'
import type { World } from '../support/world.ts'
import { allAtOnce, aWatchedWorld, disagreements, hasPostgres, load } from './load.ts'

const PEOPLE = load(14, 6)
const ITEMS = load(16, 6)

const addressOf = (index: number) => `0x${(0xa000 + index).toString(16).padStart(40, '0')}` as Address
const hash = (value: number) => `0x${value.toString(16).padStart(64, '0')}` as Hash

async function linksWallet(world: World, contributorId: ContributorId, address: Address): Promise<void> {
  const { once } = await world.turn(ctx => openWalletLink(ctx, { contributorId }))
  must(await world.turn(ctx => walletMessage(ctx, { once, address })))
  must(await world.turn(ctx => proveWallet(ctx, { once, address, signature: '0x', isVerified: true })))
  must(await world.turn(ctx => confirmWallet(ctx, { contributorId, isYes: true })))
}

/** Everybody's claim of an epoch as the chain tells it, in an order of its own. */
async function claimsOf(world: World, epoch: number): Promise<ChainEvent[]> {
  const leaves = await world.turn(ctx => payoutsOf(ctx.db, epoch))
  return leaves.reverse().map(({ address, cumulative }, logIndex) => ({
    kind: 'claimed',
    block: { number: 7n, hash: hash(7) },
    tx: hash(99),
    logIndex,
    account: address,
    to: address,
    amount: cumulative as never,
  }))
}

describe.skipIf(!hasPostgres)('a payday in the middle of everything', { timeout: 300_000 }, () => {
  it('closes once, pays everybody once, and writes nothing of those who left', async () => {
    const world = await aWatchedWorld()
    try {
      const { campaign, people } = await aPayday(world, { people: PEOPLE, items: ITEMS, checks: 3 })
      for (const [index, person] of people.entries())
        if (index % 2 === 0) await aWallet(world, person, addressOf(index))
      must({ ok: true, value: await closeAll(world) })
      await pretendSettled(world, 1)
      const claims = await claimsOf(world, 1)
      expect(claims.length).toBeGreaterThan(2)
      const later = await answerAll(world, campaign, { people: PEOPLE, items: ITEMS, checks: 1 })
      while ((await world.turn(ctx => autoAccept(ctx, { isFlush: true }))) > 0);
      await someItems(
        world,
        campaign,
        Array.from({ length: PEOPLE }, () => ({})),
      )
      const { campaignId } = campaign
      const closed: string[] = []
      const close = async () => {
        const result = await world.turn(ctx => closeEpoch(ctx, { isFlush: true }))
        closed.push(result.ok ? `closed ${result.value?.epoch}` : result.refusal.code)
      }
      const leavers = later.people.slice(0, 2)
      const withdrawers = later.people.slice(2, 4)
      const told = { activeAt: new Map(), block: { number: 7n, hash: hash(7) } }
      const failures = await allAtOnce([
        close,
        ...leavers.map(contributorId => () => world.turn(ctx => forget(ctx, { contributorId }))),
        close,
        () => world.turn(ctx => recordChainEvents(ctx, { ...told, events: claims })),
        () => world.turn(ctx => recordChainEvents(ctx, { ...told, events: claims })),
        ...withdrawers.map(
          contributorId => () => world.turn(ctx => withdrawConsent(ctx, { contributorId, campaignId })),
        ),
        ...people.flatMap((person, index) =>
          index % 2 === 1 ? [() => linksWallet(world, person, addressOf(index))] : [],
        ),
        ...later.people
          .slice(4)
          .map(contributorId => () => world.turn(ctx => takeTask(ctx, { contributorId, campaignId }))),
        () => world.turn(ctx => relayClaims(ctx)),
        close,
      ])
      console.log('a payday in the middle of everything:', closed, world.met)
      expect(failures).toEqual([])
      expect(closed.sort()).toEqual(['closed 2', 'epoch.previous_unsettled', 'epoch.previous_unsettled'])
      expect(await disagreements(world)).toEqual([])
      expect((await recomputed(world, 2)).result).toMatchObject({ ok: true })
      await expectClaimed(world, claims)
      await expectForgotten(world, leavers, withdrawers)
      expect(world.met.get('40P01') ?? 0).toBe(0)
    } finally {
      await world.close()
    }
  })
})

/** What is left on each leaf is what the newest payday says in all, less what the chain has paid. */
async function expectClaimed(world: World, claims: ChainEvent[]): Promise<void> {
  const leaves = await world.turn(ctx => payoutsOf(ctx.db, 2))
  const balances = await world.turn(ctx => balancesUnder(ctx.db, 'leaf:'))
  for (const { address, cumulative } of leaves) {
    const paid = claims.find(claim => claim.kind === 'claimed' && claim.account === address)
    const sum = paid?.kind === 'claimed' ? paid.amount : 0n
    expect(balances.get(`leaf:${address}`) ?? 0n).toBe(cumulative - sum)
  }
  expect(await world.turn(ctx => ctx.db.select().from(epochs))).toHaveLength(2)
}

async function expectForgotten(world: World, leavers: ContributorId[], withdrawers: ContributorId[]): Promise<void> {
  const kept = await world.turn(async ctx => ({
    rows: await ctx.db.select().from(rewardRows),
    leaves: await ctx.db.select().from(reputationLeaves),
    levels: await ctx.db.select().from(reputations),
    records: await ctx.db.select().from(contributionLeaves),
    answers: await ctx.db.select().from(submissions),
  }))
  const names = [...kept.rows, ...kept.leaves, ...kept.levels].map(row => row.contributorId)
  expect(leavers.filter(person => names.includes(person))).toEqual([])
  const gone = new Set([...leavers, ...withdrawers])
  const emptied = kept.answers.filter(answer => gone.has(answer.contributorId))
  expect(emptied.length).toBeGreaterThan(0)
  expect(emptied.filter(answer => answer.answer !== null || answer.salt !== null)).toEqual([])
  const ids = new Set<string>(emptied.map(answer => answer.id))
  expect(kept.records.filter(row => ids.has(row.submissionId) && (row.annotation ?? row.salt) !== null)).toEqual([])
}
