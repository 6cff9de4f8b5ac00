// Code and diffs: numbered rows on as many pages as they need, broken between hunks or at blank lines where that is near.
import type { CodeAsk, DiffAsk } from '../ask.ts'
import { type Palette, paletteOf } from '../palette.ts'
import { prepare, shapeLine, shapeText } from '../type/shape.ts'
import { wrapWords } from '../type/wrap.ts'
import { type Row, rowsOfCode, rowsOfDiff, SIZE } from './codeRows.ts'
import { type Page, type Plan, WIDTH } from './plan.ts'
import { createSheet, type Sheet } from './sheet.ts'

const EDGE = 16
/** At 4/3 a whole number of pixels, so that tinted rows meet without a seam. */
const ROW = 30
const HEAD = 24
/** Numbers are smaller than code; the sign of a diff stands in a column of its own. */
const NUMBER = 18
const SIGN = 20
/** With the head some 950 units: at 4/3 Telegram, which scales down above 1280 pixels, leaves the page as it is. */
const ROWS_A_PAGE = 29
const ZOOM = 4 / 3

export async function planCode(ask: CodeAsk | DiffAsk): Promise<Plan> {
  await prepare(`${ask.title} 0123456789/+−`, 'mono')
  const highest = ask.kind === 'code' ? (ask.from ?? 1) + ask.text.split('\n').length : highestIn(ask.text)
  const gutter = EDGE + String(highest).length * NUMBER * 0.6 + SIGN + 8
  const room = WIDTH - gutter - EDGE
  const rows = ask.kind === 'code' ? await rowsOfCode(ask, room) : await rowsOfDiff(ask, room)
  const pages = pagesOf(rows)
  return { of: pages.length, page: number => drawPage(ask, pages, number, gutter) }
}

function highestIn(diff: string): number {
  const starts = [...diff.matchAll(/^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm)]
  return Math.max(
    0,
    ...starts.map(([, a, b, c, d]) => Math.max(Number(a) + Number(b ?? 1), Number(c) + Number(d ?? 1))),
  )
}

/** Breaks where a group begins, if that leaves at least half a page filled; else where the page is full. */
function pagesOf(rows: readonly Row[]): Row[][] {
  const pages: Row[][] = []
  let from = 0
  while (from < rows.length) {
    let to = Math.min(rows.length, from + ROWS_A_PAGE)
    if (to < rows.length) {
      const least = from + ROWS_A_PAGE / 2
      let at = to
      while (at > least && rows[at]?.group === rows[at - 1]?.group) at -= 1
      if (at > least) to = at
    }
    pages.push(rows.slice(from, to))
    from = to
  }
  return pages.length === 0 ? [[]] : pages
}

function drawPage(ask: CodeAsk | DiffAsk, pages: Row[][], number: number, gutter: number): Page {
  const palette = paletteOf(ask)
  const sheet = createSheet()
  const rows = pages[number - 1] ?? []
  const top = drawHead(sheet, ask.title, pages.length > 1 ? `${number}/${pages.length}` : '', palette)
  for (const [index, row] of rows.entries()) drawRow(sheet, row, top + index * ROW, gutter, palette)
  const height = Math.ceil(top + rows.length * ROW + EDGE)
  return {
    svg: sheet.svg(WIDTH, height, palette.paper),
    width: WIDTH,
    height,
    zoom: ZOOM,
    text: twinOfRows(ask.title, rows, number, pages.length),
  }
}

/** Returns where the rows begin. */
function drawHead(sheet: Sheet, title: string, part: string, palette: Palette): number {
  const right = shapeText(part, 'mono', SIZE, palette.soft, 'ltr')
  const lines = wrapWords(title, 'mono', SIZE, WIDTH - 3 * EDGE - right.width)
  const height = HEAD + lines.length * ROW
  sheet.rect(0, 0, WIDTH, height, palette.shade)
  sheet.text(right, WIDTH - EDGE - right.width, HEAD / 2 + SIZE)
  for (const [index, line] of lines.entries()) {
    sheet.text(shapeText(line, 'mono', SIZE, palette.ink, 'ltr'), EDGE, HEAD / 2 + SIZE + index * ROW)
  }
  return height + 9
}

function drawRow(sheet: Sheet, row: Row, y: number, gutter: number, palette: Palette): void {
  const base = y + SIZE - 1
  if (row.sign === '+') sheet.rect(0, y, WIDTH, ROW, palette.addedGround)
  if (row.sign === '-') sheet.rect(0, y, WIDTH, ROW, palette.removedGround)
  if (row.sign === '@') sheet.rect(0, y, WIDTH, ROW, palette.shade)
  if (row.number !== undefined) {
    const number = shapeText(String(row.number), 'mono', NUMBER, palette.soft, 'ltr')
    sheet.text(number, gutter - SIGN - 8 - number.width, base)
  }
  const left = gutter - SIGN - 2
  if (row.isContinued) {
    // A hook: this row goes on with the line above.
    sheet.path(`M${left + 3} ${y + 5}v10h9m-4 -4l4 4l-4 4`, { stroke: palette.soft })
  } else if (row.sign === '+' || row.sign === '-') {
    const [mark, fill] = row.sign === '+' ? ['+', palette.accepted] : ['−', palette.refused]
    sheet.text(shapeText(mark, 'mono', SIZE, fill, 'ltr'), left, base)
  }
  sheet.text(shapeLine(row.pieces, 'mono', SIZE, 'ltr'), gutter, base)
}

function twinOfRows(title: string, rows: readonly Row[], number: number, of: number): string {
  const head = of > 1 ? `${title} ${number}/${of}` : title
  return [head, ...rows.flatMap(row => (row.text === undefined ? [] : [row.text]))].join('\n')
}
