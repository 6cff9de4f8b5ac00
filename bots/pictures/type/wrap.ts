// Text into lines that fit: prose at words, code exactly where the room ends. Nothing is cut.
import type { Face } from './families.ts'
import { shapeText } from './shape.ts'
import { visible } from './visible.ts'

const words = new Intl.Segmenter('en', { granularity: 'word' })
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Widths of single letters of code that are not ASCII; dropped all at once when there are more. */
const MOST_WIDTHS = 20_000
const widths = new Map<string, number>()

export function wrapWords(text: string, face: Face, size: number, room: number): string[] {
  // What is hidden is written out first: it takes room, and a line must not end inside it.
  return text
    .split('\n')
    .flatMap(paragraph => wrapParagraph(visible(paragraph, face === 'mono' ? 'code' : 'prose'), face, size, room))
}

function wrapParagraph(text: string, face: Face, size: number, room: number): string[] {
  const widthOf = (part: string) => shapeText(part, face, size, '').width
  if (widthOf(text) <= room) return [text]
  const lines: string[] = []
  let line = ''
  let width = 0
  for (const part of partsOf(text)) {
    const own = widthOf(part.trimEnd())
    if (line !== '' && width + own > room) {
      lines.push(line.trimEnd())
      line = ''
      width = 0
    }
    if (own > room) {
      // One word longer than the line: by letters, which also ends what nobody can break otherwise.
      const pieces = breakAt(part, room, letter => widthOf(letter))
      lines.push(...pieces.slice(0, -1))
      line = pieces.at(-1) ?? ''
    } else line += part
    width = widthOf(line)
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd())
  return lines
}

/** Words with what clings to them: spaces and punctuation never begin a line. */
function partsOf(text: string): string[] {
  const parts: string[] = []
  for (const { segment } of words.segment(text)) {
    const last = parts.at(-1)
    const clings = /^[\s\p{P}]+$/u.test(segment) && !/^[\p{Ps}\p{Pi}]+$/u.test(segment)
    if (last !== undefined && (clings || /[\p{Ps}\p{Pi}]$/u.test(last))) parts[parts.length - 1] = last + segment
    else parts.push(segment)
  }
  return parts
}

/** Code: as many letters as fit, then the next row. Returns where each row begins and ends. */
export function wrapCode(text: string, size: number, room: number, advance: number): [number, number][] {
  if (/^[ -~]*$/.test(text)) {
    const columns = Math.floor(room / advance)
    const rows = Math.max(1, Math.ceil(text.length / columns))
    return Array.from({ length: rows }, (_, row) => [row * columns, Math.min(text.length, (row + 1) * columns)])
  }
  let at = 0
  return breakAt(text, room, letter => codeWidth(letter, size)).map(row => {
    const start = at
    at += row.length
    return [start, at]
  })
}

function codeWidth(letter: string, size: number): number {
  const key = `${size} ${letter}`
  const known = widths.get(key)
  if (known !== undefined) return known
  if (widths.size >= MOST_WIDTHS) widths.clear()
  const { width } = shapeText(letter, 'mono', size, '', 'ltr')
  widths.set(key, width)
  return width
}

function breakAt(text: string, room: number, widthOf: (letter: string) => number): string[] {
  const rows: string[] = []
  let row = ''
  let width = 0
  for (const { segment } of letters.segment(text)) {
    const own = widthOf(segment)
    if (row !== '' && width + own > room) {
      rows.push(row)
      row = ''
      width = 0
    }
    row += segment
    width += own
  }
  rows.push(row)
  return rows
}
