// What somebody does at a screen: found in the View alone, as a person finds it. Pure.
import { type Press, type SceneName, unpack, type Verb } from '../../conversation/buttons.ts'
import type { View } from '../../conversation/view.ts'

export type Move =
  | { kind: 'press'; payload: string }
  /** One of the labels; the caller chooses. `offered`: payload by label. */
  | { kind: 'answer'; scene: 'practice' | 'test' | 'task'; card: string; offered: ReadonlyMap<string, string> }
  | { kind: 'judge'; card: string; quoted: string[]; accept: string; reject: string }
  | { kind: 'write'; payload: string }
  | { kind: 'rest'; why: 'done' | 'failed' | 'paused' | 'refused' }

type Wanted = [SceneName, Verb]

/** Screens with one way on, the first wanted button that is there. */
const WAYS: Record<string, Wanted[]> = {
  welcome: [['tryOut', 'go']],
  tryOut: [
    ['tryOut', 'yes'],
    ['tryOut', 'answer'],
  ],
  language: [['language', 'choose']],
  age: [['age', 'yes']],
  work: [
    ['work', 'start'],
    ['work', 'next'],
  ],
  agreement: [['agreement', 'yes']],
  skill: [
    ['test', 'go'],
    ['practice', 'go'],
  ],
  paused: [['paused', 'start']],
  invitation: [['invitation', 'yes']],
  since: [['work', 'next']],
  firstPay: [['work', 'next']],
  round: [['vote', 'start']],
  sealed: [['vote', 'next']],
  wallet: [['wallet', 'yes']],
}

const rest = (why: Extract<Move, { kind: 'rest' }>['why']): Move => ({ kind: 'rest', why })

export function nextMove(view: View): Move {
  switch (view.scene) {
    case 'practice':
    case 'test':
    case 'task':
      return question(view, view.scene)
    case 'testDone':
      return press(view, [['work', 'take']]) ?? rest('failed')
    case 'guide':
      return rest('paused')
    case 'vote':
      return voting(view)
    case 'refused':
      return rest('refused')
    default:
      return press(view, WAYS[view.scene] ?? []) ?? rest('done')
  }
}

function question(view: View, scene: 'practice' | 'test' | 'task'): Move {
  const offered = new Map(
    presses(view)
      .filter(one => one.press.scene === scene && one.press.verb === 'answer')
      .map(one => [one.press.arg, one.payload]),
  )
  const card = contentOf(view)
  if (offered.size > 0 && card !== undefined) return { kind: 'answer', scene, card, offered }
  // The answer to a practice question is shown: on, or to the test.
  const onward: Wanted[] = [
    ['practice', 'next'],
    ['test', 'go'],
  ]
  return press(view, onward) ?? rest('done')
}

function voting(view: View): Move {
  if (view.form !== undefined) return { kind: 'write', payload: view.form.payload }
  const rule = press(view, [['vote', 'rule']])
  if (rule !== undefined) return rule
  const accept = presses(view).find(one => one.press.verb === 'choose' && one.press.arg === 'accept')
  const reject = presses(view).find(one => one.press.scene === 'vote' && one.press.verb === 'no')
  const card = contentOf(view)
  if (accept === undefined || reject === undefined || card === undefined) return rest('done')
  return { kind: 'judge', card, quoted: quotedIn(view), accept: accept.payload, reject: reject.payload }
}

/** The button that gives the task in hand back at the end of a sitting: first More, then Stop. */
export function stopping(view: View): string | undefined {
  const move = press(view, [
    ['more', 'stop'],
    ['more', 'go'],
  ])
  return move?.payload
}

/** Every round in somebody's list. */
export function roundsShown(view: View): { roundId: string; payload: string }[] {
  return presses(view).flatMap(({ press: { scene, verb, id }, payload }) =>
    scene === 'round' && verb === 'go' && id !== undefined ? [{ roundId: id, payload }] : [],
  )
}

/** The once-word of a wallet page, out of the link that leads there. */
export function walletPage(view: View): string | undefined {
  const link = view.rows.flat().find(button => button.kind === 'link' && button.href.startsWith('/w/'))
  return link?.kind === 'link' ? link.href.slice('/w/'.length) : undefined
}

function press(view: View, wanted: Wanted[]): { kind: 'press'; payload: string } | undefined {
  for (const [scene, verb] of wanted) {
    const found = presses(view).find(one => one.press.scene === scene && one.press.verb === verb)
    if (found !== undefined) return { kind: 'press', payload: found.payload }
  }
  return undefined
}

function presses(view: View): { payload: string; press: Press }[] {
  return view.rows.flat().flatMap(button => {
    const known = button.kind === 'press' ? unpack(button.payload) : undefined
    return button.kind === 'press' && known !== undefined ? [{ payload: button.payload, press: known }] : []
  })
}

function contentOf(view: View): string | undefined {
  const block = view.blocks.find(one => one.type === 'content')
  return block?.type === 'content' ? block.text : undefined
}

/** What is quoted in our own paragraphs: our words set such pieces apart, so that their direction cannot disturb the sentence. */
function quotedIn(view: View): string[] {
  const spans = view.blocks.flatMap(block => (block.type === 'text' ? block.spans : []))
  const texts = spans.map(span => (typeof span === 'string' ? span : span.bold))
  return texts.flatMap(text => [...text.matchAll(/\u2068([^\u2069]*)\u2069/g)].map(found => found[1] ?? ''))
}
