// A comment on any line that a change shows: unchanged ones a tap away or typed by number, and the reason where nobody sees the line.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { printed } from '../../bots/cli/viewText.ts'
import { drawQuestion } from '../../bots/conversation/asking.ts'
import { talkOf } from '../../bots/conversation/kinds/index.ts'
import type { Asking } from '../../bots/conversation/kinds/kindTalk.ts'
import { wordsFor } from '../../bots/conversation/words/index.ts'

const w = wordsFor('en')
const talk = talkOf('codeReview')
const ID = '01890a5d-ac96-774b-bcce-b302099a8057'

const patch = readFileSync(join(import.meta.dirname, '../campaigns/twoCommits.patch'), 'utf8')
const diff = patch.slice(patch.indexOf('diff --git'), patch.indexOf('\n-- \n') + 1)
const item = {
  kind: 'codeReview' as const,
  ask: { question: 'Would you merge it?' },
  content: { title: 'Shout', claim: 'Shouting helps.', diff },
}
const asking = (at?: object): Asking => ({
  item,
  seed: 1,
  draft: { comments: [], ...(at === undefined ? {} : { at }) },
  list: 0,
  isWriting: false,
})
const screen = (place: Asking) => {
  const { form: _form, ...shown } = drawQuestion(w, {
    asking: place,
    reading: undefined,
    scene: 'task',
    id: ID,
    frame: [],
  })
  return printed({ before: [], ...shown })
}
const typed = (text: string, at: object = { step: 'line', file: 0, page: 0 }) => {
  const step = talk.typed?.(w, asking(at), text)
  return step === undefined || step === 'stale' || !('draft' in step) ? step : (step.draft as { at: object }).at
}

describe('the lines of a change', () => {
  it('are its changed ones at first, and all of them one tap later', () => {
    const few = screen(asking({ step: 'line', file: 0, page: 0 }))
    expect(few).toContain('[−2] [+2]')
    expect(few).toContain('[All lines]')
    const all = talk.step(asking({ step: 'line', file: 0, page: 0 }), 'step', 'all')
    const lines = screen({ ...asking(), draft: 'draft' in (all as object) ? (all as { draft: unknown }).draft : null })
    expect(lines).toContain('[1] [−2] [+2]')
    expect(lines).toContain('[3] [4] [5]')
    expect(lines).toContain('[Changed lines]')
  })

  it('can be typed by number, on the side where they stand, and with the name of their file', () => {
    expect(typed('4')).toEqual({ step: 'weight', file: 'a.js', line: 4, side: 'new' })
    expect(typed('+2')).toEqual({ step: 'weight', file: 'a.js', line: 2, side: 'new' })
    expect(typed('-2')).toEqual({ step: 'weight', file: 'a.js', line: 2, side: 'old' })
    expect(typed('with space.txt:1')).toEqual({ step: 'weight', file: 'with space.txt', line: 1, side: 'new' })
  })

  it('say why one that nobody sees cannot be commented, and which ones are shown', () => {
    const at = typed('140')
    expect(at).toEqual({ step: 'line', file: 0, page: 0, asked: '140' })
    const said = screen(asking(at as object))
    expect(said).toContain('Line 140 of a.js is not shown')
    expect(said).toContain('Shown are 1 to 5.')
  })

  it('are not what a sentence means, nor a number where no line is asked for', () => {
    expect(typed('I like line 4')).toBeUndefined()
    expect(typed('4', { step: 'decide' })).toBeUndefined()
  })

  it('belong to files with lines: those without any are named in the change and not offered', () => {
    const shown = screen(asking())
    for (const text of [
      'b.bin: no text, so its content is not shown',
      'empty.txt (new file)',
      'gone.txt (deleted)',
      'new.bin (new file): no text, so its content is not shown',
      'old.js → new.js',
      'run.sh (mode 100755)',
      '⟨no line break at the end⟩',
    ])
      expect(shown).toContain(text)
    const files = screen(asking({ step: 'file', page: 0 }))
    expect(files).toContain('[gone.txt]')
    expect(files).not.toContain('[b.bin]')
    expect(talk.step(asking({ step: 'file', page: 0 }), 'step', 'f1')).toBe('stale')
  })
})
