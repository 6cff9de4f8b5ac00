// One label out of 2 to 25. Up to five stand as buttons; more are leafed through, or found by typing.
import { button, lineOf } from '../scenes/scene.ts'
import { isolated } from '../words/fill.ts'
import type { Words } from '../words/index.ts'
import type { Asking, Drawn, KindTalk, Packer, Step } from './kindTalk.ts'
import { pagesOf, rowsOf } from './rowsOf.ts'

type Ask = { question: string; labels: { id: string; label: string }[] }
type Content = { text: string; context?: string }

/** Always there, and an answer: the id that the core's kind reserves. */
const CANNOT_TELL = 'cannot_tell'
const FEW = 5
/** Rows of labels on a page, with one more for what is always there. */
const ROWS_A_PAGE = 3
const ROWS = ROWS_A_PAGE + 1

/** Many labels, or long ones, are leafed through. */
function isLeafed(ask: Ask): boolean {
  const labels = ask.labels.map(label => button(label.label, ''))
  return labels.length > FEW || rowsOf([...labels, button('', '')]).length > ROWS
}

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
  const cannot = button(w.say('button.cannotTell'), packer('answer', CANNOT_TELL))
  const labels = ask.labels.map(label => button(label.label, packer('answer', label.id)))
  const isLong = isLeafed(ask)
  const pages = pagesOf(labels, ROWS_A_PAGE)
  const page = asking.list % pages.length
  const more = button(w.say('button.moreAnswers'), packer('list', (page + 1) % pages.length))
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
    rows: isLong ? [...rowsOf(pages[page] ?? []), [cannot, more]] : rowsOf([...labels, cannot]),
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
  if (!isLeafed(asking.item.ask)) return undefined
  const wanted = text.trim().toLocaleLowerCase()
  const index = labels.findIndex(label => label.label.toLocaleLowerCase().includes(wanted))
  if (wanted === '' || index < 0) return undefined
  const pages = pagesOf(
    labels.map(label => button(label.label, label.id)),
    ROWS_A_PAGE,
  )
  const id = labels[index]?.id
  return { list: pages.findIndex(page => page.some(one => one.kind === 'press' && one.payload === id)) }
}

export const choice: KindTalk<Ask, Content> = {
  sections: (_w, asking) => [{ key: 'q', text: asking.item.content.text }],
  draw,
  step,
  typed,
  inWords: (w, item, answer) => labelOf(w, item.ask, labelIn(answer) ?? String(answer)),
}
