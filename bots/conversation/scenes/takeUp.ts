// The way into work: what is missing comes first (age, agreement, test), then the task itself.
import { type CampaignId, campaignOf, listWork, takeTask, taskInHand } from '@perle/core'
import { tellRefusal } from '../refusals.ts'
import { type Said, said } from '../words/index.ts'
import type { Move, Talk } from './scene.ts'

/** Begins or goes on with a campaign. */
export async function takeUp(talk: Talk, campaignId: CampaignId, says: Said[] = []): Promise<Move> {
  const { ctx, person } = talk
  const campaign = await campaignOf(ctx, { campaignId })
  if (campaign === undefined) return { refusal: { code: 'campaign.unknown' } }
  if (!person.isAdult) return { to: { scene: 'language', isSetting: false, toward: campaign.code }, says }
  const taken = await takeTask(ctx, { contributorId: person.id, campaignId })
  if (taken.ok) {
    const isOther = taken.value.campaignId !== campaignId
    return {
      to: { scene: 'task', assignmentId: taken.value.assignmentId },
      says: [...says, ...(isOther ? [said('work.hasOneOpen')] : [])],
    }
  }
  switch (taken.refusal.code) {
    case 'work.hard_to_see':
      return { to: { scene: 'hardToSee', campaignId }, says }
    case 'consent.missing':
      return { to: { scene: 'agreement', campaignId }, says }
    case 'qualification.missing':
      return { to: { scene: 'skill', campaignId }, says }
    case 'skill.paused':
      return { to: { scene: 'paused', skill: taken.refusal.skill }, says }
    default:
      return taken
  }
}

/**
 * The same after something that must stand (a yes, an agreement): a no then is only told, since a refusal would roll the
 * turn back and the yes with it.
 */
export async function takeUpSoftly(talk: Talk, campaignId: CampaignId, says: Said[] = []): Promise<Move> {
  const move = await takeUp(talk, campaignId, says)
  if (!('refusal' in move)) return move
  const told = tellRefusal(talk.w, move.refusal, talk.ctx.now())
  return { to: { scene: 'work', page: 0 }, says: [...says, told.sentence] }
}

/** The campaign behind a link; without one, everything there is. */
export async function takeUpCode(talk: Talk, code: string | undefined): Promise<Move> {
  const campaign = code === undefined ? undefined : await campaignOf(talk.ctx, { code })
  return campaign === undefined ? { to: { scene: 'work', page: 0 } } : takeUpSoftly(talk, campaign.campaignId)
}

/** "Next task": the one in hand, else the best paid that asks for nothing first, else the list. */
export async function nextTask(talk: Talk, says: Said[] = []): Promise<Move> {
  const { ctx, person } = talk
  if (!person.isAdult) return { to: { scene: 'language', isSetting: false }, says }
  const held = await taskInHand(ctx, { contributorId: person.id })
  if (held !== undefined) return { to: { scene: 'task', assignmentId: held.assignmentId }, says }
  const offers = await listWork(ctx, { contributorId: person.id })
  const ready = offers.find(offer => offer.needs === 'nothing')
  return ready === undefined ? { to: { scene: 'work', page: 0 }, says } : takeUp(talk, ready.campaignId, says)
}

/** After an answer or a skip: on in the same campaign, or the receipt alone when it has no more for this person. */
export async function goOn(talk: Talk, campaignId: CampaignId, says: Said[]): Promise<Move> {
  const taken = await takeTask(talk.ctx, { contributorId: talk.person.id, campaignId })
  if (taken.ok) return { to: { scene: 'task', assignmentId: taken.value.assignmentId }, says }
  return { to: { scene: 'receipt', campaignId }, says }
}
