// A form is drawn from its payload and the words alone: a surface may have to show it before the database can be read.
import type { Press } from './buttons.ts'
import { unpack } from './buttons.ts'
import { talkNamed } from './kinds/index.ts'
import type { Form } from './view.ts'
import type { Words } from './words/index.ts'

/** Longest question on a guide, note to an author or to those who look again, and message to a person, in characters. */
const LONGEST = { askGuide: 500, vote: 1000, appeal: 1000, topic: 2000 }
/** A reason shorter than this helps nobody. */
export const SHORTEST_NOTE = 15

/** The form that a payload opens; undefined where it opens none. `draft` is added by scenes that know one. */
export function formOf(payload: string, w: Words): Form | undefined {
  const press = unpack(payload)
  return press?.verb === 'write' ? formFor(press, payload, w) : undefined
}

function formFor(press: Press, payload: string, w: Words): Form | undefined {
  const named = (name: 'text' | 'ask' | 'appeal' | 'vote' | 'case', min: number, max: number): Form => ({
    payload,
    title: w.say(`form.${name}Title`),
    label: w.say(`form.${name}Label`),
    placeholder: w.say(`form.${name}Placeholder`),
    open: w.say('button.write'),
    min,
    max,
  })
  switch (press.scene) {
    case 'task':
    case 'practice':
    case 'test': {
      // The limits of a text task travel in the argument.
      const limits = /^(\d{1,5})-(\d{1,5})$/.exec(press.arg)
      if (limits !== null) return named('text', Number(limits[1]), Number(limits[2]))
      // Other kinds name themselves, and what their own form needs.
      const [kind = '', ...rest] = press.arg.split('.')
      const form = talkNamed(kind)?.form?.(w, rest.join('.'))
      return form === undefined ? undefined : { payload, ...form }
    }
    case 'askGuide':
      return named('ask', 5, LONGEST.askGuide)
    case 'appeal':
      return named('appeal', 5, LONGEST.appeal)
    case 'vote':
      return named('vote', SHORTEST_NOTE, LONGEST.vote)
    case 'topic':
      return named('case', 5, LONGEST.topic)
    default:
      return undefined
  }
}
