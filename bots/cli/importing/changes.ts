// Changes for code review: a .diff or .patch file, or a folder of them. Each commit is one item; what it says of itself is its claim.
import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { FileRecord } from './records.ts'

export const CHANGE_ENDINGS = ['.diff', '.patch']
/** A diff beyond this is refused by the kind; a file far beyond it is not read at all. */
const MOST_BYTES = 10_000_000
const NO_WORDS = 'The change came without a description.'

export type ChangeFiles = { names: string[]; others: string[] }

/** The changes in a folder in order of name, and files in it that are none. */
export async function changesIn(folder: string): Promise<ChangeFiles> {
  const entries = await readdir(folder, { withFileTypes: true })
  const files = entries
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .map(entry => entry.name)
    .sort()
  const names = files.filter(name => CHANGE_ENDINGS.includes(extname(name).toLowerCase()))
  const words = new Set(names.flatMap(name => wordFilesOf(name)))
  const below = entries.filter(entry => entry.isDirectory()).map(entry => `${entry.name}/`)
  return { names, others: [...files.filter(name => !names.includes(name) && !words.has(name)), ...below] }
}

/** `fix.diff` may have its title and its claim beside it, in `fix.md` or `fix.txt`. */
function wordFilesOf(name: string): string[] {
  const bare = name.slice(0, -extname(name).length)
  return [`${bare}.md`, `${bare}.txt`]
}

/** Rows count from 1 over all files: one a commit. `hash` is told every byte that was read. */
export async function* changeRecords(
  folder: string,
  names: string[],
  hash: (bytes: Buffer) => void,
): AsyncIterable<FileRecord> {
  let row = 0
  for (const name of names) {
    const path = join(folder, name)
    if ((await stat(path)).size > MOST_BYTES) {
      yield { row: ++row, fault: { field: name, expected: `a file of at most ${MOST_BYTES / 1_000_000} MB` } }
      continue
    }
    const bytes = await readFile(path)
    hash(bytes)
    const words = await wordsBeside(folder, name, hash)
    const text = decoded(bytes)
    if (text === undefined) {
      yield { row: ++row, fault: { field: name, expected: 'text in UTF-8' } }
      continue
    }
    const commits = commitsIn(text)
    for (const [index, commit] of commits.entries()) {
      const bare = basename(name, extname(name))
      const id = commits.length === 1 ? bare : `${bare}-${index + 1}`
      yield { row: ++row, record: { id, file: name, ...wordsOf(commit.head, words, bare), diff: commit.diff } }
    }
  }
}

async function wordsBeside(folder: string, name: string, hash: (bytes: Buffer) => void): Promise<string | undefined> {
  for (const other of wordFilesOf(name)) {
    const bytes = await readFile(join(folder, other)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
      return undefined
    })
    if (bytes === undefined) continue
    hash(bytes)
    return decoded(bytes)
  }
  return undefined
}

function decoded(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n/g, '\n')
  } catch {
    return undefined
  }
}

/** What `git format-patch` and `git show` write before each commit. */
const COMMIT = /^(?:From [0-9a-f]{40} |commit [0-9a-f]{40}(?: |$))/

/** Pieces of a file, each with the words before its diff. A file without such lines is one piece. */
function commitsIn(text: string): { head: string; diff: string }[] {
  const lines = text.split('\n')
  const starts = lines.flatMap((line, index) => (COMMIT.test(line) ? [index] : []))
  const from =
    starts.length === 0 || lines.slice(0, starts[0]).some(line => line.trim() !== '') ? [0, ...starts] : starts
  return [...new Set(from)].map((start, index, all) => split(lines.slice(start, all[index + 1] ?? lines.length)))
}

function split(lines: string[]): { head: string; diff: string } {
  const isDiff = (line: string, index: number) =>
    line.startsWith('diff ') || (line.startsWith('--- ') && lines[index + 1]?.startsWith('+++ ') === true)
  const at = lines.findIndex(isDiff)
  if (at < 0) return { head: '', diff: lines.join('\n') }
  const rest = lines.slice(at)
  // The version of git that signs a patch by mail.
  const end = rest.lastIndexOf('-- ')
  const isSigned =
    end >= 0 && rest.length - end <= 4 && rest.slice(end + 1).every(line => /^(\d+\.[\w.]+)?\s*$/.test(line))
  const diff = (isSigned ? rest.slice(0, end) : rest).join('\n').replace(/\n+$/, '')
  return { head: lines.slice(0, at).join('\n'), diff: `${diff}\n` }
}

/** Title and claim: from the file beside it, from the commit's own message, else the file's name. */
function wordsOf(head: string, beside: string | undefined, name: string): { title: string; claim: string } {
  const message = beside ?? (messageOf(head) || name)
  const [first = '', ...rest] = message.trim().split('\n')
  const title = first.replace(/^#+\s*/, '').trim()
  const body = rest.join('\n').trim()
  const short = [...title].length > 120 ? `${[...title].slice(0, 119).join('')}…` : title
  // A subject that does not fit the title stands whole in the claim.
  const claim = [short === title ? '' : title, body].filter(part => part !== '').join('\n\n')
  if (claim !== '') return { title: short, claim }
  return { title: short, claim: message === name ? NO_WORDS : title }
}

/** The message of a commit in the form of `git format-patch` (a mail) or of `git show` (indented). */
function messageOf(head: string): string {
  if (/^commit [0-9a-f]{40}/.test(head)) {
    const indented = head.split('\n').filter(line => /^ {4}|^$/.test(line))
    return indented
      .map(line => line.slice(4))
      .join('\n')
      .trim()
  }
  const [headers = '', ...body] = head.split('\n\n')
  const subject = /^Subject: ((?:.|\n[ \t])+)/m.exec(headers)?.[1]
  if (subject === undefined) return head.trim()
  const text = body.join('\n\n').split(/^---$/m)[0] ?? ''
  return `${subject.replace(/\n\s+/g, ' ').replace(/^\[PATCH[^\]]*\]\s*/, '')}\n${text}`.trim()
}

/** One hash of all bytes, in the order in which they were read. */
export function manyHash(): { update: (bytes: Buffer) => void; digest: () => string } {
  const hash = createHash('sha256')
  let digest: string | undefined
  return { update: bytes => void hash.update(bytes), digest: () => (digest ??= hash.digest('hex')) }
}
