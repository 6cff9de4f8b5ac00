// One label out of 2 to 25. Up to five stand as buttons; more are leafed through, or found by typing.
import { button, lineOf } from '../scenes/scene.ts'
import { isolated } from '../words/fill.ts'
import type { Words } from '../words/index.ts'
import type { Asking, Drawn, KindTalk, Packer, Step } from './kindTalk.ts'
import { rowsOf } from './rowsOf.ts'

type Ask = { question: string; labels: { id: string; label: string }[] }
type Content = { text: string; context?: string }

/** Always there, and an answer: the id that the core's kind reserves. */
const CANNOT_TELL = 'cannot_tell'
const FEW = 5
const PAGE = 6

function labelOf(w: Words, ask: Ask, id: string): string {
  if (id === CANNOT_TELL) return w.say('button.cannotTell')
  return ask.labels.find(label => label.id === id)?.label ?? id
}

function labelIn(value: unknown): string | undefined {
  const label = (value as { label?: unknown } | null | undefined)?.label
  return typeof label === 'string' ? label : undefined
}

function draw(w: Words, asking: Asking<Ask, Content>, packer: Packer): Drawn {
  const { ask } = asking.item
  const pages = Math.ceil(ask.labels.length / PAGE)
  const isLong = ask.labels.length > FEW
  const page = isLong ? asking.list % pages : 0
  const shown = isLong ? ask.labels.slice(page * PAGE, (page + 1) * PAGE) : ask.labels
  const cannot = button(w.say('button.cannotTell'), packer('answer', CANNOT_TELL))
  const more = button(w.say('button.moreAnswers'), packer('list', (page + 1) % pages))
  const labels = shown.map(label => button(label.label, packer('answer', label.id)))
  const chosen = labelIn(asking.draft)
  return {
    heading: ask.question,
    line: lineOf(ask.question),
    ...(asking.item.content.context === undefined
      ? {}
      : { above: [{ type: 'text' as const, spans: [isolated(asking.item.content.context)] }] }),
    below: [
      ...(isLong ? [{ type: 'text' as const, spans: w.spans('kinds.choiceTyped') }] : []),
      ...(chosen === undefined
        ? []
        : [{ type: 'text' as const, spans: w.spans('task.chosen', { answer: labelOf(w, ask, chosen) }) }]),
    ],
    rows: isLong ? [...rowsOf(labels), [cannot, more]] : rowsOf([...labels, cannot]),
  }
}

function step(asking: Asking<Ask, Content>, verb: string, arg: string): Step {
  if (verb === 'list' && /^\d{1,2}$/.test(arg)) return { list: Number(arg) }
  const isOne = arg === CANNOT_TELL || asking.item.ask.labels.some(label => label.id === arg)
  return verb === 'answer' && isOne ? { answer: { label: arg } } : 'stale'
}

/** A typed word turns to the page of the first label that has it; it never answers by itself. */
function typed(_w: Words, asking: Asking<Ask, Content>, text: string): Step | undefined {
  const { labels } = asking.item.ask
  if (labels.length <= FEW) return undefined
  const wanted = text.trim().toLocaleLowerCase()
  const index = labels.findIndex(label => label.label.toLocaleLowerCase().includes(wanted))
  return wanted === '' || index < 0 ? undefined : { list: Math.floor(index / PAGE) }
}

export const choice: KindTalk<Ask, Content> = {
  sections: (_w, asking) => [{ key: 'q', text: asking.item.content.text }],
  draw,
  step,
  typed,
  inWords: (w, item, answer) => labelOf(w, item.ask, labelIn(answer) ?? String(answer)),
}
