// S31. Asked once the record carries it; a no is not asked again for a while.
import { acceptReviewing, reviewInvitation } from '@perle/core'
import type { StateOf } from '../state.ts'
import { said } from '../words/index.ts'
import { drawer, type Elsewhere, lineOf, para, type Scene, STALE } from './scene.ts'

export const invitation: Scene<StateOf<'invitation'>> = {
  async show({ ctx, person, w }, state) {
    const asked = await reviewInvitation(ctx, { contributorId: person.id })
    if (asked === undefined) return { instead: { scene: 'reviews' } } satisfies Elsewhere
    const d = drawer(w)
    const { skill, answers: count } = asked
    return {
      heading: w.say('invitation.heading'),
      line: lineOf(w.say('invitation.line', { skill })),
      blocks: state.isMore
        ? [para(w.spans('invitation.like'))]
        : [
            para(w.spans('invitation.body', { share: w.percent(asked.share), count, skill })),
            para(w.spans('invitation.pay', { price: w.sum(asked.votePrice), rate: w.rate(asked.hourly) })),
          ],
      rows: [
        [d.first('startReviewing', 'invitation', 'yes')],
        [
          ...(state.isMore ? [] : [d.press('whatItIsLike', 'invitation', 'more')]),
          d.press('noThankYou', 'invitation', 'no'),
        ],
      ],
    }
  },

  async press({ ctx, person }, press) {
    if (press.verb === 'more') return { to: { scene: 'invitation', isMore: true } }
    if (press.verb !== 'yes' && press.verb !== 'no') return STALE
    // An old button must not answer an invitation that is no more.
    if ((await reviewInvitation(ctx, { contributorId: person.id })) === undefined) return STALE
    const isYes = press.verb === 'yes'
    await acceptReviewing(ctx, { contributorId: person.id, isYes })
    return isYes
      ? { to: { scene: 'reviews' }, says: [said('invitation.welcome')], person: { role: 'reviewer' } }
      : { to: { scene: 'work', page: 0 }, says: [said('invitation.thanks')] }
  },
}
