// How a task kind is shown and answered in a conversation, step by step. Pure: the facts come in, buttons and steps go out.
import type { ItemContent, KindName } from '@perle/core'
import type { Verb } from '../buttons.ts'
import type { Block, Button, Form } from '../view.ts'
import type { Words } from '../words/index.ts'

/** A question as this person is asked it. */
export type Asking<Ask = unknown, Content = unknown> = {
  item: ItemContent<Ask, Content>
  /** Shuffles sides; undefined shows the item's own order (practice and review, whose reasons name the letters). */
  seed: number | undefined
  /** How sides stood when an answer was given, as the answer says; comes before the seed. */
  shown?: string | undefined
  draft: unknown
  /** Which page of a long list of answers. */
  list: number
  /** The form is to be shown again, over a draft. */
  isWriting: boolean
  /** Practice or a test: nobody reads words there, and none are kept, so none are asked for. */
  isTrial?: boolean
  /** Shown to be judged or looked back at, not to be answered: all of it. */
  isWhole?: boolean
  /** Hard to see: media are shown only when they are tapped. */
  isBlurred?: boolean
}

/** An item as somebody sees it who does not answer it; `shown` is how its sides stood for the one who did. */
export function asWhole(item: ItemContent, look: { shown?: string | undefined; isBlurred?: boolean } = {}): Asking {
  return { item, seed: undefined, draft: null, list: 0, isWriting: false, isWhole: true, ...look }
}

/** A text to be read, in order. `key` is short and stable; one without a label is the thing asked about. */
export type Section = {
  key: string
  label?: string
  text: string
  /** Name of the text in the item, where it has several. */
  of?: string
  /** What stands at it. */
  media?: Block[]
  /** How the stretch `from` to `to` of the text is drawn, where it is more than text. */
  drawn?: (from: number, to: number) => Block[]
}

/** Payloads of the question's scene. Its own verbs (go, no, yes, next, undo, extend) are not for kinds: a scene reads them first. */
export type Packer = (verb: Verb, arg?: string | number) => string

/** What a press or a text did to an answer, or to how the question is shown. */
export type Step = { answer: unknown } | { draft: unknown } | { list: number } | { isWriting: boolean } | 'stale'

export type Drawn = {
  /** The one bold line. */
  heading: string
  line: string
  /** What stands above the content: where it comes from. */
  above?: Block[]
  /** What stands below the content: marks so far, the draft. */
  below: Block[]
  /** Answer buttons, at most four rows: long content takes one more, and the frame the last. */
  rows: Button[][]
  /** Payload of the form to be shown, where a text is asked. */
  form?: { payload: string; draft?: string | undefined }
}

export type KindTalk<Ask = unknown, Content = unknown> = {
  /** Without its media: `sectionsOf` puts those. */
  sections(w: Words, asking: Asking<Ask, Content>): Section[]
  draw(w: Words, asking: Asking<Ask, Content>, packer: Packer): Drawn
  step(asking: Asking<Ask, Content>, verb: Verb, arg: string): Step
  /** Text sent by the form, or typed where the kind can use it. */
  wrote?(asking: Asking<Ask, Content>, text: string, arg: string): Step
  typed?(w: Words, asking: Asking<Ask, Content>, text: string): Step | undefined
  /** The whole is worth a file even where it fits a screen. */
  hasFile?: true
  /** An answer in a few words, with the item's own letters; `asShown` uses the letters as this person saw them. */
  inWords(w: Words, item: ItemContent<Ask, Content>, answer: unknown, asShown: boolean): string
  /** The answer in full where it is a text of its own. */
  inFull?(answer: unknown): string | undefined
  /** What a few words do not hold: the sentence on a wrong step, comments on lines. */
  details?(w: Words, item: ItemContent<Ask, Content>, answer: unknown): Block[]
  /** The form behind a payload, known from its argument alone: a surface may have to show it before anything is read. */
  form?(w: Words, arg: string): Omit<Form, 'payload'> | undefined
}

/** The argument of a payload that opens a form of this kind; `rest` is what its `form` gets. */
export function formArg(kind: KindName, rest: string): string {
  return `${kind}.${rest}`
}
