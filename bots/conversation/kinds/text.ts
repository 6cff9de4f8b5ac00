// A text in one's own words: written in a form, shown, then sent.
import { lengthOf } from '../cleanText.ts'
import { button } from '../scenes/scene.ts'
import type { Block, Button } from '../view.ts'
import { isolated } from '../words/fill.ts'
import type { Words } from '../words/index.ts'
import type { Asking, Drawn, KindTalk, Packer, Step } from './kindTalk.ts'

type Ask = { question: string; instruction: string; min: number; max: number }
type Content = { source: string }

function textIn(value: unknown): string | undefined {
  const text = (value as { text?: unknown } | null | undefined)?.text
  return typeof text === 'string' && text !== '' ? text : undefined
}

function fits(ask: Ask, text: string): boolean {
  const length = lengthOf(text)
  return length >= ask.min && length <= ask.max
}

function draw(w: Words, asking: Asking<Ask, Content>, packer: Packer): Drawn {
  const { ask } = asking.item
  const payload = packer('write', `${ask.min}-${ask.max}`)
  const draft = textIn(asking.draft)
  const asked: Block = {
    type: 'text',
    spans: [
      ...w.spans('kinds.textAsked', { min: ask.min, max: ask.max }),
      ...(ask.instruction === '' ? [] : [` ${isolated(ask.instruction)}`]),
    ],
  }
  const line = w.say('kinds.textLine', { min: ask.min, max: ask.max })
  if (draft === undefined || asking.isWriting) {
    // Back to what was written, unchanged.
    const rows = draft === undefined ? [] : [[button(w.say('button.back'), packer('back'))]]
    return { heading: ask.question, line, below: [asked], rows, form: { payload, draft } }
  }
  const values = { count: lengthOf(draft), min: ask.min, max: ask.max }
  const isGood = fits(ask, draft)
  const change = button(w.say('button.change'), payload, isGood ? {} : { primary: true })
  const clear = button(w.say('button.throwAway'), packer('clear'))
  const send: Button = button(w.say('button.send'), packer('send'), { primary: true })
  return {
    heading: ask.question,
    line,
    below: [
      { type: 'text', spans: isGood ? w.spans('kinds.textYours', values) : w.spans('kinds.textWrongLength', values) },
      { type: 'content', text: draft },
    ],
    rows: isGood ? [[send], [change, clear]] : [[change], [clear]],
  }
}

function step(asking: Asking<Ask, Content>, verb: string): Step {
  const draft = textIn(asking.draft)
  if (verb === 'write' || verb === 'back') return { isWriting: verb === 'write' }
  if (verb === 'clear') return { draft: null }
  if (verb === 'send' && draft !== undefined && fits(asking.item.ask, draft)) return { answer: { text: draft } }
  return 'stale'
}

export const text: KindTalk<Ask, Content> = {
  sections: (_w, { item }) => [{ key: 'q', text: item.content.source }],
  draw,
  step,
  wrote: (_asking, given) => ({ draft: given === '' ? null : { text: given } }),
  inWords: (_w, _item, answer) => textIn(answer) ?? '',
  inFull: answer => textIn(answer),
}
