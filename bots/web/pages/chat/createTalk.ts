// The page's side of the conversation with the server. Sends one act at a time, each under a key of its own.
import type { Action } from '../../../conversation/event.ts'
import { ask, askUntilAnswered, type Reply } from '../api/http.ts'
import type { Chat, People } from '../api/shapes.ts'
import { newKey } from '../browser.ts'
import { words } from '../words.ts'
import type { Change } from './conversation.ts'

export type Act = (action: Action, label: string) => Promise<'answered' | 'refused' | 'busy'>

export type Speaker = {
  /** Who is here, and where they are; asks until the server answers. */
  open: () => Promise<void>
  /** Becomes somebody: a person's id, or "new". */
  enter: (person: string) => Promise<void>
  /** While something is on its way, anything else is not sent: a double tap sends once. */
  act: Act
  /** Fetches the present View without disturbing what is on its way or being typed. */
  look: () => Promise<void>
  close: () => void
}

type Asking = {
  /** Asked when a newer View arrives: it must not take a text away. */
  isTyping: () => boolean
  /** Whether what is shown must stay until something is pressed: a receipt that is shown once. */
  isLastWord: () => boolean
}

export function createTalk(dispatch: (step: Change) => void, { isTyping, isLastWord }: Asking): Speaker {
  const visit = new AbortController()
  let isBusy = false
  let isLooking = false
  let isChangedSince = false
  /** Grows with every own act: an answer to an older look is then thrown away. */
  let sequence = 0

  const untilAnswered = <T>(attempt: () => Promise<Reply<T>>) =>
    askUntilAnswered(attempt, { signal: visit.signal, onUnreachable: () => dispatch({ kind: 'lost' }) })

  async function send<T>(label: string, path: string, body: unknown): Promise<Reply<T>> {
    isBusy = true
    sequence++
    dispatch({ kind: 'sending', label })
    const reply = await untilAnswered(() => ask<T>(path, { body }))
    isBusy = false
    return reply
  }

  async function open(): Promise<void> {
    const people = await untilAnswered(() => ask<People>('/api/chat/people'))
    if (people.kind !== 'value') return dispatch({ kind: 'refused', sentence: sentenceOf(people) })
    dispatch({ kind: 'people', people: people.value })
    const chat = await untilAnswered(() => ask<Chat>('/api/chat'))
    if (chat.kind === 'value') return dispatch({ kind: 'entered', chat: chat.value })
    dispatch({ kind: 'left' })
    if (chat.kind !== 'refused' || chat.status !== 401) dispatch({ kind: 'refused', sentence: sentenceOf(chat) })
  }

  async function enter(person: string): Promise<void> {
    if (isBusy) return
    const entered = await send(person, '/api/chat/enter', { person })
    if (entered.kind !== 'value') return dispatch({ kind: 'refused', sentence: sentenceOf(entered) })
    await open()
  }

  const act: Act = async (action, label) => {
    if (isBusy) return 'busy'
    const reply = await send<Chat>(label, '/api/chat/events', { key: newKey(), action })
    if (reply.kind === 'value') {
      dispatch({ kind: 'answered', chat: reply.value, label })
      return 'answered'
    }
    if (reply.kind === 'refused' && reply.status === 401) dispatch({ kind: 'left' })
    else dispatch({ kind: 'refused', sentence: sentenceOf(reply) })
    return 'refused'
  }

  async function look(): Promise<void> {
    if (isBusy || isLastWord()) return
    // Many changes in a row (the crowd plays) are one look at a time, and one more after the last.
    isChangedSince = isLooking
    if (isLooking) return
    isLooking = true
    const mine = ++sequence
    const reply = await ask<Chat>('/api/chat')
    isLooking = false
    if (mine === sequence && reply.kind === 'value') {
      dispatch({ kind: 'looked', chat: reply.value, isTyping: isTyping() })
    }
    if (isChangedSince) await look()
  }

  return { open, enter, act, look, close: () => visit.abort() }
}

function sentenceOf(reply: Reply<unknown>): string {
  return (reply.kind === 'refused' && reply.sentence) || words.chat.notTaken
}
