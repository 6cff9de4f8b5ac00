// What a scene is. Pure types, and the few helpers that every scene draws with.
import type { Context, Person, Refusal } from '@perle/core'
import type { CardAsk, CodeAsk, DiffAsk, PreferencesAsk, ProgressAsk, QrAsk } from '../../pictures/ask.ts'
import { twinOf } from '../../pictures/twin.ts'
import { type Press, pack, type SceneName, type Verb } from '../buttons.ts'
import type { Platform } from '../event.ts'
import type { Asking } from '../kinds/kindTalk.ts'
import type { State } from '../state.ts'
import type { Block, Button, Form, Span } from '../view.ts'
import type { ValuesOf, WordKey } from '../words/catalogue.ts'
import type { Said, Words } from '../words/index.ts'

/** One event's conversation: who speaks, in which words, on which surface. */
export type Talk = { ctx: Context; person: Person; surface: Platform; w: Words }

/** What a scene shows; the rest of the View is the conversation's. */
export type Shown = {
  heading: string
  line: string
  blocks: Block[]
  rows: Button[][]
  form?: Form | undefined
  refreshSeconds?: number
}

/**
 * Where a press leads: on, with what is to be said there; to a refusal; or nowhere, when the button is from before.
 * `person` is what the step has changed about them, so that the next screen is drawn for who they are now.
 */
export type Move =
  | { to: State; says?: Said[]; person?: Partial<Pick<Person, 'locale' | 'isAdult' | 'role' | 'seesHard'>> }
  | { refusal: Refusal }
  | { stale: true }

export const STALE: Move = { stale: true }

/** The facts are gone that this scene showed: show that one. */
export type Elsewhere = { instead: State; says?: Said[] }

/**
 * `show` reads the facts again and writes nothing. `press` gets the whole state, since a button may be pressed long after
 * its scene was left: what depends on the state checks it. `form` gets cleaned text.
 */
export type Scene<S extends State = State> = {
  show(talk: Talk, state: S): Promise<Shown | Elsewhere>
  press?(talk: Talk, press: Press, state: State): Promise<Move>
  form?(talk: Talk, press: Press, text: string, state: State): Promise<Move>
  /** The question behind a press for all of it, as a file or a page; undefined where the button is from before. */
  whole?(talk: Talk, press: Press, state: State): Promise<Asking | undefined>
  /** Text typed in this scene; undefined where it asked for none. */
  text?(talk: Talk, text: string, state: S): Promise<Move | undefined>
}

export function isElsewhere(shown: Shown | Elsewhere): shown is Elsewhere {
  return 'instead' in shown
}

/** Which sentences need no values: buttons mostly. */
type Bare = { [K in WordKey]: keyof ValuesOf<K> extends never ? K : never }[WordKey]
export type ButtonName = Extract<Bare, `button.${string}`> extends `button.${infer N}` ? N : never

type Look = { primary?: boolean; key?: string }

export function button(label: string, payload: string, look: Look = {}): Button {
  return {
    kind: 'press',
    label,
    payload,
    ...(look.primary ? { primary: true as const } : {}),
    ...(look.key === undefined ? {} : { key: look.key }),
  }
}

/** Draws buttons of one turn: label by its name, payload by scene and verb. */
export function drawer(w: Words) {
  return {
    press: (label: ButtonName, scene: SceneName, verb: Verb, id?: string, arg?: string | number, look?: Look): Button =>
      button(w.say(`button.${label}`), pack(scene, verb, id, arg), look),
    first: (label: ButtonName, scene: SceneName, verb: Verb, id?: string, arg?: string | number): Button =>
      button(w.say(`button.${label}`), pack(scene, verb, id, arg), { primary: true }),
    link: (label: ButtonName, href: string, look?: { primary?: boolean }): Button => ({
      kind: 'link',
      label: w.say(`button.${label}`),
      href,
      ...(look?.primary ? { primary: true as const } : {}),
    }),
  }
}

export function para(spans: Span[]): Block {
  return { type: 'text', spans }
}

/** A picture with its words, laid out as the reader's language runs; it is drawn by whoever shows it, beside the turn. */
export function picture(w: Words, given: CardAsk | ProgressAsk | PreferencesAsk | QrAsk): Block {
  const ask = w.isRtl ? { ...given, isRtl: true as const } : given
  return { type: 'picture', ask, alt: twinOf(ask) }
}

/** Code or a change as a picture, below the blocks that hold its text. Code runs from the left in every language. */
export function codePicture(ask: CodeAsk | DiffAsk): Block {
  return { type: 'picture', ask, alt: ask.title, isTold: true }
}

/** A toast holds 120 characters; a summary may end in an ellipsis, content never does. */
const LINE = 120
export function lineOf(text: string): string {
  const points = [...text]
  return points.length <= LINE
    ? text
    : `${points
        .slice(0, LINE - 1)
        .join('')
        .trimEnd()}…`
}
