// What every View must keep to, in any language: one phone screen, labels that fit, one primary and none where it would push.
import { PAYLOAD_BYTES, unpack } from '../../bots/conversation/buttons.ts'
import type { Block, Span, View } from '../../bots/conversation/view.ts'

/** Scenes whose blocks are a campaign's or a legal text, paged where they are long. */
const TEXTS = ['guide', 'agreementText', 'missedRules', 'terms']
/** Where colour would push an answer. */
const EVEN = ['age', 'agreement', 'withdraw', 'forget']
const LONGEST = 480
/** Translations may be longer by this. */
const GROWTH = 1.4

function length(text: string): number {
  return [...text.replace(/[\u200f\u2068\u2069]/g, '')].length
}

function spansLength(spans: Span[]): number {
  return length(spans.map(span => (typeof span === 'string' ? span : span.bold)).join(''))
}

function oursIn(block: Block): number {
  if (block.type === 'text' || block.type === 'mark') return spansLength(block.spans)
  if (block.type === 'list') return block.items.reduce((sum, item) => sum + spansLength(item), 0)
  if (block.type === 'picture') return block.isTold ? 0 : length(block.alt)
  return block.type === 'foot' ? length(block.text) : 0
}

/** What is wrong with this View; [] when nothing is. */
export function faultsOf(view: View, locale: string): string[] {
  const isEnglish = locale === 'en'
  const faults: string[] = []
  const check = (isGood: boolean, what: string) => void (isGood || faults.push(`${view.scene}: ${what}`))
  const buttons = view.rows.flat()
  check(view.rows.length <= 6, `${view.rows.length} rows`)
  check(buttons.length > 0 || view.form !== undefined, 'no way on')
  for (const one of buttons) check(length(one.label) <= 34, `label ${one.label}`)
  for (const one of buttons) {
    if (one.kind !== 'press') continue
    check(
      Buffer.byteLength(one.payload) <= PAYLOAD_BYTES && unpack(one.payload) !== undefined,
      `payload ${one.payload}`,
    )
  }
  const primaries = buttons.filter(one => one.primary).length
  check(primaries <= 1, `${primaries} primaries`)
  check(!EVEN.includes(view.scene) || primaries === 0, 'a primary where all choices weigh the same')
  if (view.scene === 'vote')
    check(!buttons.some(one => one.primary && /accept|reject/i.test(one.label)), 'a primary vote')
  check(length(view.line) > 0 && [...view.line].length <= 120, `line of ${[...view.line].length}`)
  if (view.form !== undefined) {
    const { title, label, placeholder, open } = view.form
    check(length(title) <= (isEnglish ? 32 : 45) && length(label) <= (isEnglish ? 32 : 45), 'form title or label')
    check(length(placeholder) <= (isEnglish ? 45 : 64) && length(open) <= 34, 'form placeholder')
  }
  if (!TEXTS.includes(view.scene)) {
    const ours = view.blocks.reduce((sum, block) => sum + oursIn(block), 0)
    check(ours <= LONGEST * (isEnglish ? 1 : GROWTH), `${ours} characters of ours`)
  }
  const said = JSON.stringify([
    view.heading,
    view.line,
    view.blocks.filter(block => !['content', 'option', 'diff'].includes(block.type) && !('isTold' in block)),
  ])
  check(!/\b(tokens?|chains?|signatures?|gas)\b/i.test(said), 'a word of the machine')
  return faults
}
