// All labels that fit, or none: marks are set and taken away by tapping, then sent.
import { button, lineOf, para } from '../scenes/scene.ts'
import type { Block } from '../view.ts'
import { isolated } from '../words/fill.ts'
import type { Words } from '../words/index.ts'
import type { Asking, Drawn, KindTalk, Packer, Step } from './kindTalk.ts'
import { pagesOf, rowsOf } from './rowsOf.ts'

type Ask = { question: string; labels: { id: string; label: string }[] }
type Content = { text: string; context?: string }
/** An answer that came back has no `isNone`: without marks it said "none of these". */
type Draft = { labels: string[]; isNone: boolean }
type Item = Asking<Ask, Content>['item']

/** Rows of marks with "None of these" among them; where they do not fit, rows of marks on each page. */
const ROWS = 3
const ROWS_A_PAGE = 2

function draftOf({ item, draft }: Asking<Ask, Content>): Draft {
  const given = draft as { labels?: unknown; isNone?: unknown } | null | undefined
  if (!Array.isArray(given?.labels)) return { labels: [], isNone: false }
  const labels = inOrder(item, given.labels.map(String))
  return { labels, isNone: labels.length === 0 && given.isNone !== false }
}

function inOrder(item: Item, ids: string[]): string[] {
  return item.ask.labels.map(one => one.id).filter(id => ids.includes(id))
}

function named(item: Item, ids: string[]): string[] {
  return item.ask.labels.filter(one => ids.includes(one.id)).map(one => isolated(one.label))
}

function draw(w: Words, asking: Asking<Ask, Content>, packer: Packer): Drawn {
  const { item } = asking
  const draft = draftOf(asking)
  const count = draft.labels.length
  const marks = item.ask.labels.map(({ id, label }) =>
    button(draft.labels.includes(id) ? `✓ ${label}` : label, packer('step', id)),
  )
  const none = button(draft.isNone ? `✓ ${w.say('button.noneOfThese')}` : w.say('button.noneOfThese'), packer('clear'))
  const isShort = rowsOf([...marks, none]).length <= ROWS
  const pages = pagesOf(marks, ROWS_A_PAGE)
  const page = asking.list % pages.length
  const more = button(w.say('button.moreAnswers'), packer('list', (page + 1) % pages.length))
  const isDone = count > 0 || draft.isNone
  const label = draft.isNone ? w.say('button.send') : w.say('button.sendMarks', { count })
  const send = button(label, packer('send'), { primary: true })
  return {
    heading: item.ask.question,
    line: isDone ? w.say('kinds.tagsLine', { count }) : w.say('kinds.tagsAsk'),
    above: item.content.context === undefined ? [] : [{ type: 'text', spans: [isolated(item.content.context)] }],
    below: [marked(w, item, draft), ...(isDone ? [] : [para(w.spans('kinds.tagsAsk'))])],
    rows: [
      ...(isShort ? rowsOf([...marks, none]) : [...rowsOf(pages[page] ?? []), [none, more]]),
      ...(isDone ? [[send]] : []),
    ],
  }
}

function marked(w: Words, item: Item, draft: Draft): Block {
  if (draft.isNone) return para(w.spans('kinds.tagsNone'))
  if (draft.labels.length === 0) return para(w.spans('kinds.tagsNothing'))
  // Twenty-five long labels are more than a screen takes; the marks themselves stand on the buttons.
  const names = named(item, draft.labels)
  const isFew = names.join().length <= 200
  return para(
    isFew ? w.spans('kinds.tagsMarked', { marks: w.list(names) }) : w.spans('kinds.tagsMany', { count: names.length }),
  )
}

function step(asking: Asking<Ask, Content>, verb: string, arg: string): Step {
  const draft = draftOf(asking)
  if (verb === 'list' && /^\d{1,2}$/.test(arg)) return { list: Number(arg) }
  if (verb === 'clear') return { draft: { labels: [], isNone: !draft.isNone } satisfies Draft }
  if (verb === 'send') {
    return draft.labels.length > 0 || draft.isNone ? { answer: { labels: draft.labels } } : 'stale'
  }
  if (verb !== 'step' || !asking.item.ask.labels.some(one => one.id === arg)) return 'stale'
  const others = draft.labels.filter(id => id !== arg)
  const labels = others.length < draft.labels.length ? others : inOrder(asking.item, [...others, arg])
  return { draft: { labels, isNone: false } satisfies Draft }
}

function inWords(w: Words, item: Item, answer: unknown): string {
  const given = (answer as { labels?: unknown } | null)?.labels
  const names = named(item, Array.isArray(given) ? given.map(String) : [])
  return names.length === 0 ? w.say('button.noneOfThese') : w.list(names)
}

export const tags: KindTalk<Ask, Content> = {
  sections: (_w, asking) => [{ key: 'q', text: asking.item.content.text }],
  draw: (w, asking, packer) => {
    const drawn = draw(w, asking, packer)
    return { ...drawn, line: lineOf(drawn.line) }
  },
  step,
  inWords,
}
