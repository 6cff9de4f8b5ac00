import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, LONGEST_TEXT } from '../../bots/conversation/cleanText.ts'
import { talkOf } from '../../bots/conversation/kinds/index.ts'
import type { Asking, Step } from '../../bots/conversation/kinds/kindTalk.ts'
import { tellNotices } from '../../bots/conversation/notices.ts'
import { isAllRead, PART, partsOf, readOn } from '../../bots/conversation/reading.ts'
import { parseState, type State, stateFrom, wayBack } from '../../bots/conversation/state.ts'
import { plain } from '../../bots/conversation/words/fill.ts'
import { wordsFor } from '../../bots/conversation/words/index.ts'
import type { Notice } from '../../core/index.ts'
import type { ItemContent } from '../../core/kinds/kind.ts'

const w = wordsFor('en')

describe('states', () => {
  it('come back from their JSON as they were', () => {
    const states: State[] = [
      { scene: 'work', page: 2 },
      { scene: 'welcome', toward: 'ABC123', says: [{ say: 'tryOut.fine', values: {} }] },
      { scene: 'refused', code: 'work.none', sentence: { say: 'refusal.work.none', values: {} }, ways: ['work'] },
    ]
    for (const state of states) expect(parseState(JSON.stringify(state))).toEqual(state)
  })

  it('are left for a fresh start when they are old, broken or unknown', () => {
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{"scene":"gone"}',
      '{"scene":"work"}',
      '{"scene":"task","assignmentId":"x"}',
    ]) {
      expect(parseState(text), text).toBeUndefined()
    }
    expect(parseState(undefined)).toBeUndefined()
  })

  it('do not nest ways back', () => {
    const guide = {
      scene: 'guide',
      campaignId: '00000000-0000-7000-8000-000000000000',
      page: 0,
      back: { scene: 'me' },
    } as const
    expect(stateFrom(wayBack(guide))).toEqual({ ...guide, back: undefined })
  })
})

describe('text from people', () => {
  it('loses NUL, lone surrogates and trailing space, is composed, and keeps the rest', () => {
    expect(cleanText('a\0b\uD800 e\u0301 \u202Ertl 👩‍👩‍👧 \n')).toEqual({
      ok: true,
      value: 'ab\uFFFD é \u202Ertl 👩‍👩‍👧',
    })
  })

  it('is refused by its size before anything else happens to it', () => {
    const refused = cleanText('\0'.repeat(LONGEST_TEXT + 1))
    expect(refused).toEqual({
      ok: false,
      refusal: { code: 'text.too_long', length: LONGEST_TEXT + 1, max: LONGEST_TEXT },
    })
  })
})

describe('long content', () => {
  it('is never cut: its parts put together are the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 9_000 }),
        fc.integer({ min: 20, max: 400 }),
        (text, size) => {
          const parts = partsOf(text, size)
          expect(parts.join('')).toBe(text)
          for (const part of parts) {
            expect(part.length).toBeLessThanOrEqual(size)
            expect(part.isWellFormed()).toBe(true)
          }
        },
      ),
    )
  })

  it('ends a part at a paragraph', () => {
    const parts = partsOf(`${'one '.repeat(20)}\n\n${'two '.repeat(20)}\n\n${'three '.repeat(20)}`, 190)
    expect(parts[0]?.endsWith('\n\n')).toBe(true)
  })

  it('counts as read once each text was opened at its end', () => {
    const sections = ['q', 'A', 'B'].map(key => ({ key, text: 'word '.repeat(PART / 4) }))
    let reading = readOn(sections, undefined, 'q.0')
    expect(isAllRead(sections, reading)).toBe(false)
    for (const arg of ['q.1', 'A.0', 'A.1', 'B.1']) reading = readOn(sections, reading, arg)
    expect(isAllRead(sections, reading)).toBe(true)
    expect(readOn(sections, reading, 'C.0')).toBeUndefined()
    expect(readOn(sections, reading, 'A.9')).toBeUndefined()
    expect(readOn(sections, reading, 'A.-1')).toBeUndefined()
  })
})

function asking(item: ItemContent, seed: number | undefined, draft: unknown = null): Asking {
  return { item, seed, draft, list: 0, isWriting: false }
}

