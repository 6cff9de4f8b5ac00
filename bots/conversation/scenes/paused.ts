// S44. A skill is paused: why, two of the check questions behind it, and the way back.
import {
  type CampaignId,
  campaignOf,
  disputePause,
  examTerms,
  kindOf,
  listWork,
  type MissedCheck,
  type Pause,
  readGuide,
  readPause,
} from '@perle/core'
import { drawReading, sectionsOf } from '../asking.ts'
import { pack } from '../buttons.ts'
import { talkOf } from '../kinds/index.ts'
import { type Asking, asWhole } from '../kinds/kindTalk.ts'
import { readOn } from '../reading.ts'
import { type StateOf, wayBack } from '../state.ts'
import type { Block, Button } from '../view.ts'
import { isolated } from '../words/fill.ts'
import { said } from '../words/index.ts'
import { exampleOf, hardGate } from './practice.ts'
import { drawer, type Elsewhere, lineOf, type Move, para, type Scene, type Shown, STALE, type Talk } from './scene.ts'
import { enterTest } from './skill.ts'

type OnPause = StateOf<'paused'>

export const paused: Scene<OnPause> = {
  async show(talk, state) {
    const pause = await readPause(talk.ctx, { contributorId: talk.person.id, skill: state.skill })
    if (pause === undefined) return { instead: { scene: 'work', page: 0 } } satisfies Elsewhere
    const missed = state.index === undefined ? undefined : pause.shown[state.index]
    return missed === undefined ? card(talk, pause) : opened(talk, state, pause, missed)
  },

  async press(talk, press, state) {
    const campaign =
      press.id === undefined ? undefined : await campaignOf(talk.ctx, { campaignId: press.id as CampaignId })
    if (campaign === undefined) return STALE
    const { skill } = campaign
    const pause = await readPause(talk.ctx, { contributorId: talk.person.id, skill })
    if (pause === undefined) return STALE
    switch (press.verb) {
      case 'go':
        return { to: { scene: 'paused', skill } }
      case 'start':
        return startBack(talk, pause)
      case 'list':
        return pause.shown[Number(press.arg)] === undefined
          ? STALE
          : { to: { scene: 'paused', skill, index: Number(press.arg) } }
      case 'read': {
        const missed = state.scene === 'paused' && state.skill === skill ? pause.shown[state.index ?? -1] : undefined
        if (missed === undefined) return STALE
        const reading = readOn(await sectionsIn(talk, missed), (state as OnPause).reading, press.arg)
        return reading === undefined ? STALE : { to: { ...(state as OnPause), reading } }
      }
      case 'send': {
        const sent = await disputePause(talk.ctx, { contributorId: talk.person.id, skill })
        if (!sent.ok) return sent
        return { to: { scene: 'paused', skill }, says: [said('paused.disputed', { code: sent.value.code })] }
      }
      default:
        return STALE
    }
  },

  async whole(talk, _press, state) {
    if (state.scene !== 'paused') return undefined
    const pause = await readPause(talk.ctx, { contributorId: talk.person.id, skill: state.skill })
    const missed = pause?.shown[state.index ?? -1]
    return missed === undefined ? undefined : askingOf(talk, missed)
  },
}

/** The guide until the pause is over, and the test from then on. */
async function startBack(talk: Talk, pause: Pause): Promise<Move> {
  if (pause.until <= talk.ctx.now()) return enterTest(talk, pause.campaignId)
  const back = wayBack({ scene: 'paused', skill: pause.skill })
  return {
    to: { scene: 'guide', campaignId: pause.campaignId, page: 0, back },
    says: [said('paused.guideFirst', { date: talk.w.day(pause.until) })],
  }
}

