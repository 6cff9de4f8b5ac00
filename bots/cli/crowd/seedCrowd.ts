// Brings the simulated people in by the same doors as everybody: age, agreement, test.
import {
  answerTest,
  type CampaignId,
  type ContributorId,
  confirmAge,
  giveConsent,
  knownTruth,
  listCampaignCards,
  meet,
  readSkill,
  runTurn,
  startTest,
} from '@perle/core'
import type { Composition } from '../../compose.ts'
import { type Actor, answerOf } from './actor.ts'
import { CROWD } from './crowdMembers.ts'

/** Somebody who passed has been right here: the crowd is a trained one, so its tests are answered as the truth says. */
const TRAINED: Actor = { name: 'trained', accuracy: 1, pace: 1 }

/** Adds who is missing and whoever has not yet been tested in a campaign's skill. */
export async function seedCrowd(composition: Composition): Promise<void> {
  const { database, base } = composition
  const campaigns = await runTurn(database, base, ctx => listCampaignCards(ctx))
  for (const member of CROWD) {
    await runTurn(database, base, async ctx => {
      const { person, isNew } = await meet(ctx, {
        platform: 'web',
        platformId: member.platformId,
        actor: member.actor.name,
        role: member.isReviewer ? 'reviewer' : 'contributor',
      })
      if (isNew) await confirmAge(ctx, { contributorId: person.id, isAdult: true })
    })
    for (const campaign of campaigns) await train(composition, member.platformId, campaign.campaignId, campaign.skill)
  }
}

async function train(
  composition: Composition,
  platformId: string,
  campaignId: CampaignId,
  skill: string,
): Promise<void> {
  const { database, base } = composition
  await runTurn(database, base, async ctx => {
    const { person } = await meet(ctx, { platform: 'web', platformId })
    const contributorId: ContributorId = person.id
    if ((await readSkill(ctx, { contributorId, skill })).state === 'passed') return
    await giveConsent(ctx, { contributorId, campaignId, surface: 'simulation' })
    const started = await startTest(ctx, { contributorId, campaignId })
    if (!started.ok) return
    let question: typeof started.value | undefined = started.value
    while (question !== undefined) {
      const known = await knownTruth(ctx, { itemId: question.itemId })
      const answer = answerOf(TRAINED, question.item, known?.truth, ctx.random)
      const result = await answerTest(ctx, { contributorId, campaignId, itemId: question.itemId, answer, seconds: 30 })
      question = result.ok && 'next' in result.value ? result.value.next : undefined
    }
  })
}
