// A change as content: its text, for reading in parts, and any stretch of it as blocks. Pure.
import { type DiffFile, parseDiff } from '@perle/core'
import type { Block, DiffLine } from '../view.ts'

type Change = Extract<Block, { type: 'diff' }>
type Entry = { file: string; line: DiffLine; from: number; to: number; text: string }

/** Files of an item; it was checked at import. */
export function filesIn(diff: string): DiffFile[] {
  const read = parseDiff(diff)
  return read.ok ? read.files : []
}

/** How many lines came and went. */
export function sizeOf(files: DiffFile[]): { added: number; removed: number } {
  const lines = files.flatMap(file => file.hunks.flat())
  const count = (mark: string) => lines.filter(line => line.mark === mark).length
  return { added: count('added'), removed: count('removed') }
}

/** The end of a long path says most. */
export function shortPath(path: string, most: number): string {
  const points = [...path]
  return points.length <= most ? path : `…${points.slice(points.length - most + 1).join('')}`
}

/** One entry a line, and one for what is left out between two pieces of a file. */
function entriesOf(files: DiffFile[]): Entry[] {
  const entries: Entry[] = []
  let at = 0
  const add = (file: string, line: DiffLine, text: string) => {
    entries.push({ file, line, from: at, to: at + text.length + 1, text })
    at += text.length + 1
  }
  for (const { path, hunks } of files) {
    for (const [index, hunk] of hunks.entries()) {
      if (index > 0) add(path, { mark: 'gap' }, '')
      for (const line of hunk) add(path, line, line.text)
    }
  }
  return entries
}

/** The lines as one text, each with its end. */
export function changeText(files: DiffFile[]): string {
  return entriesOf(files)
    .map(entry => `${entry.text}\n`)
    .join('')
}

/** The stretch `from` to `to` of that text, one block a file. A line longer than a part goes on in the next, under the same number. */
export function changeBlocks(files: DiffFile[], from: number, to: number): Change[] {
  const blocks: Change[] = []
  for (const entry of entriesOf(files)) {
    if (entry.to <= from || entry.from >= to) continue
    const last = blocks.at(-1)
    const block: Change = last?.file === entry.file ? last : { type: 'diff', file: entry.file, lines: [] }
    if (block !== last) blocks.push(block)
    const { line } = entry
    const text = entry.text.slice(Math.max(0, from - entry.from), Math.max(0, to - entry.from))
    block.lines.push(line.mark === 'gap' ? line : { ...line, text })
  }
  return blocks
}

/** The same stretch as a unified diff, from which a picture is drawn; without names where its title says whose it is. */
export function unifiedText(changes: readonly Change[], isNamed: boolean): string {
  return changes
    .flatMap(({ file, lines }) => [
      ...(isNamed ? [`--- a/${file}`, `+++ b/${file}`] : []),
      ...piecesOf(lines).flatMap(hunk),
    ])
    .join('\n')
}

type Numbered = Exclude<DiffLine, { mark: 'gap' }>

function piecesOf(lines: readonly DiffLine[]): Numbered[][] {
  const pieces: Numbered[][] = [[]]
  for (const line of lines) {
    if (line.mark === 'gap') pieces.push([])
    else pieces.at(-1)?.push(line)
  }
  return pieces.filter(piece => piece.length > 0)
}

const SIGNS = { same: ' ', added: '+', removed: '-' } as const

function hunk(lines: Numbered[]): string[] {
  const old = lines.filter(line => line.mark !== 'added')
  const fresh = lines.filter(line => line.mark !== 'removed')
  // Where a side begins follows from any line that is numbered on it; a side that has none is not read.
  const oldAt = old.findIndex(line => line.mark === 'removed')
  const freshFrom = fresh[0]?.number ?? old[0]?.number ?? 1
  const oldFrom = oldAt < 0 ? freshFrom : (old[oldAt]?.number ?? 1) - oldAt
  return [
    `@@ -${oldFrom},${old.length} +${freshFrom},${fresh.length} @@`,
    ...lines.map(line => SIGNS[line.mark] + line.text),
  ]
}
