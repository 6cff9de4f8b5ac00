// S37, leaving: two screens of the same weight, then it is done.
import { forget as forgetPerson, readMe } from '@perle/core'
import type { StateOf } from '../state.ts'
import { drawer, para, type Scene, STALE } from './scene.ts'

export const forget: Scene<StateOf<'forget'>> = {
  async show({ ctx, person, w }, state) {
    const me = await readMe(ctx, { contributorId: person.id })
    const unpaid = me.waiting + me.onTheWay
    const d = drawer(w)
    const stay = d.press('stay', 'privacy', 'go')
    const left = unpaid > 0n ? [para(w.spans('privacy.forgetUnpaid', { sum: w.sum(unpaid) }))] : []
    if (state.isSure) {
      return {
        heading: w.say('privacy.sureHeading'),
        line: w.say('privacy.sureLine'),
        blocks: [para(w.spans('privacy.sure')), ...left],
        rows: [[d.press('deleteMe', 'forget', 'yes')], [stay]],
      }
    }
    return {
      heading: w.say('privacy.forgetHeading'),
      line: w.say('privacy.forgetLine'),
      blocks: [para(w.spans('privacy.forget')), ...left],
      rows: [
        ...(unpaid > 0n ? [[d.press('getPaidFirst', 'wallet', 'go')]] : []),
        [d.press('deleteMe', 'forget', 'next')],
        [stay],
      ],
    }
  },

  async press({ ctx, person }, press, state) {
    if (press.verb === 'go') return { to: { scene: 'forget' } }
    if (state.scene !== 'forget') return STALE
    if (press.verb === 'next') return { to: { scene: 'forget', isSure: true } }
    // Only from the second screen: an old button must never delete anybody.
    if (press.verb !== 'yes' || !state.isSure) return STALE
    const done = await forgetPerson(ctx, { contributorId: person.id })
    if (!done.ok) return done
    const { receipt, claimCode, unpaid } = done.value
    return { to: { scene: 'forgotten', receipt, claimCode, unpaid: unpaid.toString() } }
  },
}

export const forgotten: Scene<StateOf<'forgotten'>> = {
  async show({ w }, state) {
    const { receipt, claimCode: code } = state
    return {
      heading: w.say('privacy.deletedHeading'),
      line: w.say('privacy.deletedLine', { receipt }),
      blocks: [
        para(w.spans('privacy.deleted', { receipt })),
        ...(code === null ? [] : [para(w.spans('privacy.deletedCode', { sum: w.sum(BigInt(state.unpaid)), code }))]),
      ],
      rows: [[drawer(w).press('startAnew', 'forgotten', 'start')]],
    }
  },

  async press() {
    return { to: { scene: 'welcome' } }
  },
}
