// The guide of a campaign, as it is now or as it was for one answer; a side view with a way back.
import { type CampaignId, campaignOf, type Guide, readGuide } from '@perle/core'
import { pack } from '../buttons.ts'
import type { StateOf } from '../state.ts'
import { stateFrom, wayBack } from '../state.ts'
import type { Words } from '../words/index.ts'
import { button, drawer, lineOf, para, type Scene, STALE } from './scene.ts'

/** Characters of rules on one screen. */
const SCREEN = 1_400

/** Rules stay whole: a screen ends between two of them. */
function screens(rules: Guide['rules']): Guide['rules'][] {
  const pages: Guide['rules'][] = [[]]
  let length = 0
  for (const rule of rules) {
    if (length > 0 && length + rule.text.length > SCREEN) {
      pages.push([])
      length = 0
    }
    pages.at(-1)?.push(rule)
    length += rule.text.length
  }
  return pages
}

function rulesOf(w: Words, rules: Guide['rules']) {
  return rules.map(({ rule, text }) => para(w.spans('guide.rule', { rule: String(rule), text })))
}

export const guide: Scene<StateOf<'guide'>> = {
  async show({ ctx, w }, state) {
    const campaignId = state.campaignId as CampaignId
    const read = await readGuide(ctx, {
      campaignId,
      ...(state.version === undefined ? {} : { version: state.version }),
    })
    const d = drawer(w)
    const pages = screens(read.rules)
    const page = Math.min(state.page, pages.length - 1)
    const arg = (to: number) => `${to}.${read.version}`
    const turns = [
      ...(page < pages.length - 1
        ? [button(w.say('button.nextPart'), pack('guide', 'page', campaignId, arg(page + 1)), { primary: true })]
        : []),
      ...(page === 0 ? [] : [button(w.say('button.readAgain'), pack('guide', 'page', campaignId, arg(0)))]),
    ]
    return {
      heading: w.say('guide.heading', { campaign: read.title }),
      line: lineOf(w.say('guide.line', { campaign: read.title, n: read.rules.length })),
      blocks: [
        ...(pages.length > 1 ? [para(w.spans('reading.part', { i: page + 1, n: pages.length }))] : []),
        ...rulesOf(w, pages[page] ?? []),
        ...(page === pages.length - 1 ? [para(w.spans('guide.version', { version: w.number(read.version) }))] : []),
      ],
      rows: [...(turns.length === 0 ? [] : [turns]), [d.press('back', 'guide', 'back')]],
    }
  },

  async press({ ctx }, press, state) {
    const kept = state.scene === 'guide' ? state.back : wayBack(state)
    if (press.verb === 'back') {
      return state.scene === 'guide' ? { to: stateFrom(kept) ?? { scene: 'work', page: 0 } } : STALE
    }
    if (press.id === undefined || (await campaignOf(ctx, { campaignId: press.id as CampaignId })) === undefined)
      return STALE
    const [page, version] = press.arg.split('.').map(Number)
    return {
      to: {
        scene: 'guide',
        campaignId: press.id,
        page: page || 0,
        ...(version ? { version } : {}),
        back: kept,
      },
    }
  },
}
