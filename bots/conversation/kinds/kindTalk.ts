// How a task kind is shown and answered in a conversation, step by step. Pure: the facts come in, buttons and steps go out.
import type { ItemContent } from '@perle/core'
import type { Verb } from '../buttons.ts'
import type { Block, Button } from '../view.ts'
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
}

/** A text to be read, in order. `key` is short and stable; one without a label is the thing asked about. */
export type Section = { key: string; label?: string; text: string }

export type Packer = (verb: Verb, arg?: string | number) => string

/** What a press or a text did to an answer. */
export type Step = { answer: unknown } | { draft: unknown } | { list: number } | { isWriting: boolean } | 'stale'

export type Drawn = {
  /** The one bold line. */
  heading: string
  line: string
  /** What stands above the content: where it comes from. */
  above?: Block[]
  /** What stands below the content: marks so far, the draft. */
  below: Block[]
  /** Answer buttons, at most five rows. */
  rows: Button[][]
  /** Payload of the form to be shown, where a text is asked. */
  form?: { payload: string; draft?: string | undefined }
}

export type KindTalk<Ask = unknown, Content = unknown> = {
  sections(w: Words, asking: Asking<Ask, Content>): Section[]
  draw(w: Words, asking: Asking<Ask, Content>, packer: Packer): Drawn
  step(asking: Asking<Ask, Content>, verb: Verb, arg: string): Step
  /** Text sent by the form, or typed where the kind can use it. */
  wrote?(asking: Asking<Ask, Content>, text: string): Step
  typed?(w: Words, asking: Asking<Ask, Content>, text: string): Step | undefined
  /** An answer in a few words, with the item's own letters; `asShown` uses the letters as this person saw them. */
  inWords(w: Words, item: ItemContent<Ask, Content>, answer: unknown, asShown: boolean): string
  /** The answer in full where it is a text of its own. */
  inFull?(answer: unknown): string | undefined
}
