// S20. One question on the guide, to the requester; the task goes back unanswered.
import { askGuide as ask, campaignOf, taskInHand } from '@perle/core'
import { pack } from '../buttons.ts'
import { formOf } from '../forms.ts'
import type { StateOf } from '../state.ts'
import { said } from '../words/index.ts'
import { drawer, para, type Scene } from './scene.ts'
import { goOn } from './takeUp.ts'
import { heldOr, whyNot } from './task.ts'

export const askGuide: Scene<StateOf<'askGuide'>> = {
  async show(talk, state) {
    const held = await heldOr(talk, state.assignmentId)
    if ('instead' in held) return held
    const { ctx, w } = talk
    const campaign = await campaignOf(ctx, { campaignId: held.campaignId })
    const d = drawer(w)
    return {
      heading: w.say('ask.heading'),
      line: w.say('ask.line'),
      blocks: [para(w.spans('ask.body', { requester: campaign?.requesterName ?? '' }))],
      rows: [
        [
          d.press('readGuide', 'guide', 'go', held.campaignId, `0.${held.guideVersion}`),
          d.press('back', 'task', 'go', held.assignmentId),
        ],
      ],
      form: formOf(pack('askGuide', 'write', held.assignmentId), w),
    }
  },

  async press(talk, press) {
    const held = await taskInHand(talk.ctx, { contributorId: talk.person.id })
    if (held === undefined || held.assignmentId !== press.id) return whyNot(talk, press.id)
    return { to: { scene: 'askGuide', assignmentId: held.assignmentId } }
  },

  async form(talk, press, text, state) {
    const { ctx, person } = talk
    const held = await taskInHand(ctx, { contributorId: person.id })
    if (held === undefined || held.assignmentId !== press.id) return whyNot(talk, press.id)
    if (text.trim() === '') return { to: state }
    const asked = await ask(ctx, { contributorId: person.id, assignmentId: held.assignmentId, text })
    if (!asked.ok) return asked
    const requester = (await campaignOf(ctx, { campaignId: held.campaignId }))?.requesterName ?? ''
    return goOn(talk, held.campaignId, [said('ask.sent', { requester })])
  },
}
