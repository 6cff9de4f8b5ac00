// S41. A no, in one sentence, with a way on.
import type { Refusal } from '@perle/core'
import { tellRefusal, type Way } from '../refusals.ts'
import type { State, StateOf } from '../state.ts'
import type { Button } from '../view.ts'
import { plain } from '../words/fill.ts'
import type { Words } from '../words/index.ts'
import { drawer, lineOf, para, type Scene, type Talk } from './scene.ts'

export function refusedState(talk: Talk, refusal: Refusal): StateOf<'refused'> {
  const told = tellRefusal(talk.w, refusal, talk.ctx.now())
  return { scene: 'refused', code: refusal.code, sentence: told.sentence, ways: told.ways }
}

/** Where a refusal leaves somebody: a screen of its own, or where they are with the sentence on top. */
export function afterRefusal(talk: Talk, refusal: Refusal, state: State): State {
  const told = tellRefusal(talk.w, refusal, talk.ctx.now())
  if (told.isHere && state.scene !== 'refused') return { ...state, says: [told.sentence] }
  return refusedState(talk, refusal)
}

function wayOn(w: Words, way: Way, isFirst: boolean): Button {
  const d = drawer(w)
  const look = { primary: isFirst }
  switch (way) {
    case 'next':
      return d.press('nextTask', 'work', 'next', undefined, '', look)
    case 'mine':
      return d.press('openMine', 'work', 'next', undefined, '', look)
    case 'work':
      return d.press('otherWork', 'work', 'go', undefined, '', look)
    case 'results':
      return d.press('myResults', 'me', 'go', undefined, '', look)
    case 'wallet':
      return d.press('newPage', 'wallet', 'go', undefined, '', look)
    case 'reviews':
      return d.press('myVotes', 'reviews', 'go', undefined, '', look)
    case 'help':
      return d.press('talk', 'topic', 'go', undefined, '', look)
    case 'desk':
      return d.press('otherCampaigns', 'desk', 'go', undefined, '', look)
    case 'pay':
      return d.press('myPay', 'pay', 'go', undefined, '', look)
  }
}

export const refused: Scene<StateOf<'refused'>> = {
  /** "Where was I?": nothing happens but that it is shown again. */
  async press(_talk, _press, state) {
    return { to: state }
  },

  async show({ w }, state) {
    const spans = w.spansOf(state.sentence)
    return {
      heading: w.say('trouble.heading'),
      line: lineOf(plain(spans)),
      blocks: [para(spans)],
      rows: state.ways.map((way, index) => [wayOn(w, way as Way, index === 0)]),
    }
  },
}
