// S06, the door to a skill: what practice and test ask, and what an honest try pays.
import { type CampaignId, campaignOf, examTerms, listWork, readSkill, startTest } from '@perle/core'
import type { StateOf } from '../state.ts'
import { drawer, lineOf, type Move, para, type Scene, STALE, type Talk } from './scene.ts'

export const skill: Scene<StateOf<'skill'>> = {
  async show({ ctx, person, w }, state) {
    const campaignId = state.campaignId as CampaignId
    const terms = await examTerms(ctx, { contributorId: person.id, campaignId })
    const offers = await listWork(ctx, { contributorId: person.id })
    const offer = offers.find(one => one.campaignId === campaignId)
    const known = await readSkill(ctx, { contributorId: person.id, skill: terms.skill })
    const d = drawer(w)
    const isBegun = known.state === 'testing'
    return {
      heading: w.say('skill.heading', { skill: terms.skill }),
      line: lineOf(w.say('skill.line', { skill: terms.skill })),
      blocks: [
        para(
          w.spans('skill.terms', {
            practice: terms.practice,
            count: terms.questions,
            pass: terms.pass,
            minutes: terms.minutes,
          }),
        ),
        ...(terms.isStipendCovered ? [para(w.spans('skill.stipend', { sum: w.sum(terms.stipend) }))] : []),
        ...(offer === undefined
          ? []
          : [para(w.spans('skill.opens', { count: offer.openTasks, rate: w.rate(offer.hourly) }))]),
      ],
      rows: [
        [
          isBegun
            ? d.first('goOnWithTest', 'test', 'go', campaignId)
            : d.first('startPractice', 'practice', 'go', campaignId),
        ],
        [
          isBegun
            ? d.press('startPractice', 'practice', 'go', campaignId)
            : d.press('readGuide', 'guide', 'go', campaignId),
          d.press('otherWork', 'work', 'go'),
        ],
      ],
    }
  },

  async press({ ctx }, press) {
    const campaignId = press.id as CampaignId | undefined
    if (campaignId === undefined || (await campaignOf(ctx, { campaignId })) === undefined) return STALE
    return { to: { scene: 'skill', campaignId } }
  },
}

/** Begins the test, or goes on with it. */
export async function enterTest(talk: Talk, campaignId: CampaignId): Promise<Move> {
  const question = await startTest(talk.ctx, { contributorId: talk.person.id, campaignId })
  if (question.ok) {
    return {
      to: { scene: 'test', campaignId, itemId: question.value.itemId, shownAt: talk.ctx.now().toISOString() },
    }
  }
  switch (question.refusal.code) {
    case 'consent.missing':
      return { to: { scene: 'agreement', campaignId } }
    case 'work.hard_to_see':
      return { to: { scene: 'hardToSee', campaignId } }
    case 'skill.paused':
      return { to: { scene: 'paused', skill: question.refusal.skill } }
    default:
      return question
  }
}
