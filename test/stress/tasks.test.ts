// The last of anything goes to one person: a slot, money, a wallet; and one person at two places is one.
import { describe, expect, it } from 'vitest'
import { findCampaign } from '../../core/campaigns/store.ts'
import type { ContributorId } from '../../core/ids.ts'
import { confirmWallet } from '../../core/people/confirmWallet.ts'
import { openWalletLink } from '../../core/people/openWalletLink.ts'
import { proveWallet } from '../../core/people/proveWallet.ts'
import { wallets } from '../../core/people/tables.ts'
import { walletMessage } from '../../core/people/walletMessage.ts'
import { expireAssignments } from '../../core/work/expireAssignments.ts'
import { reserveOf, reserveTotal } from '../../core/work/reserve.ts'
import { assignments } from '../../core/work/tables.ts'
import { takeTask } from '../../core/work/takeTask.ts'
import { aCampaign, aPerson, consent, must, purses, someItems } from '../support/builders.ts'
import type { World } from '../support/world.ts'
import { aWatchedWorld, disagreements, hasPostgres, load } from './load.ts'

const PEOPLE = load(40, 12)

async function ready(world: World, given: { deposit?: bigint; items: number; role?: 'live' }) {
  const campaign = await aCampaign(world, given.deposit === undefined ? {} : { deposit: given.deposit })
  await someItems(
    world,
    campaign,
    Array.from({ length: given.items }, () => ({})),
  )
  const people: ContributorId[] = []
  for (let n = 0; n < PEOPLE; n++) {
    const person = await aPerson(world, { skill: campaign.skill })
    await consent(world, person, campaign.campaignId)
    people.push(person)
  }
  const { campaignId } = campaign
  const take = (contributorId: ContributorId) => world.turn(ctx => takeTask(ctx, { contributorId, campaignId }))
  return { campaign, people, take }
}

async function within(test: (world: World) => Promise<void>): Promise<void> {
  const world = await aWatchedWorld()
  try {
    await test(world)
    expect(await disagreements(world)).toEqual([])
    expect(world.met.get('40P01') ?? 0).toBe(0)
  } finally {
    await world.close()
  }
}

const codesOf = (results: readonly { ok: boolean }[]) =>
  results.map(one => ('refusal' in one ? (one.refusal as { code: string }).code : 'ok')).sort()

describe.skipIf(!hasPostgres)('the last one there is', { timeout: 120_000 }, () => {
  it('slot goes to one of many who reach for it', () =>
    within(async world => {
      const { people, take } = await ready(world, { items: 1 })
      const codes = codesOf(await Promise.all(people.map(take)))
      expect(codes).toEqual(['ok', ...Array(PEOPLE - 1).fill('work.none')].sort())
    }))

  it('money goes to one of many who reach for it, and the others hear that the campaign is closed to them', () =>
    within(async world => {
      const { campaign, people, take } = await ready(world, { items: PEOPLE, deposit: 2n * 10n ** 18n })
      const row = await world.turn(ctx => findCampaign(ctx.db, campaign.campaignId))
      const each = reserveTotal(reserveOf(row as NonNullable<typeof row>, world.settings.parameters.tiers.new))
      expect(each).toBeGreaterThan(10n ** 18n)
      const codes = codesOf(await Promise.all(people.map(take)))
      expect(codes).toEqual(['ok', ...Array(PEOPLE - 1).fill('campaign.not_open')].sort())
      expect((await purses(world, campaign.campaignId))['leased']).toBe(each)
    }))

  it('is one task for a person who asks in several windows, also when the one before is swept away meanwhile', () =>
    within(async world => {
      const { people, take } = await ready(world, { items: PEOPLE + 4 })
      const first = await Promise.all(people.flatMap(person => [take(person), take(person), take(person)]))
      expect(codesOf(first)).toEqual(Array(PEOPLE * 3).fill('ok'))
      world.advance(86_400)
      const sweep = () => world.turn(ctx => expireAssignments(ctx))
      await Promise.all([sweep(), ...people.map(take), sweep(), sweep()])
      const rows = await world.turn(ctx => ctx.db.select().from(assignments))
      expect(rows.filter(row => row.state === 'expired')).toHaveLength(PEOPLE)
      expect(rows.filter(row => row.state === 'open')).toHaveLength(PEOPLE)
    }))

  it('wallet belongs to one of two who confirm it in the same moment', () =>
    within(async world => {
      const people = [await aPerson(world), await aPerson(world), await aPerson(world)]
      const address = `0x${'ab'.repeat(20)}`
      for (const contributorId of people) {
        const { once } = await world.turn(ctx => openWalletLink(ctx, { contributorId }))
        must(await world.turn(ctx => walletMessage(ctx, { once, address })))
        const proof = { once, address, signature: '0x', isVerified: true }
        must(await world.turn(ctx => proveWallet(ctx, proof)))
      }
      const yes = (contributorId: ContributorId) =>
        world.turn(ctx => confirmWallet(ctx, { contributorId, isYes: true }))
      expect(codesOf(await Promise.all(people.map(yes)))).toEqual(['ok', 'wallet.taken', 'wallet.taken'])
      expect(await world.turn(ctx => ctx.db.select().from(wallets))).toHaveLength(1)
    }))
})
