// S06, practice: the answer and the reason are shown at once; nothing is kept but the place.
import { type CampaignId, campaignOf, type KnownQuestion, kindOf, practiceQuestions, readGuide } from '@perle/core'
import { blocksOf, drawQuestion, sectionsOf, stepOf } from '../asking.ts'
import type { Press } from '../buttons.ts'
import { lengthOf } from '../cleanText.ts'
import { talkOf } from '../kinds/index.ts'
import { type Asking, asWhole } from '../kinds/kindTalk.ts'
import { fitsOneScreen } from '../reading.ts'
import type { State, StateOf } from '../state.ts'
import type { Block } from '../view.ts'
import { said } from '../words/index.ts'
import { drawer, type Elsewhere, lineOf, type Move, para, type Scene, type Shown, STALE, type Talk } from './scene.ts'
import { towardOf } from './toward.ts'
import { setUp } from './tryOut.ts'

type Practice = StateOf<'practice'>

/** The right answer as it would be sent: with sides as the item has them, since the reasons name the letters. */
const FIRST = () => 0

/** Shown in the item's own order, since the reasons name the letters. */
function askingOf(state: Practice, known: KnownQuestion): Asking {
  return {
    item: known.item,
    seed: undefined,
    draft: state.draft ?? null,
    list: state.list ?? 0,
    isWriting: state.isWriting ?? false,
    isTrial: true,
  }
}

/** What is hard to see in a campaign, and whether this person has not asked for it. */
export async function hardGate(
  { ctx, person }: Talk,
  campaignId: string,
): Promise<{ hardToSee: string | null; isClosed: boolean }> {
  const hardToSee = (await campaignOf(ctx, { campaignId: campaignId as CampaignId }))?.hardToSee ?? null
  return { hardToSee, isClosed: hardToSee !== null && !person.seesHard }
}

async function questionsOf(talk: Talk, campaignId: string): Promise<KnownQuestion[]> {
  return practiceQuestions(talk.ctx, { campaignId: campaignId as CampaignId })
}

export const practice: Scene<Practice> = {
  async show(talk, state) {
    const gate = await hardGate(talk, state.campaignId)
    if (gate.isClosed) return { instead: { scene: 'hardToSee', campaignId: state.campaignId } } satisfies Elsewhere
    const all = await questionsOf(talk, state.campaignId)
    const known = all[state.index]
    if (known === undefined) return { instead: { scene: 'skill', campaignId: state.campaignId } } satisfies Elsewhere
    if (state.isAnswered) return shownAnswer(talk, state, known, all.length, gate.hardToSee !== null)
    const { w } = talk
    const d = drawer(w)
    const where = { i: state.index + 1, n: all.length }
    const shown = drawQuestion(w, {
      asking: { ...askingOf(state, known), isBlurred: gate.hardToSee !== null },
      covered: state.isShown ? undefined : (gate.hardToSee ?? undefined),
      reading: state.reading,
      scene: 'practice',
      id: known.itemId,
      above: [para([w.say('skill.practiceHead', where)])],
      frame: [
        d.press('guide', 'guide', 'go', state.campaignId),
        state.isTaste ? d.press('notNow', 'practice', 'no') : d.press('otherWork', 'work', 'go'),
      ],
    })
    return { ...shown, line: lineOf(w.say('skill.practiceLine', where)) }
  },

  async press(talk, press, state) {
    if (press.verb === 'go') return enter(talk, press)
    if (press.verb === 'no') return { to: { scene: 'welcome', ...towardOf(state) }, says: [said('tryOut.fine')] }
    if (state.scene !== 'practice') return STALE
    if (press.verb === 'yes') return { to: setUp(talk, state) }
    if (press.verb === 'next') return onward(talk, state, press)
    const known = (await questionsOf(talk, state.campaignId))[state.index]
    if (known === undefined || state.isAnswered || press.id !== known.itemId) return STALE
    return stepped(state, stepOf(talk.w, askingOf(state, known), state.reading, press))
  },

  async form(talk, press, text, state) {
    if (state.scene !== 'practice') return STALE
    const known = (await questionsOf(talk, state.campaignId))[state.index]
    if (known === undefined || state.isAnswered || press.id !== known.itemId) return STALE
    // Only a text that is itself the answer is asked for here.
    const wrote = talkOf(known.item.kind).wrote?.(askingOf(state, known), text, press.arg) ?? 'stale'
    if (wrote === 'stale') return STALE
    const ask = known.item.ask as { min?: number; max?: number }
    const length = lengthOf(text)
    const { min = 0, max = Number.MAX_SAFE_INTEGER } = ask
    if (length < min || length > max) {
      return {
        to: state,
        says: [said('skill.tooShort', { n: length, min: talk.w.number(min), max: talk.w.number(max) })],
      }
    }
    // The text itself is not kept: it is compared by eye with the example that is shown next.
    return { to: { ...state, isAnswered: true, isWriting: false } }
  },

  async whole(talk, press, state) {
    if (state.scene !== 'practice' || (await hardGate(talk, state.campaignId)).isClosed) return undefined
    const known = (await questionsOf(talk, state.campaignId))[state.index]
    return known === undefined || press.id !== known.itemId ? undefined : asWhole(known.item)
  },

  async text(talk, text, state) {
    const known = (await questionsOf(talk, state.campaignId))[state.index]
    if (known === undefined || state.isAnswered) return undefined
    const step = talkOf(known.item.kind).typed?.(talk.w, askingOf(state, known), text)
    return step === undefined ? undefined : stepped(state, step)
  },
}

