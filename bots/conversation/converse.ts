// The conversation itself: one action of one person leads from a state to the next, and to the View of it as things are now.
import type { Context, IdentityId, Person, RefusalCode } from '@perle/core'
import { unpack } from './buttons.ts'
import { cleanText } from './cleanText.ts'
import { beginning, obey } from './commands.ts'
import type { Action, Platform } from './event.ts'
import { type News, takeNews } from './news.ts'
import { sceneOf } from './scenes/index.ts'
import { afterRefusal } from './scenes/refused.ts'
import { isElsewhere, type Move, type Shown, STALE, type Talk } from './scenes/scene.ts'
import type { State } from './state.ts'
import type { Block, View } from './view.ts'
import { type Said, said, type Words, wordsIn } from './words/index.ts'

export type Conversing = {
  person: Person
  /** Something waits to be told. */
  hasNews: boolean
  identityId: IdentityId
  /** What was kept, parsed; undefined begins anew. */
  state: State | undefined
  action: Action
  surface: Platform
}

/**
 * `refusal` is set when a use-case said no after it may have written: the turn then goes back, and keeps
 * state and View, which say why and how to go on.
 */
export type Outcome = { state: State; view: View; refusal?: RefusalCode }

/** More hops than this between scenes would be a circle of ours. */
const HOPS = 6

/**
 * One step of one person, inside the turn's transaction. Never throws for anything a person can
 * do: an old, foreign or made-up button, an unknown command and unasked text each show where the person is, with a sentence.
 */
export async function converse(ctx: Context, input: Conversing): Promise<Outcome> {
  const { person, action, surface } = input
  const talk: Talk = { ctx, person, surface, w: wordsIn(ctx.settings.mode, person.locale) }
  const state = input.state ?? beginning(talk)
  const news = await takeNews(talk, { action, state: input.state, hasNews: input.hasNews })
  if (action.kind === 'look') return looked(talk, state, news)
  const move = await act(talk, action, state)
  if ('refusal' in move) {
    // What is new is told at the next step: this one is rolled back, and the telling of it with it.
    const { says, ...kept } = afterRefusal(talk, move.refusal, state)
    const outcome = await draw(talk, kept as State, says ?? [])
    return { ...outcome, refusal: move.refusal.code }
  }
  if ('stale' in move) return draw(talk, state, [said('trouble.stale'), ...news.says])
  const grown = withChange(talk, move)
  const isNewScreen = news.screen !== undefined && action.kind === 'command'
  return draw(grown, isNewScreen ? (news.screen as State) : move.to, [...(move.says ?? []), ...news.says])
}

/** Looking again changes nothing: what was said is said again, and what is new since is put below it. */
function looked(talk: Talk, state: State, news: News): Promise<Outcome> {
  const before = news.screen === undefined ? (state.says ?? []) : []
  return draw(talk, news.screen ?? state, news.says, before)
}

function withChange(talk: Talk, move: Extract<Move, { to: State }>): Talk {
  if (move.person === undefined) return talk
  const person = { ...talk.person, ...move.person }
  return { ...talk, person, w: wordsIn(talk.ctx.settings.mode, person.locale) }
}

async function act(talk: Talk, action: Exclude<Action, { kind: 'look' }>, state: State): Promise<Move> {
  switch (action.kind) {
    case 'command':
      return obey(talk, action.name, action.argument, state)
    case 'unknownCommand':
      return { to: state, says: [said('trouble.unknownCommand')] }
    case 'press': {
      const press = unpack(action.payload)
      if (press === undefined) return STALE
      const scene = sceneOf(press.scene)
      // Opening a form that stands on the screen already changes nothing; a surface without a box for it shows it now.
      const isOpening = press.verb === 'write' && press.scene === state.scene
      const move = (await scene.press?.(talk, press, state)) ?? STALE
      return isOpening && 'stale' in move ? { to: state } : move
    }
    case 'form': {
      const text = cleanText(action.text)
      if (!text.ok) return text
      const press = unpack(action.payload)
      if (press === undefined || press.verb !== 'write') return STALE
      return (await sceneOf(press.scene).form?.(talk, press, text.value, state)) ?? STALE
    }
    case 'file':
      return { to: state, says: [said('trouble.notAsked')] }
    case 'text':
      return typed(talk, action.text, state)
  }
}

/** Text is kept nowhere unless the scene asked for it. */
async function typed(talk: Talk, given: string, state: State): Promise<Move> {
  const text = cleanText(given)
  const used = text.ok ? await sceneOf(state.scene).text?.(talk, text.value, state) : undefined
  return used ?? { to: state, says: [said('trouble.notAsked')] }
}

/** `kept` belongs to the scene that it was said in: it goes when the facts lead elsewhere. */
async function draw(talk: Talk, from: State, saying: Said[], kept: Said[] = []): Promise<Outcome> {
  let state = from
  let before = kept
  let says = [...before, ...saying]
  for (let hop = 0; hop < HOPS; hop++) {
    const shown = await sceneOf(state.scene).show(talk, state)
    if (!isElsewhere(shown)) return { state: keptOf({ ...state, says }), view: viewOf(talk.w, state, says, shown) }
    state = shown.instead
    says = [...says.slice(before.length), ...(shown.says ?? [])]
    before = []
  }
  throw new Error(`bug: scenes lead to each other in a circle at ${state.scene}`)
}

/** The receipt of a person who left is shown once and kept nowhere: neither it nor its code may lead back to them. */
function keptOf(state: State): State {
  return state.scene === 'forgotten' ? { scene: 'welcome' } : state
}

function viewOf(w: Words, state: State, says: Said[], shown: Shown): View {
  return {
    scene: state.scene,
    audience: 'private',
    before: says.map(one => beforeBlock(w, one)),
    heading: shown.heading,
    line: shown.line,
    blocks: shown.blocks,
    rows: shown.rows.filter(row => row.length > 0),
    ...(shown.form === undefined ? {} : { form: shown.form }),
    ...(shown.refreshSeconds === undefined ? {} : { refreshSeconds: shown.refreshSeconds }),
  }
}

function beforeBlock(w: Words, one: Said): Block {
  const spans = w.spansOf(one)
  return one.mark === undefined ? { type: 'text', spans } : { type: 'mark', mark: one.mark, spans }
}
