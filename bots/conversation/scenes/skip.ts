// S19. Skipping costs nothing; a report takes the item from everybody until a person has looked.
import { REPORT_REASONS, reportItem, SKIP_REASONS, skipTask, taskInHand } from '@perle/core'
import type { StateOf } from '../state.ts'
import { said } from '../words/index.ts'
import { drawer, para, type Scene, STALE } from './scene.ts'
import { goOn } from './takeUp.ts'
import { heldOr, whyNot } from './task.ts'

export const skip: Scene<StateOf<'skip'>> = {
  async show(talk, state) {
    const held = await heldOr(talk, state.assignmentId)
    if ('instead' in held) return held
    const { w } = talk
    const d = drawer(w)
    const id = held.assignmentId
    return {
      heading: w.say('skip.heading'),
      line: w.say('skip.line'),
      blocks: [para(w.spans('skip.body'))],
      rows: [
        [d.first('justSkip', 'skip', 'choose', id, 'none')],
        [
          d.press('notClear', 'skip', 'choose', id, 'not_clear'),
          d.press('notMyField', 'skip', 'choose', id, 'not_my_field'),
        ],
        [d.press('doesNotLoad', 'skip', 'choose', id, 'does_not_load'), d.press('reportIt', 'report', 'go', id)],
        [d.press('back', 'task', 'go', id)],
      ],
    }
  },

  async press(talk, press) {
    const held = await taskInHand(talk.ctx, { contributorId: talk.person.id })
    if (held === undefined || held.assignmentId !== press.id) return whyNot(talk, press.id)
    if (press.verb === 'go') return { to: { scene: 'skip', assignmentId: held.assignmentId } }
    const reason = SKIP_REASONS.find(one => one === press.arg)
    if (press.verb !== 'choose' || reason === undefined) return STALE
    const input = { contributorId: talk.person.id, assignmentId: held.assignmentId, reason }
    const skipped = await skipTask(talk.ctx, input)
    return skipped.ok ? goOn(talk, held.campaignId, [said('skip.skipped')]) : skipped
  },
}

export const report: Scene<StateOf<'report'>> = {
  async show(talk, state) {
    const held = await heldOr(talk, state.assignmentId)
    if ('instead' in held) return held
    const { w } = talk
    const d = drawer(w)
    const id = held.assignmentId
    return {
      heading: w.say('skip.reportHeading'),
      line: w.say('skip.reportLine'),
      blocks: [],
      rows: [
        [d.press('someonesDetails', 'report', 'choose', id, 'private')],
        [d.press('harmful', 'report', 'choose', id, 'harmful')],
        [d.press('stolen', 'report', 'choose', id, 'stolen')],
        [d.press('rightMissing', 'report', 'choose', id, 'answer_missing')],
        [d.press('back', 'task', 'go', id)],
      ],
    }
  },

  async press(talk, press) {
    const held = await taskInHand(talk.ctx, { contributorId: talk.person.id })
    if (held === undefined || held.assignmentId !== press.id) return whyNot(talk, press.id)
    if (press.verb === 'go') return { to: { scene: 'report', assignmentId: held.assignmentId } }
    const reason = REPORT_REASONS.find(one => one === press.arg)
    if (press.verb !== 'choose' || reason === undefined) return STALE
    const input = { contributorId: talk.person.id, assignmentId: held.assignmentId, reason }
    const reported = await reportItem(talk.ctx, input)
    if (!reported.ok) return reported
    const thanks = said('skip.reported', { count: reported.value.hours })
    return goOn(talk, held.campaignId, [thanks, ...(reason === 'harmful' ? [said('skip.harmful')] : [])])
  },
}