function stepped(state: Practice, step: ReturnType<typeof stepOf>): Move {
  if (step === 'stale') return STALE
  if ('answer' in step) return { to: { ...state, answer: step.answer, isAnswered: true } }
  return { to: { ...state, ...step } }
}

async function enter(talk: Talk, press: Press): Promise<Move> {
  const campaignId = press.id as CampaignId | undefined
  if (campaignId === undefined || (await campaignOf(talk.ctx, { campaignId })) === undefined) return STALE
  return { to: { scene: 'practice', campaignId, index: 0 } }
}

/** The next question; the index in the button tells an old one. */
async function onward(talk: Talk, state: Practice, press: Press): Promise<Move> {
  const all = await questionsOf(talk, state.campaignId)
  const index = Number(press.arg)
  if (!Number.isInteger(index) || index < 0 || index >= all.length) return STALE
  return {
    to: {
      scene: 'practice',
      campaignId: state.campaignId,
      index,
      ...(state.isTaste ? { isTaste: true } : {}),
      ...towardOf(state as State),
    },
  }
}

async function shownAnswer(
  talk: Talk,
  state: Practice,
  known: KnownQuestion,
  total: number,
  isBlurred: boolean,
): Promise<Shown> {
  const { w, ctx } = talk
  const kind = kindOf(known.item.kind)
  const told = talkOf(known.item.kind)
  const right = kind.right(known.item, known.truth, FIRST)
  const isRight = state.answer === undefined ? undefined : kind.isRight(known.item, state.answer, known.truth)
  const rules = (await readGuide(ctx, { campaignId: state.campaignId as CampaignId })).rules
  const rule = rules.find(one => one.rule === known.rule)
  const where = { i: state.index + 1, n: total }
  const example = exampleOf(known.truth)
  const heading =
    isRight === true
      ? w.say('skill.right')
      : example !== undefined
        ? w.say('skill.example')
        : w.say('skill.answerIs', { answer: told.inWords(w, known.item, right, false) })
  const blocks: Block[] = [
    ...(example === undefined
      ? []
      : [
          { type: 'content' as const, text: example.example },
          para(w.spans('skill.facts')),
          { type: 'content' as const, text: example.facts.join('\n') },
        ]),
    ...(isRight === true ? [] : (told.details?.(w, known.item, right) ?? [])),
    { type: 'content', text: known.why },
    ...(isRight === true || rule === undefined
      ? []
      : [para(w.spans('skill.guideRule', { rule: String(rule.rule), text: rule.text }))]),
    ...(isRight === true ? [] : askedAgain(w, known, isBlurred)),
  ]
  return { heading, line: lineOf(w.say('skill.practiceLine', where)), blocks, rows: rowsAfter(talk, state, total) }
}

/** "A is better" says little where A is no longer in sight; what had to be read in parts is not repeated. */
function askedAgain(w: Talk['w'], known: KnownQuestion, isBlurred: boolean): Block[] {
  const sections = sectionsOf(w, asWhole(known.item, { isBlurred }))
  return fitsOneScreen(sections) ? blocksOf(sections) : []
}

/** What is right where it is a text: one good way to say it, and what must not be lost. */
export function exampleOf(truth: unknown): { example: string; facts: string[] } | undefined {
  const given = truth as { example?: unknown; facts?: unknown } | null
  return typeof given?.example === 'string' && Array.isArray(given.facts)
    ? { example: given.example, facts: given.facts.map(String) }
    : undefined
}

function rowsAfter(talk: Talk, state: Practice, total: number): Shown['rows'] {
  const d = drawer(talk.w)
  const isLast = state.index + 1 >= total
  if (state.isTaste) {
    const more = isLast ? [] : [d.press('oneMore', 'practice', 'next', undefined, state.index + 1)]
    return [[d.first('setMeUp', 'practice', 'yes')], [...more, d.press('notNow', 'practice', 'no')]]
  }
  return [
    [
      isLast
        ? d.first('startTest', 'test', 'go', state.campaignId)
        : d.first('next', 'practice', 'next', undefined, state.index + 1),
    ],
    [d.press('guide', 'guide', 'go', state.campaignId), d.press('otherWork', 'work', 'go')],
  ]
}
