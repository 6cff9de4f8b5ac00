// S05. What is shared, for whom, under which licence. Each campaign asks; yes and no weigh the same.
import { type CampaignId, campaignOf, giveConsent, readAgreement } from '@perle/core'
import type { StateOf } from '../state.ts'
import { stateFrom, wayBack } from '../state.ts'
import { said } from '../words/index.ts'
import { pagesOf, pageTurner } from './paging.ts'
import { drawer, lineOf, para, type Scene, STALE } from './scene.ts'
import { takeUpSoftly } from './takeUp.ts'

const PLATFORMS = { telegram: 'Telegram', discord: 'Discord' }

export const agreement: Scene<StateOf<'agreement'>> = {
  async show({ ctx, person, surface, w }, state) {
    const campaignId = state.campaignId as CampaignId
    const given = await readAgreement(ctx, { contributorId: person.id, campaignId })
    const d = drawer(w)
    const { title: campaign, requester } = given
    return {
      heading: w.say('agreement.heading', { campaign }),
      line: lineOf(w.say('agreement.line', { campaign })),
      blocks: [
        para(w.spans('agreement.what')),
        para(w.spans('agreement.for', { requester, purpose: given.purpose })),
        para(w.spans('agreement.licence', { licence: given.licence, until: given.keptUntil })),
        para(w.spans('agreement.yourName')),
        para(w.spans('agreement.takeBack', { requester })),
        ...(surface === 'web'
          ? []
          : [para(w.spans('agreement.throughPlatform', { platform: PLATFORMS[surface], requester }))]),
      ],
      rows: [
        [d.press('agree', 'agreement', 'yes', campaignId, given.version)],
        [d.press('readFullText', 'agreementText', 'go', campaignId)],
        [d.press('noThankYou', 'agreement', 'no', campaignId)],
      ],
    }
  },

  async press(talk, press) {
    if (press.id === undefined) return STALE
    const campaignId = press.id as CampaignId
    if ((await campaignOf(talk.ctx, { campaignId })) === undefined) return STALE
    if (press.verb === 'no') return { to: { scene: 'work', page: 0 }, says: [said('agreement.declined')] }
    if (press.verb !== 'yes') return STALE
    const now = await readAgreement(talk.ctx, { contributorId: talk.person.id, campaignId })
    // What was agreed to must be what was read: the button names the version that it stood under.
    if (String(now.version) !== press.arg) return STALE
    const consent = await giveConsent(talk.ctx, { contributorId: talk.person.id, campaignId, surface: talk.surface })
    if (!consent.ok) return consent
    return takeUpSoftly(talk, campaignId, [said('agreement.agreed', { date: talk.w.fullDay(consent.value.agreedAt) })])
  },
}

export const agreementText: Scene<StateOf<'agreementText'>> = {
  async show({ ctx, person, w }, state) {
    const given = await readAgreement(ctx, { contributorId: person.id, campaignId: state.campaignId as CampaignId })
    const d = drawer(w)
    const pages = pagesOf(given.text)
    return {
      heading: w.say('agreement.fullHeading', { campaign: given.title }),
      line: lineOf(w.say('agreement.fullHeading', { campaign: given.title })),
      ...pageTurner(
        w,
        pages,
        state.page,
        'agreementText',
        state.campaignId,
        d.press('back', 'agreementText', 'back', state.campaignId),
      ),
    }
  },

  async press({ ctx }, press, state) {
    if (press.id === undefined || (await campaignOf(ctx, { campaignId: press.id as CampaignId })) === undefined)
      return STALE
    const kept = state.scene === 'agreementText' ? state.back : wayBack(state)
    if (press.verb === 'back') {
      return { to: stateFrom(kept) ?? { scene: 'agreement', campaignId: press.id } }
    }
    return { to: { scene: 'agreementText', campaignId: press.id, page: Number(press.arg) || 0, back: kept } }
  },
}
