// What the chat page knows, and how it changes. Pure.
import type { Chat, People } from '../api/shapes.ts'

/** An earlier step of this visit: the heading that was shown and what was pressed under it. */
export type Step = { heading: string; pressed: string[] }

export type Conversation = {
  people: People | undefined
  chat: Chat | undefined
  steps: Step[]
  /** The label of what is on its way to the server. */
  sending: string | undefined
  /** The server cannot be reached; what is on its way is tried again. */
  lost: boolean
  /** The server's sentence about what it did not take. */
  notice: string | undefined
  /** A newer View that came while a text was being typed: shown when asked for. */
  held: Chat | undefined
  /** Own answers received: when it grows, the new heading takes the focus. */
  turn: number
}

export type Change =
  | { kind: 'people'; people: People }
  | { kind: 'sending'; label: string }
  | { kind: 'lost' }
  | { kind: 'answered'; chat: Chat; label: string }
  | { kind: 'looked'; chat: Chat; isTyping: boolean }
  | { kind: 'refused'; sentence: string }
  | { kind: 'showHeld' }
  | { kind: 'entered'; chat: Chat }
  | { kind: 'left' }

export const NOBODY_YET: Conversation = {
  people: undefined,
  chat: undefined,
  steps: [],
  sending: undefined,
  lost: false,
  notice: undefined,
  held: undefined,
  turn: 0,
}

/** Enough to see where one came from; a long visit must not grow without end. */
const STEPS_KEPT = 40

export function change(before: Conversation, step: Change): Conversation {
  switch (step.kind) {
    case 'people':
      return { ...before, people: step.people, lost: false }
    case 'sending':
      return { ...before, sending: step.label, notice: undefined }
    case 'lost':
      return { ...before, lost: true }
    case 'answered':
      return {
        ...before,
        chat: step.chat,
        steps: before.chat ? withStep(before.steps, before.chat.view.heading, step.label) : before.steps,
        sending: undefined,
        lost: false,
        held: undefined,
        turn: before.turn + 1,
      }
    case 'looked':
      return looked(before, step.chat, step.isTyping)
    case 'refused':
      return { ...before, sending: undefined, lost: false, notice: step.sentence }
    case 'showHeld':
      return before.held ? { ...before, chat: before.held, held: undefined, turn: before.turn + 1 } : before
    case 'entered':
      return { ...NOBODY_YET, people: before.people, chat: step.chat, turn: before.turn + 1 }
    case 'left':
      return { ...NOBODY_YET, people: before.people }
  }
}

function looked(before: Conversation, chat: Chat, isTyping: boolean): Conversation {
  const calm = { ...before, lost: false }
  if (JSON.stringify(before.chat) === JSON.stringify(chat)) return { ...calm, held: undefined }
  const sameForm = before.chat?.view.form?.payload === chat.view.form?.payload
  if (isTyping && !sameForm) return { ...calm, held: chat }
  return { ...calm, chat, held: undefined }
}

/** Presses under one heading (marks set one after another) stay one line. */
function withStep(steps: Step[], heading: string, label: string): Step[] {
  const last = steps.at(-1)
  if (last?.heading === heading) return [...steps.slice(0, -1), { heading, pressed: [...last.pressed, label] }]
  return [...steps, { heading, pressed: [label] }].slice(-STEPS_KEPT)
}
