// Whatever is tapped and typed, in whatever order: every screen keeps to its limits, and what is sent is an answer that the core takes.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawQuestion, stepOf } from '../../bots/conversation/asking.ts'
import { pack, unpack } from '../../bots/conversation/buttons.ts'
import { formOf } from '../../bots/conversation/forms.ts'
import { talkOf } from '../../bots/conversation/kinds/index.ts'
import { type Asking, asWhole } from '../../bots/conversation/kinds/kindTalk.ts'
import type { Reading } from '../../bots/conversation/state.ts'
import type { View } from '../../bots/conversation/view.ts'
import { PSEUDO, type Words, wordsFor } from '../../bots/conversation/words/index.ts'
import { kindOf } from '../../core/kinds/index.ts'
import type { ItemContent, KindName } from '../../core/kinds/kind.ts'
import { answersTo } from '../kinds/answersTo.ts'
import { seededRandom } from '../quality/seededRandom.ts'
import { KINDS, type Sample, samples, variants } from '../support/kindSamples.ts'
import { hostileItem } from './hostileItems.ts'
import { faultsOf } from './measure.ts'

const ID = '01890a5d-ac96-774b-bcce-b302099a8057'

type Place = { asking: Asking; reading: Reading | undefined }

function viewOf(w: Words, { asking, reading }: Place): View {
  const frame = (['guide', 'skip', 'more'] as const).map(label => ({
    kind: 'press' as const,
    label: w.say(`button.${label}`),
    payload: pack(label, 'go', ID),
  }))
  const shown = drawQuestion(w, { asking, reading, scene: 'task', id: ID, frame })
  const { form, ...rest } = shown
  return { scene: 'task', audience: 'private', before: [], ...rest, ...(form === undefined ? {} : { form }) }
}

/** Buttons that take a step; one that gives a file or a page leads nowhere. */
function stepsOn(view: View) {
  return view.rows
    .slice(0, -1)
    .flat()
    .filter(one => one.kind === 'press')
}

/** What a press of any button on the screen, or a text in its form, leads to; the answer once one is sent. */
function after(w: Words, place: Place, tap: number, text: string): Place | { answer: unknown } {
  const view = viewOf(w, place)
  const talk = talkOf(place.asking.item.kind)
  const buttons = stepsOn(view)
  const ways = buttons.length + (view.form === undefined ? 0 : 1)
  if (ways === 0) throw new Error('a screen without a way on')
  const chosen = buttons[tap % ways]
  const press = unpack(chosen?.kind === 'press' ? chosen.payload : (view.form?.payload ?? ''))
  if (press === undefined) throw new Error('a payload that cannot be read')
  const step =
    chosen === undefined
      ? (talk.wrote?.(place.asking, text, press.arg) ?? 'stale')
      : stepOf(w, place.asking, place.reading, press)
  // Every button on the screen does something now; only a text may come at a wrong moment.
  if (step === 'stale') throw new Error(`a button that does nothing: ${chosen?.label}`)
  if ('answer' in step) return step
  if ('reading' in step) return { ...place, reading: step.reading }
  const draft = 'draft' in step ? JSON.parse(JSON.stringify({ kept: step.draft })).kept : place.asking.draft
  const list = 'list' in step ? step.list : place.asking.list
  const isWriting = 'isWriting' in step ? step.isWriting : false
  return { ...place, asking: { ...place.asking, draft, list, isWriting } }
}

/** Goes on from here as somebody who wants to be done: sends where it can be sent, and takes nothing back. */
function finished(w: Words, from: Place, seed: number): unknown {
  const random = seededRandom(seed)
  let place = from
  for (let count = 0; count < 400; count++) {
    const view = viewOf(w, place)
    const buttons = stepsOn(view)
    const verbs = buttons.map(one => (one.kind === 'press' ? unpack(one.payload)?.verb : undefined))
    const send = verbs.indexOf('send')
    const ways = buttons.flatMap((one, index) => {
      const isBack = one.kind === 'press' && one.key === 'Backspace'
      return isBack || verbs[index] === 'read' ? [] : [index]
    })
    const chosen =
      send >= 0 ? send : view.form === undefined ? ways[Math.floor(random() * ways.length)] : buttons.length
    const next = after(w, place, chosen ?? 0, 'Enough words for any form that asks for some.')
    if ('answer' in next) return next.answer
    place = next
  }
  throw new Error('never done')
}

const tries = fc.record({
  taps: fc.array(fc.tuple(fc.nat(40), fc.string({ unit: 'grapheme', maxLength: 40 })), { minLength: 1, maxLength: 40 }),
  seed: fc.nat(1000),
  isTrial: fc.boolean(),
})

/** Everything read: behind hundreds of parts no random walk would come to the answers. */
const READ = [...'qsdABCDEFGH', 'all', ...Array.from({ length: 20 }, (_, n) => `s${n + 1}`)]

function begun(item: ItemContent, seed: number, isTrial: boolean): Place {
  return { asking: { item, seed, draft: null, list: 0, isWriting: false, isTrial }, reading: undefined }
}

const cases: [string, KindName, Sample][] = [
  ...KINDS.map((name): [string, KindName, Sample] => [name, name, samples[name]]),
  ...variants,
]

