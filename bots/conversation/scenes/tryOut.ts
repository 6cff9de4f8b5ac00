// S02. Practice before anything is asked of anybody: built-in questions, nothing kept, nothing counted.
import { campaignOf, practiceQuestions } from '@perle/core'
import type { State, StateOf } from '../state.ts'
import { said } from '../words/index.ts'
import { drawer, type Move, para, type Scene, STALE, type Talk } from './scene.ts'
import { towardOf } from './toward.ts'

const QUESTIONS = [
  { name: 'phone', right: 'a' },
  { name: 'pan', right: 'b' },
  { name: 'mail', right: 'b' },
  { name: 'plant', right: 'a' },
] as const

function questionAt(index: number) {
  return QUESTIONS[index % QUESTIONS.length] as (typeof QUESTIONS)[number]
}

export const tryOut: Scene<StateOf<'tryOut'>> = {
  async show({ w }, state) {
    const { name, right } = questionAt(state.question)
    const d = drawer(w)
    if (state.said !== undefined) {
      const isRight = state.said === right
      const letter = right.toUpperCase()
      return {
        heading: isRight ? w.say('tryOut.yes', { letter }) : w.say('tryOut.weSay', { letter }),
        line: w.say('tryOut.lineAfter'),
        blocks: [
          para(w.spans(`tryOut.${name}Why`)),
          para(isRight ? w.spans('tryOut.thatIsTheWork') : w.spans('tryOut.notCounted')),
        ],
        rows: [
          [d.first('setMeUp', 'tryOut', 'yes')],
          [d.press('oneMore', 'tryOut', 'next', undefined, state.question + 1), d.press('notNow', 'tryOut', 'no')],
        ],
      }
    }
    return {
      heading: w.say('tryOut.heading'),
      line: w.say('tryOut.line'),
      blocks: [
        { type: 'content', text: w.say(`tryOut.${name}`) },
        { type: 'option', label: 'A', text: w.say(`tryOut.${name}A`) },
        { type: 'option', label: 'B', text: w.say(`tryOut.${name}B`) },
      ],
      rows: [
        [
          d.press('aBetter', 'tryOut', 'answer', undefined, `${state.question}.a`),
          d.press('bBetter', 'tryOut', 'answer', undefined, `${state.question}.b`),
        ],
        [d.press('notNow', 'tryOut', 'no')],
      ],
    }
  },

  async press(talk, press, state) {
    const toward = towardOf(state)
    switch (press.verb) {
      case 'go':
        return begin(talk, state)
      case 'answer': {
        const [index, side] = press.arg.split('.')
        const isNow = state.scene === 'tryOut' && state.said === undefined && String(state.question) === index
        if (!isNow || (side !== 'a' && side !== 'b')) return STALE
        return { to: { scene: 'tryOut', question: state.question, said: side, ...toward } }
      }
      case 'next':
        return { to: { scene: 'tryOut', question: Number(press.arg) % QUESTIONS.length || 0, ...toward } }
      case 'yes':
        return { to: setUp(talk, state) }
      case 'no':
        return { to: { scene: 'welcome', ...toward }, says: [said('tryOut.fine')] }
      default:
        return STALE
    }
  },
}

/** Language and age for a new person; the work itself for one who has said both. */
export function setUp(talk: Talk, state: State): State {
  return talk.person.isAdult ? { scene: 'work', page: 0 } : { scene: 'language', isSetting: false, ...towardOf(state) }
}

/** Through a campaign's link the practice question is that campaign's own. */
async function begin(talk: Talk, state: State): Promise<Move> {
  const { toward } = towardOf(state)
  const campaign = toward === undefined ? undefined : await campaignOf(talk.ctx, { code: toward })
  // Nobody has said yet whether they want to see what is hard to see, nor how old they are.
  if (campaign !== undefined && campaign.hardToSee === null) {
    const known = await practiceQuestions(talk.ctx, { campaignId: campaign.campaignId })
    if (known.length > 0) {
      return { to: { scene: 'practice', campaignId: campaign.campaignId, index: 0, isTaste: true, ...towardOf(state) } }
    }
  }
  return { to: { scene: 'tryOut', question: 0, ...towardOf(state) } }
}
