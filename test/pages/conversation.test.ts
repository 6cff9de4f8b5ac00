import { expect, test } from 'vitest'
import type { Chat } from '../../bots/web/pages/api/shapes.ts'
import { change, NOBODY_YET } from '../../bots/web/pages/chat/conversation.ts'
import { pairwise, welcome, write } from './sampleViews.ts'

function chatWith(view: Chat['view']): Chat {
  const you = { id: 'p1', alias: 'Quiet Heron', role: 'contributor' } as const
  return { you, mode: 'local', view, side: { task: null, pending: '', payday: '' } }
}

const entered = change(NOBODY_YET, { kind: 'entered', chat: chatWith(welcome) })

test('presses under one heading stay one quiet line, a new heading begins another', () => {
  let state = change(entered, { kind: 'answered', chat: chatWith(pairwise), label: 'Try a question' })
  state = change(state, { kind: 'answered', chat: chatWith(pairwise), label: 'A is better' })
  state = change(state, { kind: 'answered', chat: chatWith(welcome), label: 'Clearer' })
  expect(state.steps).toEqual([
    { heading: welcome.heading, pressed: ['Try a question'] },
    { heading: pairwise.heading, pressed: ['A is better', 'Clearer'] },
  ])
})

test('looking again at the same View changes nothing, so nothing moves on the screen', () => {
  const state = change(entered, { kind: 'looked', chat: chatWith(structuredClone(welcome)), isTyping: false })
  expect(state.chat).toBe(entered.chat)
})

test('a newer View waits while a text is typed, unless it holds the same text box', () => {
  const writing = change(entered, { kind: 'answered', chat: chatWith(write), label: 'Write' })
  const waiting = change(writing, { kind: 'looked', chat: chatWith(pairwise), isTyping: true })
  expect([waiting.chat?.view.scene, waiting.held?.view.scene]).toEqual(['write', 'pairwise'])
  expect(change(waiting, { kind: 'showHeld' }).chat?.view.scene).toBe('pairwise')
  const sameBox = change(writing, { kind: 'looked', chat: chatWith({ ...write, heading: 'Other' }), isTyping: true })
  expect([sameBox.chat?.view.heading, sameBox.held]).toEqual(['Other', undefined])
})

test('being somebody else forgets the steps, the notice and what was held', () => {
  const busy = change(entered, { kind: 'refused', sentence: 'That was quick.' })
  const other = change(busy, { kind: 'entered', chat: chatWith(pairwise) })
  expect([other.steps, other.notice, other.held]).toEqual([[], undefined, undefined])
})
