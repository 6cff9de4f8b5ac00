// Code and diffs as rows that fit the width: what each row shows, and where its text comes from.
import type { CodeAsk, DiffAsk } from '../ask.ts'
import { type Palette, paletteOf } from '../palette.ts'
import { type Piece, prepare } from '../type/shape.ts'
import { linesOf, visible } from '../type/visible.ts'
import { wrapCode } from '../type/wrap.ts'
import { highlight } from './highlight.ts'
import { type DiffLine, type Hunk, readDiff } from './readDiff.ts'

/**
 * One row of a picture. `number` stands on a line's first row only; `text` is the whole line for the twin, on the same row.
 * `group` counts hunks, or blocks between blank lines: pages break there if they can.
 */
export type Row = {
  pieces: Piece[]
  sign: DiffLine['sign'] | '@'
  number?: number
  isContinued: boolean
  text?: string
  group: number
}

/** Eleven of a phone's pixels; Plex Mono is 0.6 em wide. */
export const SIZE = 22
export const ADVANCE = SIZE * 0.6

export async function rowsOfCode(ask: CodeAsk, room: number): Promise<Row[]> {
  const lines = linesOf(ask.text).map(line => visible(line))
  if (lines.length > 1 && lines.at(-1) === '') lines.pop()
  await prepare(lines.join('\n'), 'mono')
  const coloured = await highlight(lines.join('\n'), ask.language ?? ask.title, paletteOf(ask))
  let group = 0
  return lines.flatMap((text, index) => {
    if (text.trim() === '') group += 1
    const number = (ask.from ?? 1) + index
    return wrapped(coloured[index] ?? [], room, { sign: '', number, text: `${number} ${text}`, group })
  })
}

export async function rowsOfDiff(ask: DiffAsk, room: number): Promise<Row[]> {
  const palette = paletteOf(ask)
  const lines = linesOf(ask.text).map(line => visible(line))
  await prepare(lines.join('\n'), 'mono')
  const rows: Row[] = []
  for (const [group, hunk] of readDiff(lines).entries()) {
    const quiet = (text: string) => wrapped([{ text, fill: palette.soft }], room, { sign: '@' as const, text, group })
    if (hunk.head === '') {
      // What names a file stands in the quiet rows before its hunks, as it was written.
      rows.push(...hunk.lines.flatMap(line => quiet(line.text)))
      continue
    }
    rows.push(...quiet(hunk.head))
    const coloured = await colours(hunk, ask.language ?? hunk.file ?? ask.title, palette)
    for (const [index, line] of hunk.lines.entries()) {
      const { sign, number } = line
      const text = `${number === undefined ? '' : `${number} `}${sign}${line.text}`
      const own = { sign, text, group, ...(number === undefined ? {} : { number }) }
      rows.push(...wrapped(coloured[index] ?? [], room, own))
    }
  }
  return rows
}

/** Each side is read by itself, since a removed and an added line together are no program. */
async function colours(hunk: Hunk, language: string | undefined, palette: Palette): Promise<Piece[][]> {
  const side = async (left: '+' | '-') => {
    const own = hunk.lines.filter(line => line.sign !== left)
    const coloured = await highlight(own.map(line => line.text).join('\n'), language, palette)
    return new Map(own.map((line, index) => [line, coloured[index] ?? []]))
  }
  const [old, fresh] = await Promise.all([side('+'), side('-')])
  return hunk.lines.map(line => (line.sign === '-' ? old.get(line) : fresh.get(line)) ?? [])
}

function wrapped(pieces: Piece[], room: number, line: Omit<Row, 'pieces' | 'isContinued'>): Row[] {
  const { number, text, ...rest } = line
  const whole = pieces.map(piece => piece.text).join('')
  return wrapCode(whole, SIZE, room, ADVANCE).map(([start, end], index) => ({
    ...rest,
    ...(index === 0 && number !== undefined ? { number } : {}),
    ...(index === 0 && text !== undefined ? { text } : {}),
    pieces: cutPieces(pieces, start, end),
    isContinued: index > 0,
  }))
}

function cutPieces(pieces: readonly Piece[], start: number, end: number): Piece[] {
  const cut: Piece[] = []
  let at = 0
  for (const { text, fill } of pieces) {
    const part = text.slice(Math.max(0, start - at), Math.max(0, end - at))
    if (part !== '') cut.push({ text: part, fill })
    at += text.length
    if (at >= end) break
  }
  return cut
}
