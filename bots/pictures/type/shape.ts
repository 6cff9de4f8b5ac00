// One line of text into placed glyphs: direction by the Unicode algorithm, forms and joins by HarfBuzz, typefaces by
// character. resvg's own text was tried and set Devanagari wrongly; a glyph here is a path, which it only fills.
import bidiFactory, { type Bidi } from 'bidi-js'
import { Buffer as HbBuffer, shape as hbShape } from 'harfbuzzjs'
import type { Face } from './families.ts'
import { type Font, fontFor, openFontsFor } from './fonts.ts'
import { codeOf, visible } from './visible.ts'

export type Piece = { text: string; fill: string }
export type Glyph = { font: Font; glyph: number; x: number; y: number; scale: number; fill: string }
/** `isRtl`: the line begins at the right. Coordinates grow downwards from the baseline's left end. */
export type Line = { glyphs: Glyph[]; width: number; isRtl: boolean }
export type Base = 'ltr' | 'rtl' | 'auto'

/** HarfBuzz's numbers for left-to-right and right-to-left. */
const LTR = 4
const RTL = 5
/** Below it nothing runs from the right and nothing joins. */
const PLAIN = /^[ -~]*$/
/** Marks of direction, isolates, joiners and variation selectors belong to the character before, whatever typeface it is in; none draws them itself. */
const CLINGS = /^(?:[\u200c-\u200f]|[\u2066-\u2069]|[\ufe00-\ufe0f])$/u
const MARK = /^\p{M}$/u

// Its types describe an ES module; what Node imports is the function itself.
const bidi = (bidiFactory as unknown as () => Bidi)()
const buffer = new HbBuffer()
const plainAdvances = new Map<string, { glyph: number; advance: number }>()

/** Opens the typefaces for `text`; shaping itself does not wait for anything. */
export async function prepare(text: string, face: Face): Promise<void> {
  await openFontsFor(`‹U+0123456789ABCDEF›${visible(text)}`, face)
}

export function shapeText(text: string, face: Face, size: number, fill: string, base: Base = 'auto'): Line {
  return shapeLine([{ text, fill }], face, size, base)
}

export function shapeLine(pieces: readonly Piece[], face: Face, size: number, base: Base = 'auto'): Line {
  if (pieces.every(piece => PLAIN.test(piece.text))) {
    const line = face === 'mono' ? plainLine(pieces, size) : undefined
    if (line !== undefined) return line
  }
  const shown = pieces.map(piece => ({ ...piece, text: drawable(piece.text, face) }))
  const text = shown.map(piece => piece.text).join('')
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, base)
  const isRtl = ((paragraphs[0]?.level ?? 0) & 1) === 1
  const runs = inVisualOrder(runsOf(shown, levels, face), isRtl ? 1 : 0)
  const line: Line = { glyphs: [], width: 0, isRtl }
  for (const run of runs) placeRun(line, run, text, size)
  return line
}

/** Code in ASCII, the common case: fixed advances, no shaping. */
function plainLine(pieces: readonly Piece[], size: number): Line | undefined {
  const line: Line = { glyphs: [], width: 0, isRtl: false }
  for (const { text, fill } of pieces) {
    for (const character of text) {
      const font = fontFor(character.codePointAt(0) as number, 'mono')
      if (font === undefined) return undefined
      const scale = size / font.unitsPerEm
      const { glyph, advance } = plainGlyph(font, character)
      if (character !== ' ') line.glyphs.push({ font, glyph, x: line.width, y: 0, scale, fill })
      line.width += advance * scale
    }
  }
  return line
}

function plainGlyph(font: Font, character: string) {
  const known = plainAdvances.get(character)
  if (known !== undefined) return known
  const glyph = font.hb.nominalGlyph(character.codePointAt(0) as number) ?? 0
  const found = { glyph, advance: font.hb.glyphHAdvance(glyph) }
  plainAdvances.set(character, found)
  return found
}

/** What no typeface draws is written as its code point; nothing becomes an empty box. */
function drawable(text: string, face: Face): string {
  let shown = ''
  for (const character of visible(text, face === 'mono' ? 'code' : 'prose')) {
    const isDrawn = CLINGS.test(character) || fontFor(character.codePointAt(0) as number, face) !== undefined
    shown += isDrawn ? character : codeOf(character)
  }
  return shown
}

type Run = { start: number; end: number; level: number; font: Font; fill: string }

function runsOf(pieces: readonly Piece[], levels: Uint8Array, face: Face): Run[] {
  const runs: Run[] = []
  let at = 0
  for (const { text, fill } of pieces) {
    for (const character of text) {
      const last = runs.at(-1)
      const font = fontOf(character, face, last?.font)
      const level = levels[at] ?? 0
      if (font !== undefined) {
        if (last?.font === font && last.level === level && last.fill === fill) last.end = at + character.length
        else runs.push({ start: at, end: at + character.length, level, font, fill })
      }
      at += character.length
    }
  }
  return runs
}

function fontOf(character: string, face: Face, before: Font | undefined): Font | undefined {
  if (before !== undefined && CLINGS.test(character)) return before
  // A mark stays with its letter if that typeface has it; in another it would stand beside the letter, not be a box.
  if (MARK.test(character) && before?.hb.nominalGlyph(character.codePointAt(0) as number)) return before
  // A space between two words of one script keeps them in one run, so that they are shaped together.
  if (character === ' ' && face !== 'mono' && before !== undefined && hasSpace(before)) return before
  return fontFor(character.codePointAt(0) as number, face)
}

/** Emoji have one as wide as themselves, which would tear a sentence apart. */
function hasSpace({ hb, unitsPerEm }: Font): boolean {
  const glyph = hb.nominalGlyph(32)
  return glyph !== undefined && glyph !== 0 && hb.glyphHAdvance(glyph) < unitsPerEm * 0.4
}

/** Rule L2 of the bidirectional algorithm, on runs: from the highest level down to the lowest odd one, turn round. */
function inVisualOrder(runs: Run[], base: number): Run[] {
  const order = [...runs]
  const highest = Math.max(base, ...runs.map(run => run.level))
  for (let level = highest; level >= 1; level--) {
    for (let from = 0; from < order.length; from++) {
      if ((order[from] as Run).level < level) continue
      let to = from
      while (to + 1 < order.length && (order[to + 1] as Run).level >= level) to += 1
      order.splice(from, to - from + 1, ...order.slice(from, to + 1).reverse())
      from = to
    }
  }
  return order
}

function placeRun(line: Line, run: Run, text: string, size: number): void {
  const scale = size / run.font.unitsPerEm
  buffer.clearContents()
  buffer.addText(text, run.start, run.end - run.start)
  buffer.guessSegmentProperties()
  buffer.setDirection(run.level & 1 ? RTL : LTR)
  hbShape(run.font.hb, buffer)
  const positions = buffer.getGlyphPositions()
  for (const [index, info] of buffer.getGlyphInfos().entries()) {
    const place = positions[index]
    if (place === undefined) continue
    line.glyphs.push({
      font: run.font,
      glyph: info.codepoint,
      x: line.width + place.xOffset * scale,
      y: -place.yOffset * scale,
      scale,
      fill: run.fill,
    })
    line.width += place.xAdvance * scale
  }
}
