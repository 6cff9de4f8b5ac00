// S06, the test: no hints, kept answer by answer, so that it can be left and gone on with.
import {
  answerTest,
  type CampaignId,
  campaignOf,
  type ExamQuestion,
  type ItemId,
  startTest,
  type TestOutcome,
} from '@perle/core'
import { drawQuestion, stepOf } from '../asking.ts'
import { talkOf } from '../kinds/index.ts'
import type { Asking } from '../kinds/kindTalk.ts'
import type { StateOf } from '../state.ts'
import { hardGate } from './practice.ts'
import { drawer, type Elsewhere, lineOf, type Move, para, type Scene, STALE, type Talk } from './scene.ts'
import { enterTest } from './skill.ts'

type Test = StateOf<'test'>

function askingOf(state: Test, question: ExamQuestion): Asking {
  const isSame = state.itemId === question.itemId
  return {
    item: question.item,
    seed: question.shuffleSeed,
    draft: (isSame ? state.draft : null) ?? null,
    list: isSame ? (state.list ?? 0) : 0,
    isWriting: state.isWriting ?? false,
    isTrial: true,
  }
}

/** The open question; going on with a begun test writes nothing. */
async function openQuestion(talk: Talk, state: Test): Promise<ExamQuestion | undefined> {
  const campaignId = state.campaignId as CampaignId
  const question = await startTest(talk.ctx, { contributorId: talk.person.id, campaignId })
  return question.ok ? question.value : undefined
}

export const test: Scene<Test> = {
  async show(talk, state) {
    const { w } = talk
    const question = await openQuestion(talk, state)
    if (question === undefined) return { instead: { scene: 'skill', campaignId: state.campaignId } } satisfies Elsewhere
    const { hardToSee } = await hardGate(talk, state.campaignId)
    const d = drawer(w)
    const where = { i: question.index, n: question.total }
    const shown = drawQuestion(w, {
      asking: { ...askingOf(state, question), isBlurred: hardToSee !== null },
      covered: state.isShown ? undefined : (hardToSee ?? undefined),
      reading: state.reading,
      scene: 'test',
      id: question.itemId,
      above: [para(w.spans('skill.testHead', where))],
      frame: [d.press('guide', 'guide', 'go', state.campaignId), d.press('stopForNow', 'work', 'go')],
    })
    return { ...shown, line: lineOf(w.say('skill.testLine', where)) }
  },

  async press(talk, press, state) {
    if (press.verb === 'go') {
      const campaignId = press.id as CampaignId | undefined
      if (campaignId === undefined || (await campaignOf(talk.ctx, { campaignId })) === undefined) return STALE
      return enterTest(talk, campaignId)
    }
    if (state.scene !== 'test') return STALE
    const question = await openQuestion(talk, state)
    if (question === undefined || press.id !== question.itemId) return STALE
    const step = stepOf(talk.w, askingOf(state, question), state.reading, press)
    if (step === 'stale') return STALE
    return 'answer' in step ? answered(talk, state, question, step.answer) : { to: { ...state, ...step } }
  },

  async form(talk, press, text, state) {
    if (state.scene !== 'test') return STALE
    const question = await openQuestion(talk, state)
    if (question === undefined || press.id !== question.itemId) return STALE
    // Only a text that is itself the answer is asked for here.
    const wrote = talkOf(question.item.kind).wrote?.(askingOf(state, question), text, press.arg) ?? 'stale'
    return wrote !== 'stale' && 'draft' in wrote ? answered(talk, state, question, wrote.draft) : STALE
  },

  async whole(talk, press, state) {
    const question = state.scene === 'test' ? await openQuestion(talk, state) : undefined
    if (question === undefined || state.scene !== 'test' || press.id !== question.itemId) return undefined
    return askingOf(state, question)
  },

  async text(talk, text, state) {
    const question = await openQuestion(talk, state)
    if (question === undefined) return undefined
    const step = talkOf(question.item.kind).typed?.(talk.w, askingOf(state, question), text)
    // What is typed opens something; it never answers by itself.
    if (step === undefined || step === 'stale' || 'answer' in step) return undefined
    return { to: { ...state, ...step } }
  },
}

async function answered(talk: Talk, state: Test, question: ExamQuestion, answer: unknown): Promise<Move> {
  const { campaignId } = state
  const now = talk.ctx.now()
  const result = await answerTest(talk.ctx, {
    contributorId: talk.person.id,
    campaignId: campaignId as CampaignId,
    itemId: question.itemId as ItemId,
    answer,
    seconds: (now.getTime() - new Date(state.shownAt).getTime()) / 1000,
  })
  if (!result.ok) return result
  if ('next' in result.value) {
    return { to: { scene: 'test', campaignId, itemId: result.value.next.itemId, shownAt: now.toISOString() } }
  }
  return { to: doneState(campaignId, result.value.done) }
}

function doneState(campaignId: string, done: TestOutcome): StateOf<'testDone'> {
  return {
    scene: 'testDone',
    campaignId,
    hasPassed: done.hasPassed,
    right: done.right,
    total: done.total,
    pass: done.pass,
    stipend: done.stipend.toString(),
    nextAttemptAt: done.nextAttemptAt?.toISOString() ?? null,
    missedRules: done.missedRules,
  }
}
