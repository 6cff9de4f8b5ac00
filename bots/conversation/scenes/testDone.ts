// S06, the end of a test, and the rules that were missed: rules only, since the questions serve again.
import { type CampaignId, campaignOf, readGuide } from '@perle/core'
import { type StateOf, stateFrom, wayBack } from '../state.ts'
import { drawer, lineOf, para, type Scene, STALE } from './scene.ts'
import { takeUp } from './takeUp.ts'

export const testDone: Scene<StateOf<'testDone'>> = {
  async show({ ctx, w }, state) {
    const campaign = await campaignOf(ctx, { campaignId: state.campaignId as CampaignId })
    const d = drawer(w)
    const sum = w.sum(BigInt(state.stipend))
    const isPaid = state.stipend !== '0'
    const score = { right: state.right, n: state.total }
    const missed =
      state.missedRules.length === 0
        ? []
        : [d.press('rulesMissed', 'missedRules', 'go', state.campaignId, undefined, { primary: !state.hasPassed })]
    const skill = campaign?.skill ?? ''
    return {
      heading: state.hasPassed
        ? w.say('skill.passedHeading', score)
        : w.say('skill.notYetHeading', { ...score, pass: state.pass }),
      line: isPaid ? w.say('skill.doneLinePaid', { ...score, sum }) : w.say('skill.doneLine', score),
      blocks: state.hasPassed
        ? [para(isPaid ? w.spans('skill.passedPaid', { skill, sum }) : w.spans('skill.passed', { skill }))]
        : [
            ...(isPaid ? [para(w.spans('skill.notYetPaid', { sum }))] : []),
            ...(state.nextAttemptAt === null
              ? []
              : [para(w.spans('skill.newQuestions', { date: w.day(new Date(state.nextAttemptAt)) }))]),
          ],
      rows: state.hasPassed
        ? [[d.first('firstTask', 'work', 'take', state.campaignId)], [...missed, d.press('otherWork', 'work', 'go')]]
        : [...(missed.length === 0 ? [] : [missed]), [d.press('otherWork', 'work', 'go')]],
    }
  },

  async press(talk, press) {
    return press.id === undefined ? STALE : takeUp(talk, press.id as CampaignId)
  },
}

export const missedRules: Scene<StateOf<'missedRules'>> = {
  async show({ ctx, w }, state) {
    const guide = await readGuide(ctx, { campaignId: state.campaignId as CampaignId })
    const d = drawer(w)
    const rules = guide.rules.filter(one => state.rules.includes(one.rule))
    return {
      heading: w.say('skill.missedHeading'),
      line: lineOf(w.say('skill.missedLine')),
      blocks:
        rules.length === 0
          ? [para(w.spans('skill.missedNone'))]
          : rules.map(one => para(w.spans('skill.guideRule', { rule: String(one.rule), text: one.text }))),
      rows: [
        [d.press('readGuide', 'guide', 'go', state.campaignId)],
        [d.press('back', 'missedRules', 'back'), d.press('otherWork', 'work', 'go')],
      ],
    }
  },

  async press(_talk, press, state) {
    if (press.verb === 'back' && state.scene === 'missedRules') {
      return { to: stateFrom(state.back) ?? { scene: 'work', page: 0 } }
    }
    if (state.scene !== 'testDone' || press.id !== state.campaignId) return STALE
    return {
      to: { scene: 'missedRules', campaignId: state.campaignId, rules: state.missedRules, back: wayBack(state) },
    }
  },
}
