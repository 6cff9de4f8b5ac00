// A change as content: its text, for reading in parts, and any stretch of it as blocks. Pure.
import { type DiffFile, parseDiff } from '@perle/core'
import type { Block, DiffLine } from '../view.ts'
import { isolated } from '../words/fill.ts'
import type { Words } from '../words/index.ts'

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

/** What a file is called above its lines, with what became of it. */
function titleOf(w: Words, { path, was, from, isBinary, mode }: DiffFile): string {
  const file = isolated(path)
  const before = isolated(from ?? '')
  const named =
    was === 'added'
      ? w.say('kinds.codeAdded', { file })
      : was === 'removed'
        ? w.say('kinds.codeRemoved', { file })
        : was === 'renamed'
          ? w.say('kinds.codeRenamed', { from: before, file })
          : was === 'copied'
            ? w.say('kinds.codeCopied', { from: before, file })
            : path
  const moded = mode === undefined ? named : w.say('kinds.codeMode', { file: named, state: mode })
  return isBinary === true ? w.say('kinds.codeBinary', { file: moded }) : moded
}

/** One entry a line, and one for what is left out between two pieces of a file, or for a file without a line to show. */
function entriesOf(w: Words, files: DiffFile[]): Entry[] {
  const entries: Entry[] = []
  let at = 0
  const add = (file: string, line: DiffLine, text: string) => {
    entries.push({ file, line, from: at, to: at + text.length + 1, text })
    at += text.length + 1
  }
  for (const file of files) {
    const title = titleOf(w, file)
    if (file.hunks.length === 0) add(title, { mark: 'gap' }, '')
    for (const [index, hunk] of file.hunks.entries()) {
      if (index > 0) add(title, { mark: 'gap' }, '')
      for (const line of hunk) {
        const { hasNoEnd, ...shown } = line
        add(title, shown, hasNoEnd === true ? w.say('kinds.codeNoEnd', { line: line.text }) : line.text)
      }
    }
  }
  return entries
}

/** The lines as one text, each with its end. */
export function changeText(w: Words, files: DiffFile[]): string {
  return entriesOf(w, files)
    .map(entry => `${entry.text}\n`)
    .join('')
}

/** The stretch `from` to `to` of that text, one block a file. A line longer than a part goes on in the next, under the same number. */
export function changeBlocks(w: Words, files: DiffFile[], from: number, to: number): Change[] {
  const blocks: Change[] = []
  for (const entry of entriesOf(w, files)) {
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

/**
 * The same stretch as a unified diff, from which a picture is drawn; without names where its title says whose it is. Files without a line to
 * show are named in the text beside it.
 */
export function unifiedText(changes: readonly Change[], isNamed: boolean): string {
  return changes
    .flatMap(({ file, lines }) => {
      const pieces = piecesOf(lines)
      const name = file.replace(/[\u2066-\u2069]/g, '')
      const head = isNamed ? [`--- a/${name}`, `+++ b/${name}`] : []
      return pieces.length === 0 ? [] : [...head, ...pieces.flatMap(hunk)]
    })
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
