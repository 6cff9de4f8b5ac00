// Lines of a manifest's parts: canonical JSON, sorted by their first field, each ended by LF; long parts are cut into several files.
import { canonicalStrict, type Json, parseCanonical } from './canonical.ts'
import { type Account, type Part, type PartName, partHash } from './manifest.ts'
import * as shape from './shape.ts'
import type { Hash } from './words.ts'

/** One thing that earned. `pay` follows from peff, q, mBps and cap by `payOf`. */
export type ManifestRow = {
  rowId: Hash
  /** '' where the commons or the treasury pay. */
  campaignId: Hash | ''
  kind: RowKind
  /** What the quality stands on, a short word: posterior, gold, panel, votes, auto, exam ... */
  basis: string
  /** Price: of an answer its campaign's, of a vote the vote price, of stipend, repair and share the sum itself. */
  peff: bigint
  /** 0..100. */
  q: number
  mBps: number
  cap: bigint
  pay: bigint
  linkCommit: Hash
  /** Row that this one repairs, '' else. */
  repairs: Hash | ''
}

export type RowKind = (typeof ROW_KINDS)[number]
const ROW_KINDS = ['answer', 'vote', 'stipend', 'repair', 'share'] as const

/** A file stays near 40 MB: strings of V8 end at 512 MB, and people open files. */
const LINES_PER_FILE = 100_000

const optionalHash = shape.either(shape.hash, shape.oneOf(''))
const kind = shape.oneOf(...ROW_KINDS)

export function writeRow(row: ManifestRow): string {
  const { rowId, campaignId, peff, q, mBps, cap, pay } = row
  return canonicalStrict([
    rowId,
    campaignId,
    row.kind,
    row.basis,
    peff.toString(),
    q,
    mBps,
    cap.toString(),
    pay.toString(),
    row.linkCommit,
    row.repairs,
  ])
}

/** Throws SyntaxError or ShapeError. */
export function parseRow(line: string): ManifestRow {
  const cells = cellsOf(line, 11)
  return {
    rowId: shape.hash(cells[0], 'rowId'),
    campaignId: optionalHash(cells[1], 'campaignId'),
    kind: kind(cells[2], 'kind'),
    basis: shape.text(cells[3], 'basis'),
    peff: shape.sum(cells[4], 'peff'),
    q: shape.whole(cells[5], 'q'),
    mBps: shape.whole(cells[6], 'mBps'),
    cap: shape.sum(cells[7], 'cap'),
    pay: shape.sum(cells[8], 'pay'),
    linkCommit: shape.hash(cells[9], 'linkCommit'),
    repairs: optionalHash(cells[10], 'repairs'),
  }
}

export function writeAccount(account: Account): string {
  return canonicalStrict([account.address, account.cumulative.toString()])
}

export function parseAccount(line: string): Account {
  const cells = cellsOf(line, 2)
  return { address: shape.address(cells[0], 'address'), cumulative: shape.sum(cells[1], 'cumulative') }
}

export function writeLeaf(leaf: Hash): string {
  return canonicalStrict(leaf)
}

export function parseLeaf(line: string): Hash {
  return shape.hash(parseCanonical(line), 'leaf')
}

/** Lines of a file; the text must end with LF unless it is empty. Throws SyntaxError. */
export function linesOf(text: string): string[] {
  if (text === '') return []
  if (!text.endsWith('\n')) throw new SyntaxError('the last line has no end')
  return text.slice(0, -1).split('\n')
}

/** Cuts lines, already sorted, into files. No line, no file. */
export function partsOf(name: PartName, lines: readonly string[]): Part[] {
  const parts: Part[] = []
  for (let from = 0; from < lines.length; from += LINES_PER_FILE) {
    const slice = lines.slice(from, from + LINES_PER_FILE)
    const text = `${slice.join('\n')}\n`
    parts.push({ name, sha256: partHash(text), lines: slice.length, text })
  }
  return parts
}

function cellsOf(line: string, count: number): readonly Json[] {
  const value = parseCanonical(line)
  if (!Array.isArray(value) || value.length !== count) throw new shape.ShapeError('line', `a list of ${count}`, value)
  return value
}
