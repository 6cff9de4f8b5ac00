// Lines of a change by their numbers: as they stand on a button, and as somebody types them. Pure.
import type { DiffFile } from '@perle/core'
import type { Words } from '../words/index.ts'
import type { Place } from './codeDraft.ts'

type DiffLine = DiffFile['hunks'][number][number]

/** As beside the line in the change: + came, − went, and nothing where it stayed. */
export function markedNumber({ mark, number }: DiffLine): string {
  return `${{ added: '+', removed: '−', same: '' }[mark]}${number}`
}

/** "10 to 14": stretches of lines of the new file that are shown, few enough to be said. */
export function spansOf(w: Words, lines: readonly DiffLine[]): string[] {
  const spans: { from: number; to: number }[] = []
  for (const { mark, number } of lines) {
    if (mark === 'removed') continue
    const last = spans.at(-1)
    if (last !== undefined && number === last.to + 1) last.to = number
    else spans.push({ from: number, to: number })
  }
  const said = spans.slice(0, 4).map(({ from, to }) => w.say('kinds.codeSpan', { from: String(from), to: String(to) }))
  return spans.length > 4 ? [...said, '…'] : said
}

/** `14`, `+14`, `-14` for a line that is gone, or `pages.js:14`; a number alone means the file at hand. */
export function placeTyped(
  files: DiffFile[],
  open: number,
  text: string,
): Place | { file: number; asked: string } | undefined {
  const [, path, sign = '', digits] = /^(?:(\S.*):)?\s*([+\-−]?)(\d{1,6})$/.exec(text.trim()) ?? []
  if (digits === undefined) return undefined
  const index =
    path === undefined ? open : files.findIndex(file => file.path === path || file.path.endsWith(`/${path}`))
  const file = files[index]
  if (file === undefined) return undefined
  const number = Number(digits)
  const isOld = sign === '-' || sign === '−'
  const found = file.hunks.flat().find(line => line.number === number && (line.mark === 'removed') === isOld)
  if (found === undefined) return { file: index, asked: `${isOld ? '−' : ''}${number}` }
  return { file: file.path, line: number, side: isOld ? 'old' : 'new' }
}
