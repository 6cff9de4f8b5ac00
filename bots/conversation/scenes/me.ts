// S24. One's own page: found again by /me alone.
import { type Context, readMe } from '@perle/core'
import type { StateOf } from '../state.ts'
import type { Block } from '../view.ts'
import type { Words } from '../words/index.ts'
import { drawer, lineOf, para, type Scene } from './scene.ts'

/** What a linked wallet has not got yet: less than the step in which pay goes out, or newer than the last payday. */
export function restOf(ctx: Context, w: Words, waiting: bigint): Block {
  return para(w.spans('me.rest', { sum: w.sum(waiting), step: w.sum(ctx.settings.parameters.publishQuantum) }))
}

export const me: Scene<StateOf<'me'>> = {
  async show({ ctx, person, w }) {
    const mine = await readMe(ctx, { contributorId: person.id })
    const day = w.day(mine.nextPaydayAt)
    const d = drawer(w)
    const money = { earned: w.sum(mine.earned), paid: w.sum(mine.paid), day }
    const blocks: Block[] = [
      para(w.spans('me.counts', { today: mine.today, week: mine.week })),
      { type: 'mark', mark: 'recorded', spans: w.spans('me.accepted', { n: mine.accepted }) },
      { type: 'mark', mark: 'checking', spans: w.spans('me.pending', { n: mine.pending }) },
      para(w.spans('me.rejected', { n: mine.rejected })),
      para(w.spans('me.money', money)),
      ...(mine.waiting > 0n && mine.wallet === null ? [para(w.spans('me.waiting', { sum: w.sum(mine.waiting) }))] : []),
      ...(mine.waiting > 0n && mine.wallet !== null ? [restOf(ctx, w, mine.waiting)] : []),
      ...(mine.onTheWay > 0n ? [para(w.spans('me.onTheWay', { sum: w.sum(mine.onTheWay) }))] : []),
      ...mine.skills.map(one =>
        para(w.spans('me.skill', { skill: one.skill, level: w.say(`level.${one.standing}`), score: one.score })),
      ),
    ]
    return {
      heading: w.say('me.heading', { name: mine.alias }),
      line: lineOf(w.say('me.line', { accepted: mine.accepted, pending: mine.pending, day })),
      blocks,
      rows: [
        [d.first('nextTask', 'work', 'next')],
        [d.press('results', 'results', 'go'), d.press('myCard', 'reputation', 'go')],
        [
          mine.wallet === null ? d.press('getPaid', 'wallet', 'go') : d.press('myPay', 'pay', 'go'),
          d.press('settings', 'settings', 'go'),
        ],
      ],
    }
  },

  async press() {
    return { to: { scene: 'me' } }
  },
}
