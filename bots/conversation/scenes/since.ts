// S22, what was decided while somebody was away; S43 after a month. Shown once, so the figures stand in the state.
import { readMe } from '@perle/core'
import { pack } from '../buttons.ts'
import type { StateOf } from '../state.ts'
import type { Block, Button } from '../view.ts'
import type { Words } from '../words/index.ts'
import { button, drawer, lineOf, para, type Scene } from './scene.ts'

/** After this many days one is greeted by name. */
const LONG_DAYS = 30
const DAY_MS = 86_400_000

export const since: Scene<StateOf<'since'>> = {
  async show({ ctx, person, w }, state) {
    const from = new Date(state.since)
    const earned = w.sum(BigInt(state.earned))
    const isLong = ctx.now().getTime() - from.getTime() > LONG_DAYS * DAY_MS
    const rows = rowsOf(w, state)
    if (isLong) {
      const me = await readMe(ctx, { contributorId: person.id })
      const waiting = w.sum(me.waiting)
      return {
        heading: w.say('since.monthHeading', { name: person.alias }),
        line: lineOf(w.say('since.monthLine', { accepted: state.accepted, date: w.day(from), waiting })),
        blocks: [para(w.spans('since.month', { date: w.day(from), count: state.accepted, sum: earned, waiting }))],
        rows,
      }
    }
    return {
      heading: w.say('since.heading', { date: w.day(from) }),
      line: lineOf(
        w.say('since.line', {
          accepted: state.accepted,
          pending: state.pending,
          rejected: state.rejected,
          sum: earned,
        }),
      ),
      blocks: marks(w, state, earned),
      rows,
    }
  },
}

function marks(w: Words, state: StateOf<'since'>, earned: string): Block[] {
  return [
    { type: 'mark', mark: 'recorded', spans: w.spans('since.accepted', { count: state.accepted, sum: earned }) },
    ...(state.pending === 0
      ? []
      : [
          {
            type: 'mark' as const,
            mark: 'checking' as const,
            spans: w.spans('since.pending', { count: state.pending }),
          },
        ]),
    ...(state.rejected === 0 ? [] : [para(w.spans('since.rejected', { count: state.rejected }))]),
  ]
}

function rowsOf(w: Words, state: StateOf<'since'>): Button[][] {
  const d = drawer(w)
  if (state.rejected === 0) return [[d.first('nextTask', 'work', 'next')], [d.press('allResults', 'results', 'go')]]
  return [
    [
      button(w.say('button.seeRefused', { n: state.rejected }), pack('results', 'list', undefined, 'rejected'), {
        primary: true,
      }),
    ],
    [d.press('nextTask', 'work', 'next'), d.press('allResults', 'results', 'go')],
  ]
}
