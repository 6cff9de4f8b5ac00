// S35. A requester's campaigns in short; set-up and money are never in chat.
import {
  type CampaignDesk,
  type CampaignId,
  isCompared,
  type Preferences,
  pauseCampaign,
  readCampaignDesk,
  readPreferences,
} from '@perle/core'
import type { StateOf } from '../state.ts'
import type { Block, Button } from '../view.ts'
import { said, type Words } from '../words/index.ts'
import { preferenceChart, progressChart } from './charts.ts'
import { drawer, lineOf, para, type Scene, type Shown, STALE } from './scene.ts'

export const desk: Scene<StateOf<'desk'>> = {
  async show({ ctx, person, w }, state) {
    const all = await readCampaignDesk(ctx, { requesterId: person.id })
    const at = Math.max(
      0,
      all.findIndex(one => one.campaignId === state.campaignId),
    )
    const one = all[at]
    if (one === undefined) return none(w)
    if (state.isPausing) return pausing(w, one)
    if (state.isPreferring) {
      const input = { requesterId: person.id, campaignId: one.campaignId }
      return preferring(w, one, await readPreferences(ctx, input))
    }
    return figures(w, one, [...all.slice(at + 1), ...all.slice(0, at)])
  },

  async press({ ctx, person }, press, state) {
    const campaignId = press.id as CampaignId | undefined
    if (press.verb === 'go') return { to: { scene: 'desk', ...(campaignId === undefined ? {} : { campaignId }) } }
    if (campaignId === undefined) return STALE
    const all = await readCampaignDesk(ctx, { requesterId: person.id })
    if (!all.some(one => one.campaignId === campaignId)) return STALE
    if (press.verb === 'why') return { to: { scene: 'desk', campaignId, isPreferring: true } }
    if (press.verb === 'pause') return { to: { scene: 'desk', campaignId, isPausing: true } }
    if (press.verb !== 'yes' && press.verb !== 'no') return STALE
    if (press.verb === 'yes' && !(state.scene === 'desk' && state.isPausing && state.campaignId === campaignId))
      return STALE
    const isPaused = press.verb === 'yes'
    const paused = await pauseCampaign(ctx, { requesterId: person.id, campaignId, isPaused })
    if (!paused.ok) return paused
    return { to: { scene: 'desk', campaignId }, says: [isPaused ? said('desk.pausedNow') : said('desk.openNow')] }
  },
}

function none(w: Words): Shown {
  const d = drawer(w)
  return {
    heading: w.say('desk.noneHeading'),
    line: w.say('desk.noneLine'),
    blocks: [para(w.spans('desk.none'))],
    rows: [[d.first('aTask', 'work', 'go')], [d.press('myResults', 'me', 'go')]],
  }
}

/** Bars on one screen: more would be a list, which the console has. */
const CHARTED = 4

/** One in words; the others beside it in the chart, as far as a phone's screen goes. */
function figures(w: Words, one: CampaignDesk, others: CampaignDesk[]): Shown {
  const [next] = others
  const d = drawer(w)
  const percent = w.percent(one.items === 0 ? 0 : one.sure / one.items)
  const money = { spent: w.sum(one.spent), budget: w.sum(one.budget) }
  const blocks: Block[] = [
    para(w.spans('desk.sure', { sure: w.number(one.sure), items: w.number(one.items), percent })),
    para(
      // Nothing is spent before the first payday: a price of 0 PRL would promise too much.
      one.perSure === null || one.spent === 0n
        ? w.spans('desk.money', money)
        : w.spans('desk.moneyPer', { ...money, cost: w.sum(one.perSure) }),
    ),
    ...(one.questions === 0 ? [] : [para(w.spans('desk.questions', { count: one.questions }))]),
    ...(one.state === 'paused' ? [para(w.spans('desk.paused'))] : []),
    ...(one.items === 0 ? [] : [progressChart(w, [one, ...others].slice(0, CHARTED))]),
  ]
  const stop: Button[] =
    one.state === 'open'
      ? [d.press('pause', 'desk', 'pause', one.campaignId)]
      : one.state === 'paused'
        ? [d.first('openAgain', 'desk', 'no', one.campaignId)]
        : []
  const turn = next === undefined ? [] : [d.press('otherCampaigns', 'desk', 'go', next.campaignId)]
  return {
    heading: w.say('desk.heading', { campaign: one.title }),
    line: lineOf(w.say('desk.line', { campaign: one.title, percent })),
    blocks,
    rows: [
      [...stop, d.press('guide', 'guide', 'go', one.campaignId)],
      isCompared(one.kind) ? [d.press('whatTheyPrefer', 'desk', 'why', one.campaignId)] : [],
      turn,
    ],
  }
}

function preferring(w: Words, one: CampaignDesk, found: Preferences | undefined): Shown {
  return {
    heading: w.say('desk.preferHeading'),
    line: lineOf(w.say('desk.preferLine', { campaign: one.title })),
    blocks:
      found === undefined || found.compared === 0
        ? [para(w.spans('desk.preferNone'))]
        : [para(w.spans('desk.preferBody')), preferenceChart(w, found)],
    rows: [[drawer(w).press('back', 'desk', 'go', one.campaignId)]],
  }
}

function pausing(w: Words, one: CampaignDesk): Shown {
  const d = drawer(w)
  return {
    heading: w.say('desk.pauseHeading', { campaign: one.title }),
    line: w.say('desk.pauseLine'),
    blocks: [para(w.spans('desk.pauseBody'))],
    rows: [[d.first('keepGoing', 'desk', 'go', one.campaignId)], [d.press('pauseIt', 'desk', 'yes', one.campaignId)]],
  }
}
