import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rowsOf } from '../../core/database/database.ts'
import type { ContributorId, ItemId } from '../../core/ids.ts'
import { personAccount } from '../../core/money/ledger.ts'
import { balanceOf } from '../../core/money/store.ts'
import { autoAccept } from '../../core/review/autoAccept.ts'
import { closeEpoch } from '../../core/settlement/closeEpoch.ts'
import { forget } from '../../core/settlement/forget.ts'
import { withdrawConsent } from '../../core/settlement/withdrawConsent.ts'
import { takeTask } from '../../core/work/takeTask.ts'
import {
  aCampaign,
  allBalances,
  anAnswer,
  aPerson,
  type BuiltCampaign,
  earned,
  must,
  purses,
  refusalOf,
  someItems,
  TOKEN,
} from '../support/builders.ts'
import { aWorld, type World } from '../support/world.ts'
import { nameOnChain } from './payday.ts'

describe('taking answers back', () => {
  let world: World
  let campaign: BuiltCampaign
  let items: ItemId[]
  let person: ContributorId
  beforeEach(async () => {
    world = await aWorld()
    campaign = await aCampaign(world)
    await nameOnChain(world, campaign.campaignId)
    items = await someItems(world, campaign, [{}, {}, {}])
    person = await aPerson(world, { skill: campaign.skill })
  })
  afterEach(async () => {
    expect(Object.values(await allBalances(world)).reduce((sum, balance) => sum + balance, 0n)).toBe(0n)
    await world.close()
  })

  const answers = (count: number) =>
    Promise.all(items.slice(0, count).map(itemId => itemId)).then(async ids => {
      for (const itemId of ids)
        await anAnswer(world, { contributorId: person, itemId, answer: { text: 'A secret text of mine.' } })
    })
  const kept = () =>
    world.turn(ctx =>
      rowsOf<{ answer: string | null; salt: string | null; state: string }>(
        ctx.db,
        sql`select answer, salt, state from submissions order by submitted_at, id`,
      ),
    )

  it('gives pending money back to the campaign, frees the slots, and deletes the texts', async () => {
    await answers(2)
    expect((await purses(world, campaign.campaignId))['pending']).toBeGreaterThan(0n)
    const done = must(
      await world.turn(ctx => withdrawConsent(ctx, { contributorId: person, campaignId: campaign.campaignId })),
    )
    expect(done.answers).toBe(2)
    expect(await kept()).toEqual(Array(2).fill({ answer: null, salt: null, state: 'erased' }))
    expect((await purses(world, campaign.campaignId))['pending']).toBeUndefined()
    const taken = await world.turn(ctx => rowsOf<{ taken: number }>(ctx.db, sql`select taken from items`))
    expect(taken.every(item => Number(item.taken) === 0)).toBe(true)
  })

  it('stops work in that campaign until somebody agrees again, and is refused twice', async () => {
    await answers(1)
    const input = { contributorId: person, campaignId: campaign.campaignId }
    must(await world.turn(ctx => withdrawConsent(ctx, input)))
    expect(refusalOf(await world.turn(ctx => takeTask(ctx, input)))).toBe('consent.missing')
    expect(refusalOf(await world.turn(ctx => withdrawConsent(ctx, input)))).toBe('consent.missing')
  })

  it('keeps what was accepted as earned, and pays it without its text', async () => {
    await answers(1)
    world.advance(73 * 3600)
    while ((await world.turn(ctx => autoAccept(ctx))) > 0);
    must(await world.turn(ctx => withdrawConsent(ctx, { contributorId: person, campaignId: campaign.campaignId })))
    expect((await kept())[0]).toEqual({ answer: null, salt: null, state: 'accepted' })
    must(await world.turn(ctx => closeEpoch(ctx, { isFlush: true })))
    expect(await world.turn(ctx => balanceOf(ctx.db, personAccount(person, 'accrued')))).toBeGreaterThan(0n)
  })

  it('leaving deletes the person, keeps the unpaid sum under a code, and lets nobody come back as them', async () => {
    await answers(2)
    await earned(world, person, campaign, TOKEN)
    const gone = must(await world.turn(ctx => forget(ctx, { contributorId: person })))
    expect(gone.unpaid).toBe(TOKEN)
    expect(gone.claimCode).toMatch(/^[0-9A-Z]{20}$/)
    const rows = await world.turn(ctx =>
      rowsOf<Record<string, unknown>>(
        ctx.db,
        sql`select alias, key_salt, account_key, claim_code_hash from contributors where id = ${person}`,
      ),
    )
    expect(rows[0]).toMatchObject({ alias: 'Erased', key_salt: null, account_key: null })
    expect(rows[0]?.['claim_code_hash']).not.toContain(gone.claimCode)
    const left = await world.turn(ctx =>
      rowsOf<{ n: string }>(ctx.db, sql`select count(*)::text as n from identities where contributor_id = ${person}`),
    )
    expect(left[0]?.n).toBe('0')
    expect(await kept()).toEqual(Array(2).fill({ answer: null, salt: null, state: 'erased' }))
    expect(refusalOf(await world.turn(ctx => forget(ctx, { contributorId: person })))).toBe('contributor.excluded')
    expect(
      refusalOf(await world.turn(ctx => takeTask(ctx, { contributorId: person, campaignId: campaign.campaignId }))),
    ).toBe('contributor.excluded')
  })
})
