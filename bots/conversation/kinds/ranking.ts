// Best to worst by tapping, ties allowed, kept after each tap. Letters on screen stand in the order shown to this person;
// drafts and answers name the item's own ids.
import { button, lineOf } from '../scenes/scene.ts'
import type { Block, Button } from '../view.ts'
import { isolated } from '../words/fill.ts'
import type { Words } from '../words/index.ts'
import type { Asking, Drawn, KindTalk, Packer, Step } from './kindTalk.ts'
import { rowsOf } from './rowsOf.ts'

type Ask = { question: string }
type Content = { source: string; texts: { id: string; text: string }[] }
type Order = string[][] | 'all_bad'
/** `ties`: the next tap shares the last place. */
type Draft = { order: Order; shown: string; ties?: boolean }
type Item = Asking<Ask, Content>['item']

/** The ids in the order in which this person sees them: a Fisher-Yates shuffle driven by the seed. */
function shownOrder(item: Item, seed: number | undefined): string {
  const ids = item.content.texts.map(text => text.id)
  if (seed === undefined) return ids.join('')
  let state = seed >>> 0
  for (let last = ids.length - 1; last > 0; last--) {
    // Numerical Recipes' linear congruential generator: any fixed one does, it only has to be the same each time.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const other = state % (last + 1)
    const kept = ids[last] as string
    ids[last] = ids[other] as string
    ids[other] = kept
  }
  return ids.join('')
}

function letterAt(place: number): string {
  return String.fromCharCode(65 + place)
}

function letterOf(id: string, shown: string): string {
  return letterAt(shown.indexOf(id))
}

function draftOf(asking: Asking<Ask, Content>): Draft {
  const shown = shownOrder(asking.item, asking.seed)
  const given = asking.draft as Partial<Draft> | null | undefined
  if (given?.order === 'all_bad') return { order: 'all_bad', shown }
  const ids = new Set(shown)
  const isMine = Array.isArray(given?.order) && given.order.flat().every(id => ids.has(id))
  return { order: isMine ? (given?.order as string[][]) : [], shown, ...(given?.ties === true ? { ties: true } : {}) }
}

function left(draft: Draft): string[] {
  if (draft.order === 'all_bad') return []
  const placed = new Set(draft.order.flat())
  return [...draft.shown].filter(id => !placed.has(id))
}

function place(order: string[][], id: string, ties: boolean): string[][] {
  const last = order.at(-1)
  return ties && last !== undefined ? [...order.slice(0, -1), [...last, id]] : [...order, [id]]
}

function tapped(draft: Draft, id: string): Step {
  if (draft.order === 'all_bad') return 'stale'
  const open = left(draft)
  if (!open.includes(id)) return { draft }
  const order = place(draft.order, id, draft.ties === true)
  const rest = open.filter(one => one !== id)
  const done = rest.length === 1 ? place(order, rest[0] as string, false) : order
  return { draft: { order: done, shown: draft.shown } }
}

function undone(draft: Draft): Draft {
  if (draft.order === 'all_bad') return { order: [], shown: draft.shown }
  const last = draft.order.at(-1)
  if (last === undefined) return draft
  const order = last.length > 1 ? [...draft.order.slice(0, -1), last.slice(0, -1)] : draft.order.slice(0, -1)
  return { order, shown: draft.shown }
}

/** The last two places become one. */
function lastTwoTied(draft: Draft): Step {
  if (draft.order === 'all_bad' || draft.order.length < 2) return 'stale'
  const [one, two] = draft.order.slice(-2) as [string[], string[]]
  return { draft: { order: [...draft.order.slice(0, -2), [...one, ...two]], shown: draft.shown } }
}

function step(asking: Asking<Ask, Content>, verb: string, arg: string): Step {
  const draft = draftOf(asking)
  if (verb === 'send') {
    if (left(draft).length > 0) return 'stale'
    return { answer: { order: draft.order, shown: draft.shown } }
  }
  if (verb === 'clear') return { draft: { order: [], shown: draft.shown } }
  if (verb !== 'step') return 'stale'
  if (/^[A-Z]$/.test(arg)) {
    const id = draft.shown[arg.charCodeAt(0) - 65]
    return id === undefined ? 'stale' : tapped(draft, id)
  }
  if (arg === 'all') return { draft: { order: 'all_bad', shown: draft.shown } }
  if (arg === 'tie') return draft.order.length === 0 ? 'stale' : { draft: { ...draft, ties: true } }
  if (arg === 'last') return lastTwoTied(draft)
  return arg === 'undo' ? { draft: undone(draft) } : 'stale'
}

