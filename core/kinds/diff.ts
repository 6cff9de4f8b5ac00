// A unified diff, plain or git's, as files and numbered lines. Pure; what is not a diff is named by line, so that whoever imports it can
// mend it. Source of git's extra lines: git's own Documentation/diff-generate-patch.

/**
 * `number` counts in the new file for lines that stay or are added, and in the old one for lines that are removed. `hasNoEnd`: the
 * file stops after it without a line break.
 */
export type DiffLine = { mark: 'same' | 'added' | 'removed'; number: number; text: string; hasNoEnd?: true }
/**
 * Pieces of one file in order; between two of them lines are left out that did not change. A file may have none: its name or mode alone
 * changed, or its content is no text.
 */
export type DiffFile = {
  path: string
  hunks: DiffLine[][]
  was?: 'added' | 'removed' | 'renamed' | 'copied'
  /** The name before, where it was renamed or copied. */
  from?: string
  isBinary?: true
  /** Its new mode, where that changed: 100755 is a program. */
  mode?: string
}
export type Diff = { ok: true; files: DiffFile[] } | { ok: false; line: number; expected: string }

const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/
/** What tools write between files and nobody needs to see. */
const BETWEEN = /^(index |old mode |similarity index |dissimilarity index |Only in |=+$|Index: )/
const COMBINED = /^(diff --(cc|combined) |@@@ )/

type Reading = {
  files: DiffFile[]
  oldPath?: string
  /** The file was opened by git's own line, and its names may still come. */
  isOpen: boolean
  /** Inside of "GIT binary patch": letters that nobody can read, up to the next file. */
  isBinaryData: boolean
  oldLeft: number
  newLeft: number
  oldAt: number
  newAt: number
}

/** Lines of a hunk are counted, since a removed line may itself begin with "--- ". */
export function parseDiff(text: string): Diff {
  const reading: Reading = { files: [], isOpen: false, isBinaryData: false, oldLeft: 0, newLeft: 0, oldAt: 0, newAt: 0 }
  const lines = text.replace(/\r\n/g, '\n').replace(/\n$/, '').split('\n')
  for (const [index, line] of lines.entries()) {
    const isInside = reading.oldLeft > 0 || reading.newLeft > 0
    const expected = isInside ? readLine(reading, line) : readHead(reading, line)
    if (expected !== undefined) return { ok: false, line: index + 1, expected }
  }
  if (reading.oldLeft > 0 || reading.newLeft > 0)
    return { ok: false, line: lines.length, expected: 'as many lines as the last @@ says' }
  const files = reading.files.filter(({ hunks, was, isBinary, mode }) => hunks.length > 0 || was || isBinary || mode)
  if (!files.some(file => file.hunks.length > 0))
    return { ok: false, line: 1, expected: 'a unified diff with at least one @@' }
  return { ok: true, files }
}

/** A name as git writes it: in quotes with C's escapes where it holds anything unusual, octal ones being bytes of UTF-8. */
function nameFrom(written: string): string {
  if (!written.startsWith('"')) return written
  const bytes: number[] = []
  const plain: Record<string, string> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v' }
  for (const [piece] of written.slice(1, -1).matchAll(/\\[0-7]{3}|\\.|[^\\]/gsu)) {
    if (/^\\[0-7]{3}$/.test(piece)) bytes.push(Number.parseInt(piece.slice(1), 8))
    else
      bytes.push(
        ...new TextEncoder().encode(piece.startsWith('\\') ? (plain[piece[1] ?? ''] ?? piece.slice(1)) : piece),
      )
  }
  return new TextDecoder().decode(Uint8Array.from(bytes))
}

