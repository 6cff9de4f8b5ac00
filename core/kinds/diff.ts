// A unified diff as files and numbered lines. Pure; what is not a diff is named by line, so that whoever imports it can mend it.

/** `number` counts in the new file for lines that stay or are added, and in the old one for lines that are removed. */
export type DiffLine = { mark: 'same' | 'added' | 'removed'; number: number; text: string }
/** Pieces of one file in order; between two of them lines are left out that did not change. */
export type DiffFile = { path: string; hunks: DiffLine[][] }
export type Diff = { ok: true; files: DiffFile[] } | { ok: false; line: number; expected: string }

const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/
/** What tools write between files; none of it is shown. */
const PREAMBLE =
  /^(diff |index |old mode |new mode |new file mode |deleted file mode |similarity index |dissimilarity index |rename |copy |Binary files )/

type Reading = { files: DiffFile[]; oldPath?: string; oldLeft: number; newLeft: number; oldAt: number; newAt: number }

/** Lines of a hunk are counted, since a removed line may itself begin with "--- ". */
export function parseDiff(text: string): Diff {
  const reading: Reading = { files: [], oldLeft: 0, newLeft: 0, oldAt: 0, newAt: 0 }
  const lines = text.replace(/\r\n/g, '\n').replace(/\n$/, '').split('\n')
  for (const [index, line] of lines.entries()) {
    const isInside = reading.oldLeft > 0 || reading.newLeft > 0
    const expected = isInside ? readLine(reading, line) : readHead(reading, line)
    if (expected !== undefined) return { ok: false, line: index + 1, expected }
  }
  if (reading.oldLeft > 0 || reading.newLeft > 0)
    return { ok: false, line: lines.length, expected: 'as many lines as the last @@ says' }
  const files = reading.files.filter(file => file.hunks.length > 0)
  if (files.length === 0) return { ok: false, line: 1, expected: 'a unified diff with at least one @@' }
  return { ok: true, files }
}

function pathOf(line: string): string {
  const path = line.slice(4).split('\t')[0]?.trim() ?? ''
  return path.replace(/^[ab]\//, '')
}

/** Outside a hunk; answers what was expected where the line has no place. */
function readHead(reading: Reading, line: string): string | undefined {
  if (line.startsWith('--- ')) {
    reading.oldPath = pathOf(line)
    return undefined
  }
  if (line.startsWith('+++ ')) {
    const path = pathOf(line)
    // A file that is gone is known by its old name.
    const name = path === '/dev/null' ? (reading.oldPath ?? path) : path
    reading.files.push({ path: name, hunks: [] })
    return undefined
  }
  const hunk = HUNK.exec(line)
  if (hunk !== null) {
    const file = reading.files.at(-1)
    if (file === undefined) return '--- and +++ with the name of the file, before the first @@'
    file.hunks.push([])
    reading.oldAt = Number(hunk[1])
    reading.oldLeft = Number(hunk[2] ?? 1)
    reading.newAt = Number(hunk[3])
    reading.newLeft = Number(hunk[4] ?? 1)
    return undefined
  }
  const isBetween = line.trim() === '' || line.startsWith('\\') || PREAMBLE.test(line)
  return isBetween ? undefined : 'diff, ---, +++ or @@'
}

function readLine(reading: Reading, line: string): string | undefined {
  if (line.startsWith('\\')) return undefined
  const hunk = reading.files.at(-1)?.hunks.at(-1)
  const text = line.slice(1)
  if (line.startsWith('+') && reading.newLeft > 0) {
    hunk?.push({ mark: 'added', number: reading.newAt++, text })
    reading.newLeft -= 1
    return undefined
  }
  if (line.startsWith('-') && reading.oldLeft > 0) {
    hunk?.push({ mark: 'removed', number: reading.oldAt++, text })
    reading.oldLeft -= 1
    return undefined
  }
  // Editors strip the space of an empty line.
  if ((line === '' || line.startsWith(' ')) && reading.oldLeft > 0 && reading.newLeft > 0) {
    hunk?.push({ mark: 'same', number: reading.newAt++, text })
    reading.oldAt += 1
    reading.oldLeft -= 1
    reading.newLeft -= 1
    return undefined
  }
  return 'a line of the change, beginning with a space, + or -'
}
