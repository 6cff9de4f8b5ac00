import { afterEach, beforeEach, expect, it } from 'vitest'
import { askGuide } from '../../core/work/askGuide.ts'
import { listGuideQuestions } from '../../core/work/listGuideQuestions.ts'
import { takeTask } from '../../core/work/takeTask.ts'
import { aCampaign, aPerson, consent, must, refusalOf, someItems } from '../support/builders.ts'
import { aWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await aWorld()
})
afterEach(() => world.close())

it('a question about the guide reaches the requester without a name, and costs the asker nothing', async () => {
  const campaign = await aCampaign(world, { kind: 'choice' })
  await someItems(world, campaign, [{}, {}])
  const person = await aPerson(world, { skill: campaign.skill })
  await consent(world, person, campaign.campaignId)
  const input = { contributorId: person, campaignId: campaign.campaignId }
  const task = must(await world.turn(ctx => takeTask(ctx, input)))
  const question = { contributorId: person, assignmentId: task.assignmentId, text: 'Does dialect count as Spanish?' }
  expect(refusalOf(await world.turn(ctx => askGuide(ctx, { ...question, text: 'x'.repeat(501) })))).toBe(
    'text.too_long',
  )
  must(await world.turn(ctx => askGuide(ctx, question)))
  const asked = await world.turn(ctx => listGuideQuestions(ctx, campaign))
  expect(asked).toEqual([
    { questionId: expect.any(String), item: 'item-0', askedAt: world.now(), text: 'Does dialect count as Spanish?' },
  ])
  expect(must(await world.turn(ctx => takeTask(ctx, input))).itemId).not.toBe(task.itemId)
})
