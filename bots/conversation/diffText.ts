import type { Block } from './view.ts'

/** The text form of a change, for surfaces that show text: the file, then number, mark and line. */
export function diffText({ file, lines }: Extract<Block, { type: 'diff' }>): string {
  const numbers = lines.map(line => (line.mark === 'gap' ? '' : String(line.number)))
  const width = Math.max(0, ...numbers.map(number => number.length))
  const marks = { same: ' ', added: '+', removed: '-' } as const
  const shown = lines.map((line, index) =>
    line.mark === 'gap' ? '…' : `${(numbers[index] ?? '').padStart(width)} ${marks[line.mark]} ${line.text}`.trimEnd(),
  )
  return [file, ...shown].join('\n')
}
