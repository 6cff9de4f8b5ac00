// S01. The first screen: one tap to a question.
import { campaignOf } from '@perle/core'
import type { StateOf } from '../state.ts'
import { drawer, lineOf, para, type Scene } from './scene.ts'

export const welcome: Scene<StateOf<'welcome'>> = {
  async show({ ctx, person, w }, state) {
    const campaign = state.toward === undefined ? undefined : await campaignOf(ctx, { code: state.toward })
    const d = drawer(w)
    return {
      heading:
        campaign === undefined
          ? w.say('welcome.heading', { name: person.alias })
          : w.say('welcome.headingInvited', { requester: campaign.requesterName, campaign: campaign.title }),
      line: lineOf(w.say('welcome.line')),
      blocks: [para(w.spans('welcome.what')), para(w.spans('welcome.tryOne'))],
      rows: [
        ...(person.role === 'requester' ? [[d.first('myCampaigns', 'desk', 'go')]] : []),
        ...(person.role === 'reviewer' ? [[d.first('myReviews', 'reviews', 'go')]] : []),
        [d.press('tryQuestion', 'tryOut', 'go', undefined, '', { primary: person.role === 'contributor' })],
        [d.press('howPayWorks', 'howPay', 'go'), d.press('privacy', 'privacy', 'go')],
      ],
    }
  },
}
