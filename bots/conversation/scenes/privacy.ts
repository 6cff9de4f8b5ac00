// S37. What is kept, for whom, and how to take it back; always answers.
import { type CampaignId, listAgreements, listCases, readMe, readWallet, withdrawConsent } from '@perle/core'
import { pack } from '../buttons.ts'
import { rowsOf } from '../kinds/rowsOf.ts'
import type { StateOf } from '../state.ts'
import { shortAddress } from '../words/formats.ts'
import { said } from '../words/index.ts'
import { languageName } from './language.ts'
import { pagesOf, pageTurner } from './paging.ts'
import { button, drawer, lineOf, para, type Scene, STALE } from './scene.ts'

export const privacy: Scene<StateOf<'privacy'>> = {
  async show({ person, w }, state) {
    const d = drawer(w)
    if (state.isFull) {
      const pages = pagesOf(w.say('privacy.full'))
      return {
        heading: w.say('privacy.fullHeading'),
        line: w.say('privacy.line'),
        ...pageTurner(w, pages, state.page ?? 0, 'privacy', undefined, d.press('back', 'privacy', 'go')),
      }
    }
    return {
      heading: w.say('privacy.heading'),
      line: w.say('privacy.line'),
      blocks: [para(w.spans('privacy.keep')), para(w.spans('privacy.teams')), para(w.spans('privacy.open'))],
      rows: [
        [d.first('myAgreements', 'agreements', 'go')],
        [d.press('getMyData', 'myData', 'go'), d.press('leave', 'forget', 'go')],
        [
          d.press('fullText', 'privacy', 'page'),
          person.isAdult ? d.press('back', 'work', 'go') : d.press('back', 'privacy', 'back'),
        ],
      ],
    }
  },

  async press(_talk, press) {
    if (press.verb === 'back') return { to: { scene: 'welcome' } }
    if (press.verb === 'page') return { to: { scene: 'privacy', isFull: true, page: Number(press.arg) || 0 } }
    return { to: { scene: 'privacy' } }
  },
}

/** Agreements that have a button of their own on one screen. */
const SHOWN = 8

export const agreements: Scene<StateOf<'agreements'>> = {
  async show({ ctx, person, w }, state) {
    const all = await listAgreements(ctx, { contributorId: person.id })
    const d = drawer(w)
    const pages = Math.max(1, Math.ceil(all.length / SHOWN))
    const page = Math.min(state.page ?? 0, pages - 1)
    const shown = all.slice(page * SHOWN, (page + 1) * SHOWN)
    const older = page + 1 < pages ? [d.press('older', 'agreements', 'page', undefined, page + 1)] : []
    const read = shown.map((one, index) =>
      button(w.say('button.readOneText', { n: index + 1 }), pack('agreementText', 'go', one.campaignId)),
    )
    const take = shown.flatMap((one, index) =>
      one.withdrawnAt === null
        ? [button(w.say('button.withdrawFrom', { n: index + 1 }), pack('withdraw', 'go', one.campaignId))]
        : [],
    )
    return {
      heading: w.say('privacy.agreementsHeading'),
      line: w.say('privacy.agreementsLine', { count: all.length }),
      blocks:
        all.length === 0
          ? [para(w.spans('privacy.agreementsNone'))]
          : [
              {
                type: 'list',
                ordered: true,
                items: shown.map(one => {
                  const values = { campaign: one.title, requester: one.requester }
                  return one.withdrawnAt === null
                    ? w.spans('privacy.agreementOne', { ...values, date: w.fullDay(one.agreedAt ?? ctx.now()) })
                    : w.spans('privacy.agreementTaken', { ...values, date: w.fullDay(one.withdrawnAt) })
                }),
              },
            ],
      rows: [...rowsOf(read, 4), ...rowsOf(take, 4), [...older, d.press('back', 'privacy', 'go')]],
    }
  },

  async press(_talk, press) {
    return { to: { scene: 'agreements', page: Number(press.arg) || 0 } }
  },
}

async function agreementWith(talk: Parameters<Scene['show']>[0], campaignId: string) {
  const all = await listAgreements(talk.ctx, { contributorId: talk.person.id })
  return all.find(one => one.campaignId === campaignId && one.withdrawnAt === null)
}

export const withdraw: Scene<StateOf<'withdraw'>> = {
  async show(talk, state) {
    const given = await agreementWith(talk, state.campaignId)
    if (given === undefined) return { instead: { scene: 'agreements' } }
    const { w } = talk
    const d = drawer(w)
    return {
      heading: w.say('privacy.withdrawHeading', { campaign: given.title }),
      line: lineOf(w.say('privacy.withdrawLine', { campaign: given.title })),
      blocks: [para(w.spans('privacy.withdraw', { requester: given.requester }))],
      rows: [[d.press('withdraw', 'withdraw', 'yes', state.campaignId)], [d.press('keepIt', 'agreements', 'go')]],
    }
  },

  async press(talk, press, state) {
    if (press.id === undefined || (await agreementWith(talk, press.id)) === undefined) return STALE
    if (press.verb === 'go') return { to: { scene: 'withdraw', campaignId: press.id } }
    if (press.verb !== 'yes' || state.scene !== 'withdraw' || state.campaignId !== press.id) return STALE
    const input = { contributorId: talk.person.id, campaignId: press.id as CampaignId }
    const done = await withdrawConsent(talk.ctx, input)
    if (!done.ok) return done
    return { to: { scene: 'agreements' }, says: [said('privacy.withdrawn', { count: done.value.answers })] }
  },
}

export const myData: Scene<StateOf<'myData'>> = {
  async show({ ctx, person, w }) {
    const input = { contributorId: person.id }
    const me = await readMe(ctx, input)
    const agreed = await listAgreements(ctx, input)
    const wallet = await readWallet(ctx, input)
    const cases = await listCases(ctx, input)
    const d = drawer(w)
    const language = languageName(person.locale)
    return {
      heading: w.say('privacy.dataHeading'),
      line: w.say('privacy.dataLine'),
      blocks: [
        para(w.spans('privacy.dataName', { name: person.alias, date: w.fullDay(person.createdAt), language })),
        para(w.spans('privacy.dataAnswers', { count: me.accepted + me.pending + me.rejected })),
        para(w.spans('privacy.dataAgreements', { count: agreed.length })),
        para(w.spans('privacy.dataPay', { earned: w.sum(me.earned), paid: w.sum(me.paid) })),
        para(
          wallet === undefined
            ? w.spans('privacy.dataNoWallet')
            : w.spans('privacy.dataWallet', { address: shortAddress(wallet.address) }),
        ),
        para(w.spans('privacy.dataCases', { count: cases.length })),
        para(w.spans('privacy.dataFile')),
      ],
      rows: [
        [d.first('results', 'results', 'go'), d.press('myPay', 'pay', 'go')],
        [d.press('myAgreements', 'agreements', 'go'), d.press('myCases', 'cases', 'go')],
        [d.press('talk', 'topic', 'choose', undefined, 'other'), d.press('back', 'privacy', 'go')],
      ],
    }
  },

  async press() {
    return { to: { scene: 'myData' } }
  },
}