/** "C, then A and D, then B". */
function inOrder(w: Words, order: string[][], shown: string): string {
  const places = order.map(group => w.and(group.map(id => letterOf(id, shown))))
  return places.reduceRight((rest, first) => w.say('kinds.sequence', { first, rest }))
}

function soFar(w: Words, draft: Draft): string {
  const places = (draft.order as string[][]).map((group, index) =>
    w.say('kinds.place', { place: index + 1, letters: w.and(group.map(id => letterOf(id, draft.shown))) }),
  )
  return w.list(places)
}

function draw(w: Words, asking: Asking<Ask, Content>, packer: Packer): Drawn {
  const draft = draftOf(asking)
  const open = left(draft)
  const undo = button(w.say('button.undo'), packer('step', 'undo'), { key: 'Backspace' })
  const question: Block = { type: 'text', spans: [isolated(asking.item.ask.question)] }
  if (open.length === 0) return drawDone(w, draft, packer, undo, question)
  const letters = open.map(id => letterOf(id, draft.shown)).sort()
  const taps = letters.map(letter => button(letter, packer('step', letter), { key: letter }))
  const isBegun = draft.order.length > 0
  const order = isBegun ? soFar(w, draft) : ''
  return {
    heading: w.say('kinds.rankingHeading'),
    // Above the texts: on a phone what stands below them is out of sight, and each tap changes it.
    above: [
      question,
      ...(isBegun ? [{ type: 'text' as const, spans: w.spans('kinds.rankingSoFar', { order }) }] : []),
      ...(draft.ties === true
        ? [{ type: 'text' as const, spans: w.spans('kinds.rankingShares', { place: draft.order.length }) }]
        : []),
    ],
    line: isBegun ? lineOf(w.say('kinds.rankingLine', { order, count: open.length })) : w.say('kinds.rankingLineNone'),
    below: isBegun ? [] : [{ type: 'text', spans: w.spans('kinds.rankingNothing') }],
    rows: [
      ...rowsOf(taps, 4),
      isBegun
        ? [...(draft.ties === true ? [] : [button(w.say('button.nextTies'), packer('step', 'tie'))]), undo]
        : [button(w.say('button.allBad'), packer('step', 'all'))],
    ],
  }
}

function drawDone(w: Words, draft: Draft, packer: Packer, undo: Button, question: Block): Drawn {
  const isAllBad = draft.order === 'all_bad'
  const order = draft.order === 'all_bad' ? '' : inOrder(w, draft.order, draft.shown)
  const canTie = draft.order !== 'all_bad' && draft.order.length > 1
  const again = button(w.say('button.startAgain'), packer('clear'))
  return {
    heading: w.say('kinds.rankingHeadingDone'),
    line: isAllBad ? w.say('button.allBad') : lineOf(w.say('kinds.rankingLineDone', { order })),
    above: [
      question,
      { type: 'text', spans: isAllBad ? w.spans('kinds.rankingAllBad') : w.spans('kinds.rankingOrder', { order }) },
    ],
    below: [],
    rows: [
      [button(w.say('button.send'), packer('send'), { primary: true })],
      [...(canTie ? [button(w.say('button.lastTwoTie'), packer('step', 'last'))] : []), undo, again],
    ],
  }
}

function inWords(w: Words, item: Item, answer: unknown, asShown: boolean): string {
  const given = (Array.isArray(answer) || answer === 'all_bad' ? { order: answer } : answer) as Partial<Draft> | null
  if (given?.order === 'all_bad') return w.say('button.allBad')
  if (given?.order === undefined || given.order.length === 0) return ''
  const own = item.content.texts.map(text => text.id).join('')
  return inOrder(w, given.order, asShown ? (given.shown ?? own) : own)
}

export const ranking: KindTalk<Ask, Content> = {
  sections: (w, { item, seed, shown }) => {
    const texts = new Map(item.content.texts.map(text => [text.id, text.text]))
    return [
      { key: 'q', label: w.say('kinds.source'), of: 'source', text: item.content.source },
      ...[...(shown ?? shownOrder(item, seed))].map((id, index) => ({
        key: letterAt(index),
        label: letterAt(index),
        of: id,
        text: texts.get(id) ?? '',
      })),
    ]
  },
  draw,
  step,
  inWords,
}
