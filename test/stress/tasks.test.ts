// The last of anything goes to one person: a slot, money, a wallet; and one person at two places is one.
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { findCampaign } from '../../core/campaigns/store.ts'
import { rowsOf } from '../../core/database/database.ts'
import type { ContributorId } from '../../core/ids.ts'
import { confirmWallet } from '../../core/people/confirmWallet.ts'
import { openWalletLink } from '../../core/people/openWalletLink.ts'
import { proveWallet } from '../../core/people/proveWallet.ts'
import { wallets } from '../../core/people/tables.ts'
import { walletMessage } from '../../core/people/walletMessage.ts'
import { expireAssignments } from '../../core/work/expireAssignments.ts'
import { reserveOf, reserveTotal } from '../../core/work/reserve.ts'
import { skipTask } from '../../core/work/skipTask.ts'
import { submitAnswer } from '../../core/work/submitAnswer.ts'
import { assignments } from '../../core/work/tables.ts'
import { takeTask } from '../../core/work/takeTask.ts'
import { undoAnswer } from '../../core/work/undoAnswer.ts'
import { aCampaign, aPerson, consent, must, purses, someItems, TOKEN } from '../support/builders.ts'
import type { World } from '../support/world.ts'
import { allAtOnce, aWatchedWorld, disagreements, hasPostgres, load } from './load.ts'

const PEOPLE = load(40, 12)

async function ready(world: World, given: { deposit?: bigint; items: number; kind?: 'text' | 'choice' }) {
  const { kind = 'text', deposit = 1000n * TOKEN } = given
  const campaign = await aCampaign(world, { kind, deposit })
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

  it('item is answered as often as it asks, by nobody twice, and none stays behind the place of somebody who could have it', () =>
    within(async world => {
      const { people, take } = await ready(world, { items: PEOPLE * 2, kind: 'choice' })
      const round = async (contributorId: ContributorId) => {
        for (;;) {
          const taken = await take(contributorId)
          if (!taken.ok) return
          const { assignmentId } = taken.value
          const draw = world.base.random()
          if (draw < 0.15) await world.turn(ctx => skipTask(ctx, { contributorId, assignmentId, reason: 'none' }))
          else if (draw < 0.2) world.advance(86_400)
          else {
            const answer = { label: draw < 0.8 ? 'dutch' : 'german' }
            await world.turn(ctx => submitAnswer(ctx, { contributorId, assignmentId, answer }))
            if (draw < 0.3) await world.turn(ctx => undoAnswer(ctx, { contributorId }))
          }
          if (draw > 0.95) await world.turn(ctx => expireAssignments(ctx))
        }
      }
      expect(await allAtOnce(people.map(person => () => round(person)))).toEqual([])
      // Somebody may have heard "nothing" only because others held the last items in that moment.
      for (let n = 0; n < 3; n++) {
        world.advance(86_400)
        await world.turn(ctx => expireAssignments(ctx))
        for (const person of people) await round(person)
      }
      const left = sql`select c.id from items i, contributors c join consents on consents.contributor_id = c.id
        where i.state = 'open' and i.taken < i.wanted and not exists (
          select 1 from assignments a where a.item_id = i.id and a.contributor_id = c.id and a.state <> 'expired')`
      expect(await world.turn(ctx => rowsOf(ctx.db, left))).toEqual([])
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
