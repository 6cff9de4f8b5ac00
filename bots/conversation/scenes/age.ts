// S04, second half. Paid work is for adults; both answers weigh the same.
import { confirmAge } from '@perle/core'
import type { StateOf } from '../state.ts'
import { drawer, para, type Scene, STALE } from './scene.ts'
import { takeUpCode } from './takeUp.ts'
import { towardOf } from './toward.ts'

export const age: Scene<StateOf<'age'>> = {
  async show({ w }) {
    const d = drawer(w)
    return {
      heading: w.say('age.heading'),
      line: w.say('age.line'),
      blocks: [para(w.spans('age.body'))],
      rows: [[d.press('yesAdult', 'age', 'yes')], [d.press('no', 'age', 'no')]],
    }
  },

  async press(talk, press, state) {
    if (press.verb !== 'yes' && press.verb !== 'no') return STALE
    // A "no" in an old message must not undo what somebody has built up since.
    if (talk.person.isAdult) return STALE
    const isAdult = press.verb === 'yes'
    // Not a refusal of this turn: what it erased must stay erased, and a refusal is rolled back.
    const confirmed = await confirmAge(talk.ctx, { contributorId: talk.person.id, isAdult })
    if (!confirmed.ok) return { to: { scene: 'underage' } }
    const grown = { ...talk, person: { ...talk.person, isAdult } }
    const move = await takeUpCode(grown, towardOf(state).toward)
    return 'to' in move ? { ...move, person: { isAdult } } : move
  },
}

export const underage: Scene<StateOf<'underage'>> = {
  async show({ w }) {
    return {
      heading: w.say('age.underageHeading'),
      line: w.say('age.underageLine'),
      blocks: [para(w.spans('age.underage'))],
      rows: [[drawer(w).press('privacy', 'privacy', 'go')]],
    }
  },
}