async function card({ ctx, person, w }: Talk, pause: Pause): Promise<Shown> {
  const { skill, campaignId, missed, until } = pause
  const d = drawer(w)
  const terms = await examTerms(ctx, { contributorId: person.id, campaignId })
  const offers = await listWork(ctx, { contributorId: person.id })
  // With nothing else open the list of work would only lead back here.
  const hasOther = offers.some(offer => offer.needs !== 'paused')
  const isOpen = until <= ctx.now()
  const test = { pass: terms.pass, count: terms.questions }
  const shown = pause.shown.length
  return {
    heading: w.say('paused.heading', { skill }),
    line: lineOf(isOpen ? w.say('paused.lineOpen', { skill }) : w.say('paused.line', { skill, date: w.day(until) })),
    blocks: [
      para(w.spans('paused.why', { missed, count: pause.of })),
      ...(shown === 0 ? [] : [para(w.spans('paused.shown', { count: shown }))]),
      para(isOpen ? w.spans('paused.backNow', test) : w.spans('paused.back', { ...test, date: w.day(until) })),
    ],
    rows: [
      [d.first('startWayBack', 'paused', 'start', campaignId)],
      ...(shown === 0 ? [] : [[d.press(shown === 1 ? 'showOne' : 'showTwo', 'paused', 'list', campaignId, 0)]]),
      [
        d.press('mistake', 'paused', 'send', campaignId),
        hasOther ? d.press('otherWork', 'work', 'go') : d.press('myResults', 'me', 'go'),
      ],
    ],
  }
}

/** In the item's own order, since the reason names its letters. */
async function askingOf(talk: Talk, missed: MissedCheck): Promise<Asking> {
  const { hardToSee } = await hardGate(talk, missed.campaignId)
  return asWhole(missed.item, { isBlurred: hardToSee !== null })
}

async function sectionsIn(talk: Talk, missed: MissedCheck) {
  return sectionsOf(talk.w, await askingOf(talk, missed))
}

async function opened(talk: Talk, state: OnPause, pause: Pause, missed: MissedCheck): Promise<Shown> {
  const { ctx, w } = talk
  const d = drawer(w)
  const index = state.index ?? 0
  const where = { i: index + 1, n: pause.shown.length }
  const question = (missed.item.ask as { question?: string }).question ?? ''
  const read = drawReading(
    w,
    await sectionsIn(talk, missed),
    state.reading,
    (verb, arg) => pack('paused', verb, pause.campaignId, arg),
    false,
  )
  const guide = await readGuide(ctx, { campaignId: missed.campaignId, version: missed.guideVersion })
  const rule = guide.rules.find(one => one.rule === missed.rule)
  const other: Button[] =
    pause.shown.length < 2
      ? []
      : [d.press('theOther', 'paused', 'list', pause.campaignId, (index + 1) % pause.shown.length)]
  return {
    heading: w.say('paused.shownHeading', where),
    line: lineOf(w.say('paused.shownLine', where)),
    blocks: [
      para([isolated(question)]),
      ...read.blocks,
      ...answers(talk, missed),
      { type: 'content', text: missed.why },
      ...(rule === undefined ? [] : [para(w.spans('skill.guideRule', { rule: String(rule.rule), text: rule.text }))]),
    ],
    rows: [
      ...read.rows,
      [...other, d.press('guide', 'guide', 'go', missed.campaignId, `0.${missed.guideVersion}`)],
      // Not "Back", which turns the parts of a long text.
      [d.press('ok', 'paused', 'go', pause.campaignId)],
    ],
  }
}

function answers({ w }: Talk, { item, answer, truth }: MissedCheck): Block[] {
  const kind = talkOf(item.kind)
  const yours: Block[] =
    answer === null
      ? []
      : [
          { type: 'option', label: w.say('answer.yours'), text: kind.inWords(w, item, answer, false) },
          ...(kind.details?.(w, item, answer) ?? []),
        ]
  const example = exampleOf(truth)
  const right = kindOf(item.kind).right(item, truth, () => 0)
  const text = example === undefined ? kind.inWords(w, item, right, false) : example.example
  const details = kind.details?.(w, item, right) ?? []
  return [...yours, { type: 'option', label: w.say('paused.right'), text }, ...details]
}
