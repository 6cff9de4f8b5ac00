// Whatever a scene may show, Telegram takes it: every View of every journey, every kind, and Views of hostile text, in every language, against
// the types and the table of limits of the emulator.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawQuestion } from '../../bots/conversation/asking.ts'
import { pack } from '../../bots/conversation/buttons.ts'
import { talkOf } from '../../bots/conversation/kinds/index.ts'
import { publicInvitation, publicWelcome } from '../../bots/conversation/scenes/room.ts'
import { troubleView } from '../../bots/conversation/troubleView.ts'
import type { Block, View } from '../../bots/conversation/view.ts'
import { languagesIn, PSEUDO, wordsFor } from '../../bots/conversation/words/index.ts'
import { type Extra, renderView } from '../../bots/telegram/render.ts'
import { kindOf } from '../../core/kinds/index.ts'
import type { ItemContent } from '../../core/kinds/kind.ts'
import { hostileItem } from '../conversation/hostileItems.ts'
import { limitFault } from '../emulators/telegram/limits.ts'
import { requestFault } from '../emulators/telegram/schema.ts'
import { KINDS, samples } from '../support/kindSamples.ts'

const PLACE = { username: 'perle_test_bot', publicUrl: 'https://perle.example' }
const ID = '01890a5d-ac96-774b-bcce-b302099a8057'
const LOCALES = [...Object.keys(languagesIn('local')), PSEUDO]

/** Everything that a View would be sent as, held to what Telegram says. Answers all of its text. */
function held(view: View): string {
  const screen = renderView(view, PLACE)
  const markup = { inline_keyboard: screen.keyboard }
  const texts = [screen.text.text]
  const check = (method: string, params: Record<string, unknown>) => {
    expect(requestFault(method, { chat_id: 1, ...params }), view.scene).toBeUndefined()
    expect(limitFault(method, { chat_id: 1, ...params }), view.scene).toBeUndefined()
  }
  check('sendMessage', { ...screen.text, reply_markup: markup })
  check('editMessageText', { message_id: 1, ...screen.text, reply_markup: markup })
  for (const extra of screen.extras) texts.push(heldExtra(extra, check))
  if (screen.prompt !== undefined) {
    const { text, placeholder } = screen.prompt
    check('sendMessage', { ...text, reply_markup: { force_reply: true, input_field_placeholder: placeholder } })
  }
  const said = JSON.stringify(screen)
  expect(said).not.toContain('web_app')
  if (view.audience === 'public') expect(said).not.toContain('callback_data')
  // The screen comes last.
  return [...texts.slice(1), screen.text.text].join('\n')
}

function heldExtra(extra: Extra, check: (method: string, params: Record<string, unknown>) => void): string {
  switch (extra.kind) {
    case 'picture':
      return extra.alt
    case 'media':
      return extra.name
    case 'page':
      check('sendMessage', { ...extra.page })
      return extra.page.text
    case 'long':
      return extra.pieces.map(piece => piece.text).join('\n')
  }
}

function viewOf(blocks: Block[], more: Partial<View> = {}): View {
  return { scene: 'task', audience: 'private', before: [], heading: 'h', line: 'l', blocks, rows: [[BACK]], ...more }
}
const BACK = { kind: 'press' as const, label: 'Back', payload: pack('help', 'go') }

/** Markup of every dialect, right-to-left with its overrides, zero width, halves of characters, controls, and very long. */
const hostile = fc.oneof(
  fc.constantFrom(
    '<b>not bold</b> *not* _not_ `not` [not](tg://user?id=1) @everyone #tag /start',
    '\u202eمرحبا\u202c \u2067שלום\u2069 abc',
    '\u200b\u200b\ufeff',
    '\ud800 half \udfff',
    '\u0000\u0007\u001b[31m',
    '   \n\n  ',
    '👩‍👩‍👧‍👦'.repeat(700),
    'x'.repeat(100_000),
    'ب '.repeat(50_000),
    `${'word '.repeat(900)}\n\n${'line\n'.repeat(900)}`,
  ),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
)

