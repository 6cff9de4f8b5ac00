// S23. A second look by other people.
import { appealTerms, openAppeal, type SubmissionId } from '@perle/core'
import { pack } from '../buttons.ts'
import { formOf } from '../forms.ts'
import { tellRefusal } from '../refusals.ts'
import type { StateOf } from '../state.ts'
import { said } from '../words/index.ts'
import { button, drawer, type Elsewhere, lineOf, type Move, para, type Scene, STALE, type Talk } from './scene.ts'

export const appeal: Scene<StateOf<'appeal'>> = {
  async show(talk, state) {
    const { ctx, person, w } = talk
    const submissionId = state.submissionId as SubmissionId
    const terms = await appealTerms(ctx, { contributorId: person.id, submissionId })
    if (!terms.ok) {
      const { sentence } = tellRefusal(w, terms.refusal, ctx.now())
      return { instead: { scene: 'answer', submissionId }, says: [sentence] } satisfies Elsewhere
    }
    const { panel, decideBy, bond } = terms.value
    const date = w.day(decideBy)
    const d = drawer(w)
    const form = formOf(pack('appeal', 'write', submissionId), w)
    return {
      heading: w.say('appeal.heading'),
      line: lineOf(w.say('appeal.line', { date })),
      blocks: [
        para(w.spans('appeal.body', { panel, date })),
        para(bond === 0n ? w.spans('appeal.free') : w.spans('appeal.bond', { sum: w.sum(bond) })),
      ],
      rows: [
        // While a note is written only its own Send is there: the other one would leave the note behind.
        ...(state.isWriting ? [] : [[d.first('sendIt', 'appeal', 'send', submissionId)]]),
        ...(state.isWriting || form === undefined ? [] : [[button(w.say('button.sendWithNote'), form.payload)]]),
        [d.press('back', 'answer', 'go', submissionId)],
      ],
      form: state.isWriting ? form : undefined,
    }
  },

  async press(talk, press) {
    if (press.id === undefined) return STALE
    const submissionId = press.id as SubmissionId
    if (press.verb === 'send') return send(talk, submissionId)
    const terms = await appealTerms(talk.ctx, { contributorId: talk.person.id, submissionId })
    if (!terms.ok) return terms
    return { to: { scene: 'appeal', submissionId, ...(press.verb === 'write' ? { isWriting: true } : {}) } }
  },

  async form(talk, press, text) {
    return press.id === undefined ? STALE : send(talk, press.id as SubmissionId, text)
  },
}

async function send(talk: Talk, submissionId: SubmissionId, note?: string): Promise<Move> {
  const input = { contributorId: talk.person.id, submissionId, ...(note === undefined ? {} : { note }) }
  const sent = await openAppeal(talk.ctx, input)
  if (!sent.ok) return sent
  const says = [said('appeal.sent', { date: talk.w.day(sent.value.decideBy) })]
  return { to: { scene: 'answer', submissionId }, says }
}
