// The records of a text file, one after the other: objects of JSONL, rows of a table. Nothing is held but the record at hand.
import { pipeline, Readable } from 'node:stream'
import type { GivenRow } from '@perle/core'
import { type CsvError, parse as csvParser } from 'csv-parse'

type Fault = Extract<GivenRow, { fault: unknown }>
export type FileRecord = { row: number; record: Record<string, unknown> } | Fault

/** A record beyond this is a mistake of the export that made it. */
const LONGEST_ROW = 1_000_000

const tooLong = (row: number): Fault => ({
  row,
  fault: { field: 'the row', expected: `at most ${LONGEST_ROW.toLocaleString('en')} characters` },
})

/** Bytes that are no UTF-8; `line` counts from 1. */
class NotText extends Error {
  readonly line: number
  constructor(line: number) {
    super('not UTF-8')
    this.line = line
  }
}

const notText = ({ line }: NotText): Fault => ({
  row: line,
  fault: { field: 'the row', expected: 'text in UTF-8; save the file anew in that encoding' },
})

/** Text of the bytes, without a byte order mark; a letter that cannot be read must not become a question mark in somebody's data. */
async function* textOf(bytes: AsyncIterable<Buffer>): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let lines = 0
  for await (const chunk of bytes) {
    const text = decoded(decoder, chunk, lines)
    yield text
    lines += countLines(text)
  }
  yield decoded(decoder, undefined, lines)
}

function decoded(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer | undefined, linesBefore: number): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
  } catch {
    const readable = new TextDecoder().decode(chunk ?? new Uint8Array()).split('\uFFFD')[0] ?? ''
    throw new NotText(linesBefore + countLines(readable) + 1)
  }
}

/** Line ends of Windows as line feeds, also inside of cells: else a line there would be counted twice. */
async function* withLineFeeds(texts: AsyncIterable<string>): AsyncIterable<string> {
  let held = ''
  for await (const text of texts) {
    const given = held + text
    held = given.endsWith('\r') ? '\r' : ''
    yield given.slice(0, given.length - held.length).replaceAll('\r\n', '\n')
  }
  yield held
}

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

export async function* jsonRecords(bytes: AsyncIterable<Buffer>): AsyncIterable<FileRecord> {
  let line = 0
  try {
    for await (const text of linesOf(bytes)) {
      line += 1
      if (text === undefined) {
        yield tooLong(line)
        return
      }
      if (text.trim() !== '') yield readJson(line, text)
    }
  } catch (error) {
    if (!(error instanceof NotText)) throw error
    yield notText(error)
  }
}

function readJson(row: number, text: string): FileRecord {
  const bad = (why: string): Fault => ({
    row,
    fault: { field: 'the row', expected: `one JSON object on one line${why}` },
  })
  try {
    const value = JSON.parse(text) as unknown
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? { row, record: value as Record<string, unknown> } : bad('')
  } catch (error) {
    return bad(error instanceof Error ? ` (${error.message.replace(/\s+/g, ' ').slice(0, 80)})` : '')
  }
}

/** Lines without their end; undefined for one that is too long. */
async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncIterable<string | undefined> {
  let rest = ''
  for await (const text of textOf(bytes)) {
    const lines = `${rest}${text}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield line.length > LONGEST_ROW ? undefined : line.replace(/\r$/, '')
    if (rest.length > LONGEST_ROW) {
      yield undefined
      return
    }
  }
  if (rest !== '') yield rest
}

/**
 * A table as RFC 4180 has it: quotes, line breaks inside them, a first line with names. `delimiter` also a semicolon or a tab, as
 * spreadsheets write. Every cell is a string; a row of another length than the first is a fault of its own, and the next are read on.
 */
export async function* tableRecords(bytes: AsyncIterable<Buffer>, delimiter: string): AsyncIterable<FileRecord> {
  const parser = csvParser({
    delimiter,
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
  })
  // A fault of the source comes out of the parser.
  pipeline(Readable.from(withLineFeeds(textOf(bytes))), parser, () => undefined)
  let names: string[] | undefined
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (names === undefined) {
        names = record.map(name => name.trim())
        const fault = faultOfNames(names)
        if (fault !== undefined) yield { row: info.lines, fault }
        if (fault !== undefined) return
        continue
      }
      yield rowOf(names, record, info.lines)
    }
  } catch (error) {
    if (error instanceof NotText) yield notText(error)
    else yield brokenTable(error as CsvError & { lines?: number })
  }
}

/** Two columns of one name would leave one of them unread. */
function faultOfNames(names: string[]): Fault['fault'] | undefined {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (names.includes('')) return { field: 'the first line', expected: 'a name for each column' }
  return twice === undefined ? undefined : { field: twice, expected: 'a name that only one column has' }
}

function rowOf(names: string[], cells: string[], row: number): FileRecord {
  if (cells.length !== names.length) {
    const expected = `as many cells as the first line has names: ${names.length}, not ${cells.length}`
    return { row, fault: { field: 'the row', expected } }
  }
  return { row, record: Object.fromEntries(names.map((name, index) => [name, cells[index]])) }
}

function brokenTable({ code, lines, message }: CsvError & { lines?: number }): Fault {
  const row = lines ?? 1
  if (code === 'CSV_MAX_RECORD_SIZE') return tooLong(row)
  return { row, fault: { field: 'the row', expected: `cells as RFC 4180 has them (${message.slice(0, 120)})` } }
}