const spans = fc.array(
  fc.oneof(
    hostile,
    hostile.map(bold => ({ bold })),
  ),
  { maxLength: 4 },
)
const block: fc.Arbitrary<Block> = fc.oneof(
  spans.map((list): Block => ({ type: 'text', spans: list })),
  spans.map((list): Block => ({ type: 'mark', mark: 'checking', spans: list })),
  hostile.map((text): Block => ({ type: 'content', text })),
  fc.tuple(hostile, hostile).map(([label, text]): Block => ({ type: 'option', label: label.slice(0, 80), text })),
  fc.array(spans, { maxLength: 8 }).map((items): Block => ({ type: 'list', ordered: true, items })),
  hostile.map((text): Block => ({ type: 'foot', text })),
  hostile.map(
    (file): Block => ({
      type: 'diff',
      file: file.slice(0, 100),
      lines: file.split('\n').map((text, number) => ({ mark: 'added', number, text })),
    }),
  ),
)

describe('Views of hostile text', () => {
  it('fit every limit, lose no word, and add no markup', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 5 }),
        hostile,
        fc.array(
          hostile.map(text => [...text].slice(0, 34).join('')),
          { maxLength: 6 },
        ),
        fc.constantFrom('private' as const, 'public' as const),
        (blocks, heading, labels, audience) => {
          const rows = labels.map((label, n) => [{ ...BACK, label, ...(n === 0 ? { primary: true as const } : {}) }])
          const form = {
            payload: pack('task', 'write', ID, '20-200'),
            title: 't',
            label: heading.slice(0, 32),
            placeholder: heading.slice(0, 64),
            min: 20,
            max: 200,
            open: 'Write',
            draft: heading,
          }
          const said = held(viewOf(blocks, { heading, rows, audience, ...(audience === 'private' ? { form } : {}) }))
          const bare = (text: string) => text.toWellFormed().replace(/[\s\p{Cc}]+/gu, '')
          for (const one of blocks) if (one.type === 'content') expect(bare(said)).toContain(bare(one.text))
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('Views of ours', () => {
  it.each(KINDS)('of %s fit, small and hostile, in every language', name => {
    const kind = kindOf(name)
    const easy: ItemContent = {
      kind: name,
      ask: kind.ask.parse(samples[name].ask),
      content: kind.content.parse(samples[name].item(1).content),
    }
    for (const locale of LOCALES) {
      const w = wordsFor(locale)
      for (const item of [easy, hostileItem(name)]) {
        const asking = { item, seed: 3, draft: null, list: 0, isWriting: false, isTrial: false }
        for (const key of [
          undefined,
          ...talkOf(name)
            .sections(w, asking)
            .map(section => section.key),
        ]) {
          const reading = key === undefined ? undefined : { text: key, part: 0, done: [key] }
          const shown = drawQuestion(w, { asking, reading, scene: 'task', id: ID, frame: [BACK] })
          const { form, ...rest } = shown
          held({ scene: 'task', audience: 'private', before: [], ...rest, ...(form === undefined ? {} : { form }) })
        }
      }
    }
  })

  it('for rooms and troubles fit, and hold nothing that could be pressed in a room', () => {
    for (const locale of LOCALES) {
      const w = wordsFor(locale)
      held(publicWelcome(w))
      held(publicInvitation(w, ID))
      held(troubleView(locale, 'slow', '7K2M'))
      held(troubleView(locale, 'ours', '7K2M'))
    }
  })

  it('send many long texts as one long message and not as dozens', () => {
    const blocks = Array.from({ length: 30 }, (): Block => ({ type: 'content', text: 'word '.repeat(800) }))
    const screen = renderView(viewOf(blocks), PLACE)
    expect(screen.extras.map(one => one.kind)).toEqual(['long'])
    const some = renderView(viewOf(blocks.slice(0, 3)), PLACE)
    expect(some.extras.map(one => one.kind)).toEqual(['page', 'page'])
  })

  it('write out an address that Telegram would not take as a button', () => {
    const link = { kind: 'link' as const, label: 'Open', href: '/w/abc' }
    const at = (publicUrl: string) => renderView(viewOf([], { rows: [[link]] }), { ...PLACE, publicUrl })
    expect(at('https://perle.example').keyboard).toEqual([[{ text: 'Open', url: 'https://perle.example/w/abc' }]])
    expect(at('http://localhost:7373').keyboard).toEqual([])
    expect(at('http://localhost:7373').text.text).toContain('Open: http://localhost:7373/w/abc')
  })
})
