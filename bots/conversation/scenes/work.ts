// S07 work for you, the task in hand first; S42 when there is nothing.
import { type CampaignId, campaignOf, listWork, type Offer, skipTask, type Task, taskInHand } from '@perle/core'
import { pack } from '../buttons.ts'
import type { StateOf } from '../state.ts'
import type { Span } from '../view.ts'
import { said, type Words } from '../words/index.ts'
import { refusedState } from './refused.ts'
import { button, drawer, type Elsewhere, lineOf, para, type Scene, type Shown, STALE, type Talk } from './scene.ts'
import { nextTask, takeUp } from './takeUp.ts'

/** Campaigns on one screen. */
const PAGE = 3

export const work: Scene<StateOf<'work'>> = {
  async show(talk, state) {
    const { ctx, person, w } = talk
    if (!person.isAdult) return { instead: { scene: 'language', isSetting: false } } satisfies Elsewhere
    if (person.isExcluded) return { instead: refusedState(talk, { code: 'contributor.excluded' }) } satisfies Elsewhere
    const held = await taskInHand(ctx, { contributorId: person.id })
    if (held !== undefined) return inHand(talk, held)
    const offers = await listWork(ctx, { contributorId: person.id })
    const [first] = offers
    if (first === undefined) return nothing(w)
    const isAllPaused = offers.every(offer => offer.needs === 'paused')
    return isAllPaused ? { instead: { scene: 'paused', skill: first.skill } } : list(talk, offers, state.page)
  },

  async press(talk, press) {
    const { ctx, person } = talk
    switch (press.verb) {
      case 'go':
        return { to: { scene: 'work', page: 0 } }
      case 'page':
        return { to: { scene: 'work', page: Number(press.arg) || 0 } }
      case 'next':
        return nextTask(talk)
      case 'take':
      case 'start':
        if (press.id === undefined || (await campaignOf(ctx, { campaignId: press.id as CampaignId })) === undefined) {
          return STALE
        }
        return takeUp(talk, press.id as CampaignId)
      case 'no': {
        const held = await taskInHand(ctx, { contributorId: person.id })
        if (held === undefined || held.assignmentId !== press.id) return STALE
        const skipped = await skipTask(ctx, {
          contributorId: person.id,
          assignmentId: held.assignmentId,
          reason: 'stopped',
        })
        return skipped.ok ? { to: { scene: 'work', page: 0 }, says: [said('work.givenBack')] } : skipped
      }
      default:
        return STALE
    }
  },
}

function inHand({ ctx, w }: Talk, held: Task): Shown {
  const d = drawer(w)
  return {
    heading: held.draft === null ? w.say('work.inHandHeading') : w.say('work.inHandDraftHeading'),
    line: lineOf(w.say('work.inHandLine', { campaign: held.campaignTitle })),
    blocks: [
      para(w.spans('work.inHand', { campaign: held.campaignTitle, until: w.moment(held.expiresAt, ctx.now()) })),
    ],
    rows: [
      [d.first('goOn', 'work', 'next')],
      [d.press('giveBack', 'work', 'no', held.assignmentId), d.press('myResults', 'me', 'go')],
    ],
  }
}

function offerSpans({ ctx, w }: Talk, offer: Offer): Span[] {
  const basis = offer.isMeasured ? w.say('work.measured', { count: offer.people }) : w.say('work.estimate')
  const values = { price: w.sum(offer.price), seconds: offer.seconds, rate: w.rate(offer.hourly), basis }
  return [
    ...w.spans('work.offer', { campaign: offer.title, kindInWords: offer.kindInWords }),
    '\n',
    ...w.spans('work.pay', values),
    ...needOf(w, offer, ctx.now()).map(need => `\n${need}`),
  ]
}

function needOf(w: Words, offer: Offer, now: Date): string[] {
  switch (offer.needs) {
    case 'nothing':
      return []
    case 'consent':
      return [w.say('work.needsConsent')]
    case 'test':
      return [w.say('work.needsTest')]
    case 'wait':
      return offer.nextAttemptAt === null ? [] : [w.say('work.needsWait', { date: w.day(offer.nextAttemptAt) })]
    case 'paused':
      return offer.nextAttemptAt === null || offer.nextAttemptAt <= now
        ? [w.say('work.needsWayBack')]
        : [w.say('work.needsPause', { date: w.day(offer.nextAttemptAt) })]
  }
}

function list(talk: Talk, offers: Offer[], page: number): Shown {
  const { w } = talk
  const d = drawer(w)
  const pages = Math.ceil(offers.length / PAGE)
  const at = Math.min(page, pages - 1)
  const shown = offers.slice(at * PAGE, (at + 1) * PAGE)
  const best = offers[0] as Offer
  return {
    heading: w.say('work.heading'),
    line: lineOf(w.say('work.line', { count: offers.length, campaign: best.title, rate: w.rate(best.hourly) })),
    blocks: [{ type: 'list', ordered: true, items: shown.map(offer => offerSpans(talk, offer)) }],
    rows: [
      shown.map((offer, index) =>
        button(w.say('button.start', { n: index + 1 }), pack('work', 'start', offer.campaignId), {
          primary: index === 0,
        }),
      ),
      [
        ...(pages > 1 ? [d.press('moreWork', 'work', 'page', undefined, (at + 1) % pages)] : []),
        d.press('myResults', 'me', 'go'),
      ],
    ],
  }
}

function nothing(w: Words): Shown {
  const d = drawer(w)
  return {
    heading: w.say('work.nothingHeading'),
    line: w.say('work.nothingLine'),
    blocks: [para(w.spans('work.nothing'))],
    rows: [[d.first('myResults', 'me', 'go')], [d.press('settings', 'settings', 'go')]],
  }
}
