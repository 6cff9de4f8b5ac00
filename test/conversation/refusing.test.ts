// A no of a use-case that had written already: what it wrote is undone, and where the person is and what they are shown is kept.
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateItem } from '../../core/campaigns/store.ts'
import { inbox } from '../../core/inbox/tables.ts'
import { balancesUnder } from '../../core/money/store.ts'
import { assignments } from '../../core/work/tables.ts'
import { aCampaign, aPerson, consent, someItems } from '../support/builders.ts'
import { databases } from '../support/database.ts'
import { aWorld, type World } from '../support/world.ts'
import { talkingAs } from './transcript.ts'

describe.each(databases)('a refusal after a write, on %s', kind => {
  let world: World
  beforeAll(async () => {
    world = await aWorld({ kind })
  })
  afterAll(() => world.close())

  it('leaves lease and money as they were, says why, and is handled once', async () => {
    const campaign = await aCampaign(world, { kind: 'choice' })
    const [itemId] = await someItems(world, campaign, [{}])
    const person = await aPerson(world, { skill: campaign.skill })
    await consent(world, person, campaign.campaignId)
    const me = await talkingAs(world, person)
    await me.says('/task')
    const start = me.payloadOf('Start 1')
    await me.presses('Start 1')
    const purses = () => world.turn(ctx => balancesUnder(ctx.db, `campaign:${campaign.campaignId}`))
    const before = await purses()
    // The lease runs out before anybody sweeps, and the item is held meanwhile: the next hand-out ends the one and finds nothing.
    world.advance(24 * 3600)
    await world.turn(async ctx => updateItem(ctx.db, itemId as never, { state: 'held' }))
    await me.sends({ kind: 'press', payload: start }, '[Start 1 from before]', 'test:refused')
    me.shows('That was all there is for you here now.')
    const [lease] = await world.turn(ctx =>
      ctx.db.select().from(assignments).where(eq(assignments.contributorId, person)),
    )
    expect(lease).toMatchObject({ state: 'open' })
    expect(await purses()).toEqual(before)
    const [event] = await world.turn(ctx => ctx.db.select().from(inbox).where(eq(inbox.eventKey, 'test:refused')))
    expect(event).toMatchObject({ state: 'done', attempts: 0, payload: null })
    const scene = me.view().scene
    await me.sends({ kind: 'press', payload: start }, '[the same event again]', 'test:refused')
    expect(me.view().scene).toBe(scene)
  })
})
