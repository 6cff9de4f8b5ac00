// Work that is hard to look at: nobody is offered it before they say so here, and they may unsay it. Both answers weigh the same.
import { type CampaignId, campaignOf, seeHardWork, skipTask, taskInHand } from '@perle/core'
import type { StateOf } from '../state.ts'
import { type Said, said } from '../words/index.ts'
import { drawer, type Elsewhere, type Move, para, type Scene, STALE, type Talk } from './scene.ts'
import { takeUpSoftly } from './takeUp.ts'

/** Through a campaign's door it says what that one shows, and a yes leads on into it. */
export const hardToSee: Scene<StateOf<'hardToSee'>> = {
  async show({ ctx, person, w }, state) {
    if (!person.isAdult) return { instead: { scene: 'language', isSetting: false } } satisfies Elsewhere
    const campaignId = state.campaignId as CampaignId | undefined
    const campaign = campaignId === undefined ? undefined : await campaignOf(ctx, { campaignId })
    const what = campaign?.hardToSee ?? undefined
    const d = drawer(w)
    const isDoor = campaign !== undefined && what !== undefined
    return {
      heading: w.say('hard.askHeading'),
      line: w.say('hard.askLine'),
      blocks: [
        ...(isDoor ? [para(w.spans('hard.askCampaign', { campaign: campaign.title, what }))] : []),
        para(w.spans('hard.ask')),
        ...(isDoor ? [] : [para(person.seesHard ? w.spans('hard.isOn') : w.spans('hard.isOff'))]),
      ],
      rows: [
        [d.press('offerIt', 'hardToSee', 'yes', campaignId), d.press('neverShow', 'hardToSee', 'no')],
        [isDoor ? d.press('otherWork', 'work', 'go') : d.press('back', 'settings', 'go')],
      ],
    }
  },

  async press(talk, press) {
    const campaignId = press.id as CampaignId | undefined
    if (press.verb === 'go') return { to: { scene: 'hardToSee', ...(campaignId === undefined ? {} : { campaignId }) } }
    if (press.verb !== 'yes' && press.verb !== 'no') return STALE
    if (!talk.person.isAdult) return STALE
    const seesHard = press.verb === 'yes'
    await seeHardWork(talk.ctx, { contributorId: talk.person.id, isWanted: seesHard })
    const move = seesHard ? await offered(talk, campaignId) : await refused(talk)
    return 'to' in move ? { ...move, person: { seesHard } } : move
  },
}

async function offered(talk: Talk, campaignId: CampaignId | undefined): Promise<Move> {
  const says = [said('hard.on')]
  return campaignId === undefined ? { to: { scene: 'hardToSee' }, says } : takeUpSoftly(talk, campaignId, says)
}

/** What is in hand of that kind goes back, as if skipped. */
async function refused(talk: Talk): Promise<Move> {
  const { ctx, person } = talk
  const held = await taskInHand(ctx, { contributorId: person.id })
  const says: Said[] = [said('hard.off')]
  if (held !== undefined && held.hardToSee !== null) {
    const { assignmentId } = held
    const skipped = await skipTask(ctx, { contributorId: person.id, assignmentId, reason: 'stopped' })
    if (!skipped.ok) return skipped
    says.push(said('hard.back'))
  }
  return { to: { scene: 'hardToSee' }, says }
}
