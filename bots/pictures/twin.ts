// Everything a picture says, as text: for who does not see it, and where none can be drawn.
import type { PictureAsk } from './ask.ts'

export function twinOf(ask: PictureAsk): string {
  switch (ask.kind) {
    case 'card':
      return [ask.heading, ...ask.lines].join('\n')
    case 'progress':
      return [ask.title, ...ask.rows.map(row => `${row.label}: ${row.said}`), ...(ask.foot ? [ask.foot] : [])].join(
        '\n',
      )
    case 'preferences':
      return [ask.title, ...preferenceLines(ask), ...(ask.foot ? [ask.foot] : [])].join('\n')
    case 'qr':
      return [ask.title, ask.content, ...ask.lines].join('\n')
    case 'code':
    case 'diff':
      return `${ask.title}\n${ask.text}`
  }
}

type Preferences = Extract<PictureAsk, { kind: 'preferences' }>

/** Best first; neighbours whose intervals overlap are said to be tied, as the picture brackets them. */
function preferenceLines(ask: Preferences): string[] {
  const rows = byShare(ask)
  return rows.flatMap((row, index) => {
    const line = `${row.label}: ${row.said}`
    const group = tiesOf(rows).find(([first, last]) => last === index && first < last)
    if (group === undefined) return [line]
    const names = rows.slice(group[0], group[1] + 1).map(one => one.label)
    return [line, `${names.join(', ')}: ${ask.tied}`]
  })
}

export function byShare(ask: Preferences): Preferences['rows'] {
  return [...ask.rows].sort((one, other) => other.share - one.share)
}

/** Runs of neighbours of which each overlaps the next: [first, last] in the order of `byShare`. */
export function tiesOf(rows: Preferences['rows']): [number, number][] {
  const groups: [number, number][] = []
  for (const [index, row] of rows.entries()) {
    const last = groups.at(-1)
    const before = rows[index - 1]
    if (last !== undefined && before !== undefined && row.high >= before.low) last[1] = index
    else groups.push([index, index])
  }
  return groups
}
