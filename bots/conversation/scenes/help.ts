// S39 help, and a person; S38 settings; the terms.
import { CASE_TOPICS, listCases, openCase } from '@perle/core'
import { pack } from '../buttons.ts'
import { formOf } from '../forms.ts'
import type { StateOf } from '../state.ts'
import type { Block } from '../view.ts'
import { said } from '../words/index.ts'
import { languageName } from './language.ts'
import { drawer, para, type Scene, STALE } from './scene.ts'

export const help: Scene<StateOf<'help'>> = {
  async show({ ctx, person, w }) {
    const d = drawer(w)
    const cases = await listCases(ctx, { contributorId: person.id })
    return {
      heading: w.say('help.heading'),
      line: w.say('help.line'),
      blocks: [],
      rows: [
        [d.first('aTask', 'work', 'go')],
        [d.press('myResults', 'me', 'go'), d.press('getPaid', 'wallet', 'go')],
        [d.press('howPayWorks', 'howPay', 'go'), d.press('privacy', 'privacy', 'go')],
        [d.press('talk', 'topic', 'go'), ...(cases.length === 0 ? [] : [d.press('myCases', 'cases', 'go')])],
      ],
    }
  },

  async press(_talk, press) {
    return { to: { scene: 'help' }, says: press.verb === 'yes' ? [said('help.glad')] : [] }
  },
}

const TOPICS = [
  ['pay', 'pay'],
  ['decision', 'decision'],
  ['upsetting', 'upsetting'],
  ['notWorking', 'not_working'],
  ['other', 'other'],
] as const

export const topic: Scene<StateOf<'topic'>> = {
  async show({ w }, state) {
    const d = drawer(w)
    if (state.topic !== undefined) {
      return {
        heading: w.say('help.caseHeading'),
        line: w.say('help.caseLine'),
        blocks: [para(w.spans('help.caseBody'))],
        rows: [[d.press('back', 'topic', 'go')]],
        form: formOf(pack('topic', 'write', undefined, state.topic), w),
      }
    }
    return {
      heading: w.say('help.topicHeading'),
      line: w.say('help.topicLine'),
      blocks: [],
      rows: [
        ...TOPICS.map(([label, name]) => [d.press(label, 'topic', 'choose', undefined, name)]),
        [d.press('back', 'help', 'go')],
      ],
    }
  },

  async press(_talk, press) {
    if (press.verb === 'go') return { to: { scene: 'topic' } }
    const chosen = CASE_TOPICS.find(one => one === press.arg)
    return chosen === undefined ? STALE : { to: { scene: 'topic', topic: chosen } }
  },

  async form({ ctx, person }, press, text, state) {
    const chosen = CASE_TOPICS.find(one => one === press.arg)
    if (chosen === undefined) return STALE
    if (text.trim() === '') return { to: state }
    const opened = await openCase(ctx, { contributorId: person.id, topic: chosen, text })
    return opened.ok ? { to: { scene: 'help' }, says: [said('help.opened', { code: opened.value.code })] } : opened
  },
}

/** Replies that stand on one screen; older ones are few and stay in the list of all. */
const SHOWN = 5

export const cases: Scene<StateOf<'cases'>> = {
  async show({ ctx, person, w }) {
    const all = await listCases(ctx, { contributorId: person.id })
    const d = drawer(w)
    const blocks = all.slice(0, SHOWN).flatMap((one): Block[] => {
      const values = { code: one.code, date: w.day(one.createdAt) }
      return one.reply === null
        ? [para(w.spans('help.caseOne', values))]
        : [para(w.spans('help.caseReplied', values)), { type: 'content', text: one.reply }]
    })
    const isAnswered = all.some(one => one.reply !== null)
    return {
      heading: w.say('help.casesHeading'),
      line: w.say('help.casesLine'),
      blocks,
      rows: [
        ...(isAnswered ? [[d.first('thatHelped', 'help', 'yes'), d.press('notYet', 'topic', 'go')]] : []),
        [d.press('back', 'help', 'go')],
      ],
    }
  },

  async press() {
    return { to: { scene: 'cases' } }
  },
}

export const settings: Scene<StateOf<'settings'>> = {
  async show({ person, w }) {
    const d = drawer(w)
    return {
      heading: w.say('settings.heading'),
      line: w.say('settings.line'),
      blocks: [
        para(w.spans('settings.language', { language: languageName(person.locale) })),
        para(w.spans('settings.messages')),
        para(person.seesHard ? w.spans('settings.hardOn') : w.spans('settings.hardOff')),
      ],
      rows: [
        [d.first('language', 'language', 'go')],
        ...(person.isAdult ? [[d.press('hardWork', 'hardToSee', 'go')]] : []),
        [d.press('privacy', 'privacy', 'go'), d.press('back', 'me', 'go')],
      ],
    }
  },

  async press() {
    return { to: { scene: 'settings' } }
  },
}

export const terms: Scene<StateOf<'terms'>> = {
  async show({ w }) {
    const d = drawer(w)
    return {
      heading: w.say('terms.heading'),
      line: w.say('terms.line'),
      blocks: w
        .say('terms.body')
        .split('\n\n')
        .map(part => para([part])),
      rows: [[d.press('privacy', 'privacy', 'go'), d.press('back', 'help', 'go')]],
    }
  },
}
