// S03. How pay works, and what PRL is.
import { nextPayday } from '@perle/core'
import type { StateOf } from '../state.ts'
import { drawer, para, type Scene } from './scene.ts'
import { towardOf } from './toward.ts'

export const howPay: Scene<StateOf<'howPay'>> = {
  async show({ ctx, w }, state) {
    const d = drawer(w)
    const day = w.weekday(await nextPayday(ctx))
    const tryIt = d.first('tryQuestion', 'tryOut', 'go')
    const back = d.press('back', 'howPay', 'back')
    if (state.isPrl) {
      return {
        heading: w.say('howPay.prlHeading'),
        line: w.say('howPay.prlLine'),
        blocks: [para(w.spans('howPay.prl'))],
        rows: [[tryIt], [d.press('howPayWorks', 'howPay', 'go'), back]],
      }
    }
    return {
      heading: w.say('howPay.heading'),
      line: w.say('howPay.line', { day }),
      blocks: [
        para(w.spans('howPay.before')),
        para(w.spans('howPay.accepted')),
        para(w.spans('howPay.payday', { day })),
      ],
      rows: [[tryIt], [d.press('whatIsPrl', 'howPay', 'why'), back]],
    }
  },

  async press({ person }, press, state) {
    if (press.verb === 'back')
      return { to: person.isAdult ? { scene: 'help' } : { scene: 'welcome', ...towardOf(state) } }
    return { to: { scene: 'howPay', isPrl: press.verb === 'why', ...towardOf(state) } }
  },
}