describe('ranking by taps', () => {
  const item: ItemContent = {
    kind: 'ranking',
    ask: { question: 'Which summary can you rely on?' },
    content: { source: 'Notice', texts: ['A', 'B', 'C', 'D'].map(id => ({ id, text: `text ${id}` })) },
  }
  const kind = talkOf('ranking')
  const tap = (seed: number | undefined, ...args: string[]): Step => {
    let draft: unknown = null
    let step: Step = 'stale'
    for (const arg of args) {
      step = kind.step(asking(item, seed, draft), arg === 'send' ? 'send' : 'step', arg === 'send' ? '' : arg)
      if (step === 'stale') return step
      if ('draft' in step) draft = step.draft
    }
    return step
  }

  it('places the last one by itself', () => {
    expect(tap(undefined, 'C', 'A', 'B')).toMatchObject({ draft: { order: [['C'], ['A'], ['B'], ['D']] } })
    expect(tap(undefined, 'C', 'A', 'B', 'send')).toEqual({
      answer: { order: [['C'], ['A'], ['B'], ['D']], shown: 'ABCD' },
    })
  })

  it('lets a tap share a place, and the last two too', () => {
    expect(tap(undefined, 'C', 'A', 'tie', 'D')).toMatchObject({ draft: { order: [['C'], ['A', 'D'], ['B']] } })
    expect(tap(undefined, 'C', 'A', 'B', 'last')).toMatchObject({ draft: { order: [['C'], ['A'], ['B', 'D']] } })
  })

  it('undoes one placing at a time, and ignores a second tap on what is placed', () => {
    expect(tap(undefined, 'C', 'C')).toMatchObject({ draft: { order: [['C']] } })
    expect(tap(undefined, 'C', 'A', 'undo')).toMatchObject({ draft: { order: [['C']] } })
    expect(tap(undefined, 'all', 'send')).toEqual({ answer: { order: 'all_bad', shown: 'ABCD' } })
    expect(tap(undefined, 'C', 'send')).toBe('stale')
  })

  it('names the item’s own texts whatever order they stood in', () => {
    for (const seed of [1, 2, 3, 99]) {
      const sections = kind.sections(w, asking(item, seed))
      const letterOfC = sections.find(section => section.text === 'text C')?.key as string
      const step = tap(seed, letterOfC)
      expect(step).toMatchObject({ draft: { order: [['C']] } })
      const answer = { ...(step as { draft: { shown: string } }).draft }
      expect(kind.inWords(w, item, answer, true)).toBe(letterOfC)
      expect(kind.inWords(w, item, answer, false)).toBe('C')
    }
  })
})

describe('two replies', () => {
  const item: ItemContent = {
    kind: 'pairwise',
    ask: { question: 'Which?' },
    content: { prompt: 'p', a: 'the a', b: 'the b' },
  }
  const kind = talkOf('pairwise')

  it('stand shuffled per person, and the answer names the item’s own side', () => {
    expect(kind.sections(w, asking(item, 1)).map(section => section.text)).toEqual(['p', 'the b', 'the a'])
    expect(kind.step(asking(item, 1), 'answer', 'a')).toEqual({ answer: { preferred: 'b', shown: 'ba' } })
    expect(kind.step(asking(item, 2), 'answer', 'a')).toEqual({ answer: { preferred: 'a', shown: 'ab' } })
    expect(kind.inWords(w, item, { preferred: 'b', shown: 'ba' }, true)).toBe('A is better')
    expect(kind.inWords(w, item, { preferred: 'b', shown: 'ba' }, false)).toBe('B is better')
    expect(kind.step(asking(item, 2), 'answer', 'c')).toBe('stale')
  })
})

describe('many labels', () => {
  const labels = Array.from({ length: 25 }, (_, n) => ({ id: `label_${n}`, label: `Label ${n}` }))
  const item: ItemContent = { kind: 'choice', ask: { question: 'Which?', labels }, content: { text: 't' } }
  const kind = talkOf('choice')

  it('are leafed through in at most five rows, cannot tell always among them', () => {
    const seen = new Set<string>()
    for (let list = 0; list < 5; list++) {
      const { rows } = kind.draw(w, { ...asking(item, 1), list }, (verb, arg) => `${verb}:${arg ?? ''}`)
      expect(rows.length).toBeLessThanOrEqual(5)
      expect(rows.flat().map(one => one.label)).toContain('Cannot tell')
      for (const one of rows.flat()) seen.add(one.label)
    }
    for (const { label } of labels) expect(seen).toContain(label)
  })

  it('are found by typing', () => {
    expect(kind.typed?.(w, asking(item, 1), 'label 24')).toEqual({ list: 4 })
    expect(kind.typed?.(w, asking(item, 1), 'nothing like it')).toBeUndefined()
  })
})

describe('what happened meanwhile', () => {
  const told = (news: Notice[]) => tellNotices(w, news).map(one => plain(w.spansOf(one)))
  const closed = (held: number, of: number): Notice => ({
    id: 'n' as Notice['id'],
    code: 'round.closed',
    values: { held, of },
    createdAt: new Date(0),
  })

  it('is one sentence for many closed reviews, so that nothing is pushed out of sight', () => {
    expect(told([closed(9, 9), closed(8, 9), closed(2, 3)])).toEqual([
      '3 reviews closed: 19 of 21 of your votes held. /review shows them.',
    ])
    expect(told([closed(1, 2)])).toEqual(['A review closed: 1 of 2 of your votes held. /review shows it.'])
  })
})