const withoutSide = (path: string) => path.replace(/^[ab]\//, '')

/** The name in a line "--- " or "+++ "; plain diff writes a time behind a tab. */
function pathOf(line: string): string {
  return withoutSide(nameFrom(line.slice(4).split('\t')[0]?.trim() ?? ''))
}

/** The new name in "diff --git a/x b/x": the same twice wherever no other line gives it. */
function pathInGitLine(line: string): string {
  const rest = line.slice('diff --git '.length)
  const quoted = /("(?:[^"\\]|\\.)*")$/.exec(rest)?.[1]
  if (quoted !== undefined) return withoutSide(nameFrom(quoted))
  const half = rest.slice((rest.length + 1) / 2)
  const isTwice = withoutSide(rest.slice(0, (rest.length - 1) / 2)) === withoutSide(half)
  return isTwice ? withoutSide(half) : (rest.split(' b/').at(-1) ?? rest)
}

/** Outside a hunk; answers what was expected where the line has no place. */
function readHead(reading: Reading, line: string): string | undefined {
  if (COMBINED.test(line)) return 'a change against one parent (git show --first-parent -m writes it so)'
  if (line.startsWith('diff ')) {
    reading.isBinaryData = false
    reading.isOpen = line.startsWith('diff --git ')
    if (reading.isOpen) reading.files.push({ path: pathInGitLine(line), hunks: [] })
    return undefined
  }
  if (reading.isBinaryData) return undefined
  if (line.startsWith('--- ')) {
    reading.oldPath = pathOf(line)
    return undefined
  }
  if (line.startsWith('+++ ')) return readNewName(reading, pathOf(line))
  const hunk = HUNK.exec(line)
  if (hunk !== null) {
    const file = reading.files.at(-1)
    if (file === undefined) return '--- and +++ with the name of the file, before the first @@'
    file.hunks.push([])
    reading.isOpen = false
    reading.oldAt = Number(hunk[1])
    reading.oldLeft = Number(hunk[2] ?? 1)
    reading.newAt = Number(hunk[3])
    reading.newLeft = Number(hunk[4] ?? 1)
    return undefined
  }
  if (line.startsWith('\\')) return markNoEnd(reading)
  return readMore(reading, line)
}

function readNewName(reading: Reading, path: string): undefined {
  const isGone = path === '/dev/null'
  // A file that is gone is known by its old name.
  const name = isGone ? (reading.oldPath ?? path) : path
  const was = isGone ? { was: 'removed' as const } : reading.oldPath === '/dev/null' ? { was: 'added' as const } : {}
  const open = reading.isOpen ? reading.files.pop() : undefined
  reading.files.push({ ...open, ...was, path: name, hunks: [] })
  reading.isOpen = false
}

/** Git's lines between "diff --git" and the first hunk. */
function readMore(reading: Reading, line: string): string | undefined {
  const file = reading.files.at(-1)
  const [, word = '', rest = ''] =
    /^(new file mode|deleted file mode|new mode|rename from|rename to|copy from|copy to) (.+)$/.exec(line) ?? []
  if (file !== undefined && reading.isOpen && word !== '') {
    if (word === 'new file mode') file.was = 'added'
    else if (word === 'deleted file mode') file.was = 'removed'
    else if (word === 'new mode') file.mode = rest
    else if (word.endsWith('from')) file.from = nameFrom(rest)
    else {
      file.was = word === 'rename to' ? 'renamed' : 'copied'
      file.path = nameFrom(rest)
    }
    return undefined
  }
  if (line === 'GIT binary patch') reading.isBinaryData = true
  const binary = /^Binary files (.+) and (.+) differ$/.exec(line)
  if (binary !== null || reading.isBinaryData) {
    const [, before = '', after = ''] = binary ?? []
    const given = nameFrom(after === '/dev/null' ? before : after)
    const open = reading.isOpen && file !== undefined ? file : { path: withoutSide(given), hunks: [] }
    if (open !== file) reading.files.push(open)
    open.isBinary = true
    return undefined
  }
  return line.trim() === '' || BETWEEN.test(line) ? undefined : 'diff, ---, +++ or @@'
}

/** "\ No newline at end of file" speaks of the line before it. */
function markNoEnd(reading: Reading): undefined {
  const last = reading.files.at(-1)?.hunks.at(-1)?.at(-1)
  if (last !== undefined) last.hasNoEnd = true
}

function readLine(reading: Reading, line: string): string | undefined {
  if (line.startsWith('\\')) return markNoEnd(reading)
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
