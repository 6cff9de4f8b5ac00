// S29. That an answer is on record: the page is public, the text is not.
import { readProof, type SubmissionId } from '@perle/core'
import { tellRefusal } from '../refusals.ts'
import type { StateOf } from '../state.ts'
import { drawer, type Elsewhere, lineOf, para, type Scene, STALE } from './scene.ts'

export const proof: Scene<StateOf<'proof'>> = {
  async show({ ctx, person, w }, state) {
    const submissionId = state.submissionId as SubmissionId
    const found = await readProof(ctx, { contributorId: person.id, submissionId })
    if (!found.ok) {
      const { sentence } = tellRefusal(w, found.refusal, ctx.now())
      return { instead: { scene: 'answer', submissionId }, says: [sentence] } satisfies Elsewhere
    }
    const { code, recordedAt, accepts, of, sum, path } = found.value
    const values = { date: w.fullDay(recordedAt), sum: w.sum(sum) }
    const d = drawer(w)
    return {
      heading: w.say('proof.heading', { code }),
      line: lineOf(w.say('proof.line', { date: values.date })),
      blocks: [
        para(
          accepts * 2 <= of ? w.spans('proof.body', values) : w.spans('proof.bodyVotes', { ...values, accepts, of }),
        ),
        para(w.spans('proof.anyone')),
      ],
      rows: [[d.link('openPage', path, { primary: true })], [d.press('back', 'answer', 'go', submissionId)]],
    }
  },

  async press({ ctx, person }, press) {
    if (press.id === undefined) return STALE
    const submissionId = press.id as SubmissionId
    const found = await readProof(ctx, { contributorId: person.id, submissionId })
    return found.ok ? { to: { scene: 'proof', submissionId } } : found
  },
}
