// A unified diff into files, hunks and numbered lines. What is not one is kept line by line: nothing is lost.

export type DiffLine = { sign: ' ' | '+' | '-' | ''; text: string; number?: number }
/** `head` is the line that opens it: "@@ -1,4 +1,6 @@ function name". */
export type Hunk = { file?: string; head: string; lines: DiffLine[] }

const HEAD = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/

export function readDiff(lines: readonly string[]): Hunk[] {
  const hunks: Hunk[] = []
  let file: string | undefined
  let old = 1
  let fresh = 1
  for (const [index, line] of lines.entries()) {
    const head = HEAD.exec(line)
    const isLast = index === lines.length - 1 && line === ''
    if (isLast) break
    if (line.startsWith('+++ ') && lines[index - 1]?.startsWith('--- ')) {
      file = nameIn(line) ?? nameIn(lines[index - 1] ?? '')
    }
    if (head !== null) {
      old = Number(head[1])
      fresh = Number(head[2])
      hunks.push({ ...(file === undefined ? {} : { file }), head: line, lines: [] })
      continue
    }
    const isPreface =
      /^(diff |index |new file|deleted file|similarity|rename |old mode|new mode)/.test(line) ||
      isFileName(lines, index)
    if (isPreface || (hunks.at(-1)?.head ?? '') === '') {
      lineOutside(hunks, line)
      continue
    }
    const hunk = hunks.at(-1) as Hunk
    const sign = line.startsWith('+') ? '+' : line.startsWith('-') ? '-' : line.startsWith('\\') ? '' : ' '
    if (sign === '') hunk.lines.push({ sign, text: line })
    else hunk.lines.push({ sign, text: line.slice(1), number: sign === '-' ? old : fresh })
    if (sign === '-' || sign === ' ') old += 1
    if (sign === '+' || sign === ' ') fresh += 1
  }
  return hunks
}

/** The two lines that name a file stand before the first "@@" of it. */
function isFileName(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? ''
  const next = lines[index + 1] ?? ''
  const pair = (one: string, other: string) => one.startsWith('--- ') && other.startsWith('+++ ')
  if (pair(line, next)) return HEAD.test(lines[index + 2] ?? '')
  return pair(lines[index - 1] ?? '', line) && HEAD.test(next)
}

function lineOutside(hunks: Hunk[], line: string): void {
  const last = hunks.at(-1)
  if (last !== undefined && last.head === '') last.lines.push({ sign: '', text: line })
  else hunks.push({ head: '', lines: [{ sign: '', text: line }] })
}

function nameIn(line: string): string | undefined {
  const name = line
    .slice(4)
    .replace(/\t.*$/, '')
    .replace(/^[ab]\//, '')
  return name === '/dev/null' || name === '' ? undefined : name
}