describe.each(cases)('taps on %s', (_case, name, sample) => {
  const kind = kindOf(name)
  const easy: ItemContent = {
    kind: name,
    ask: kind.ask.parse(sample.ask),
    content: kind.content.parse(sample.item(1).content),
  }
  const isBehind = (sample.ask as { asksBehind?: true }).asksBehind
  const hostile = hostileItem(name)
  const hard = isBehind ? { ...hostile, ask: { ...(hostile.ask as object), asksBehind: true } } : hostile

  it.each([
    ['a small item', easy],
    ['a hostile item', hard],
  ])('of %s end in a draft that can be gone on with, or in a valid answer', (_what, item) => {
    fc.assert(
      fc.property(tries, fc.constantFrom('en', PSEUDO), ({ taps, seed, isTrial }, locale) => {
        const w = wordsFor(locale)
        let place = begun(item, seed, isTrial)
        // Half of the walks begin behind the reading, at whatever text is first.
        const first = talkOf(name).sections(w, place.asking)[0]?.key ?? 'q'
        if (seed % 2 === 1) place = { ...place, reading: { text: first, part: 0, done: READ } }
        const sent = (answer: unknown): Place => {
          const parsed = kind.answer(item, isTrial ? 'test' : 'task').safeParse(answer)
          expect(parsed.success ? [] : parsed.error.issues).toEqual([])
          // An answer that is taken back becomes the draft, and can be sent again.
          const back = { ...begun(item, seed, isTrial), reading: place.reading }
          return { ...back, asking: { ...back.asking, draft: answer } }
        }
        for (const [tap, text] of taps) {
          expect(faultsOf(viewOf(w, place), locale)).toEqual([])
          const next = after(w, place, tap, text)
          place = 'answer' in next ? sent(next.answer) : next
        }
        place = { ...place, reading: { text: first, part: 0, done: READ } }
        sent(finished(w, place, seed))
      }),
      { numRuns: 30 },
    )
  })

  it('shows any answer in words, in full and with what belongs to it', () => {
    for (const locale of ['en', PSEUDO]) {
      const w = wordsFor(locale)
      fc.assert(
        fc.property(answersTo[name](easy), answer => {
          const talk = talkOf(name)
          expect(talk.inWords(w, easy, answer, false)).not.toBe('')
          const texts = JSON.stringify([
            talk.inFull?.(answer),
            talk.details?.(w, easy, answer),
            talk.inWords(w, easy, answer, false),
          ])
          for (const said of wordsIn(answer)) expect(texts).toContain(JSON.stringify(said).slice(1, -1))
        }),
        { numRuns: 30 },
      )
    }
  })

  it('shows all of an item to those who judge it', () => {
    const sections = talkOf(name).sections(wordsFor('en'), asWhole(hostileItem(name)))
    const shown = sections.map(section => section.text).join('\n')
    for (const text of contentTexts(name)) for (const line of text.split('\n')) expect(shown).toContain(line)
  })

  it('refuses what no button of it says, or goes on from it to a valid answer all the same', () => {
    const w = wordsFor('en')
    for (const verb of ['answer', 'step', 'send', 'list', 'choose', 'write', 'clear'] as const) {
      for (const arg of ['', 'x', '99', 'right.9', 'zz.0', 'n999999.0', 'f9', '9.9', '6.0', '7.0', '0.0', 'Z', 'tie']) {
        const place = begun(easy, 1, false)
        const step = talkOf(name).step(place.asking, verb, arg)
        if (step === 'stale') continue
        // A draft is JSON in the database: what was pressed lasts.
        const draft = 'draft' in step ? JSON.parse(JSON.stringify({ kept: step.draft })).kept : null
        const end = 'answer' in step ? step.answer : finished(w, { ...place, asking: { ...place.asking, draft } }, 1)
        expect(kind.answer(easy).safeParse(end), `${verb} ${arg}`).toMatchObject({ success: true })
      }
    }
  })
})

/** Free text that an answer carries. */
function wordsIn(answer: unknown): string[] {
  const { text, note, comments } = answer as { text?: string; note?: string; comments?: { text?: string }[] }
  return [text, note, ...(comments ?? []).map(one => one.text)].filter(one => one !== undefined)
}

function contentTexts(name: KindName): string[] {
  const { content } = hostileItem(name) as { content: Record<string, unknown> }
  // Of a change the lines are shown, not the headers of the file format.
  if (name === 'codeReview') return [content['claim'] as string]
  const texts = (value: unknown): string[] => {
    if (typeof value === 'string') return [value]
    return Array.isArray(value) ? value.flatMap(one => texts((one as { text?: unknown }).text ?? one)) : []
  }
  return Object.entries(content).flatMap(([field, value]) => (field === 'context' ? [] : texts(value)))
}

describe('forms of tasks', () => {
  it('are drawn from their payload alone, in every language, and not from a made-up one', () => {
    for (const locale of ['en', PSEUDO]) {
      const w = wordsFor(locale)
      for (const arg of ['20-200', 'steps.3', 'codeReview.n14.0', 'codeReview.o120000.49']) {
        const form = formOf(pack('task', 'write', ID, arg), w)
        expect(form, arg).toBeDefined()
        const view: View = {
          scene: 'task',
          audience: 'private',
          before: [],
          heading: 'h',
          line: 'l',
          blocks: [],
          rows: [],
          ...(form && { form }),
        }
        expect(faultsOf(view, locale)).toEqual([])
      }
    }
    for (const arg of ['nothing.3', 'steps.x', 'codeReview.14', 'toString.1', '']) {
      expect(formOf(pack('task', 'write', ID, arg), wordsFor('en')), arg).toBeUndefined()
    }
  })
})
