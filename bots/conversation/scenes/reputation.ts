// S25. The number, and what it is made of; private.
import { type Reputation, readReputations } from '@perle/core'
import type { StateOf } from '../state.ts'
import type { Words } from '../words/index.ts'
import { drawer, lineOf, para, picture, type Scene, type Shown } from './scene.ts'

export const reputation: Scene<StateOf<'reputation'>> = {
  async show({ ctx, person, w }, state) {
    const all = await readReputations(ctx, { contributorId: person.id })
    const one = all[state.index % Math.max(1, all.length)]
    const d = drawer(w)
    if (one === undefined) {
      return {
        heading: w.say('reputation.noneHeading'),
        line: w.say('reputation.noneLine'),
        blocks: [para(w.spans('reputation.none'))],
        rows: [[d.first('nextTask', 'work', 'next')], [d.press('back', 'me', 'go')]],
      }
    }
    if (state.isWhy) return why(w, one, state.index)
    const next = (state.index + 1) % all.length
    return {
      ...card(w, one),
      rows: [
        [d.first('whyNumber', 'reputation', 'why', undefined, state.index)],
        [
          ...(all.length > 1 ? [d.press('nextSkill', 'reputation', 'go', undefined, next)] : []),
          d.press('back', 'me', 'go'),
        ],
      ],
    }
  },

  async press(_talk, press) {
    const index = Number(press.arg) || 0
    return { to: { scene: 'reputation', index, ...(press.verb === 'why' ? { isWhy: true } : {}) } }
  },
}

/** Heading and sentences are in the picture too, since it may be shared without what stands around it. */
function card(w: Words, one: Reputation): Omit<Shown, 'rows'> {
  const level = w.say(`level.${one.standing}`)
  const heading = w.say('reputation.heading', { skill: one.skill, level })
  const { score, error } = one
  const lines = [w.say('reputation.body', { score, error, count: one.checked, month: w.month(one.since) })]
  if (one.nextStanding !== null && one.gap > 0) {
    lines.push(w.say('reputation.next', { level: w.say(`level.${one.nextStanding}`), count: one.gap }))
  }
  return {
    heading,
    line: lineOf(w.say('reputation.line', { skill: one.skill, level, score })),
    blocks: [picture(w, { kind: 'card', heading, score, error, lines })],
  }
}

function why(w: Words, one: Reputation, index: number): Shown {
  const level = w.say(`level.${one.standing}`)
  return {
    heading: w.say('reputation.whyHeading', { score: one.score }),
    line: lineOf(w.say('reputation.line', { skill: one.skill, level, score: one.score })),
    blocks: [
      para(w.spans('reputation.gold', { right: one.goldRight, of: one.goldAsked })),
      para(w.spans('reputation.agreed', { agreed: one.agreed, of: one.agreedOf })),
      para(w.spans('reputation.won', { n: one.appealsWon })),
      para(w.spans('reputation.fades')),
    ],
    rows: [[drawer(w).press('back', 'reputation', 'go', undefined, index)]],
  }
}
