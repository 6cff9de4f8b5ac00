// Reads a file of items row by row, JSONL or CSV, and hashes its bytes on the way. Nothing is held but the row at hand.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { Transform } from 'node:stream'
import { type KindName, kindOf } from '@perle/core'
import { type CsvError, parse as csvParser } from 'csv-parse'

export type FileRow = { row: number; value: unknown } | { row: number; fault: { field: string; expected: string } }
export type ItemsFile = { fileName: string; rows: AsyncIterable<FileRow>; fileHash: () => string; bytes: number }

/** A row beyond this is a mistake of the export that made it. */
const LONGEST_ROW = 1_000_000

/** Throws an Error with a sentence when the file cannot be read or has neither ending. */
export async function openItemsFile(path: string, kind: KindName): Promise<ItemsFile> {
  const facts = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read (${error.code}).`)
  })
  if (!facts.isFile()) throw new Error(`${path} is not a file.`)
  const ending = extname(path).toLowerCase()
  const readers = { '.jsonl': jsonRows, '.ndjson': jsonRows, '.csv': csvRows }
  const read = readers[ending as keyof typeof readers]
  if (read === undefined) throw new Error(`${path} ends in neither .jsonl nor .csv, so its form is not known.`)
  const hash = createHash('sha256')
  const bytes = createReadStream(path).pipe(
    new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk)
        done(null, chunk)
      },
    }),
  )
  let digest: string | undefined
  return {
    fileName: basename(path),
    rows: read(bytes, kind),
    fileHash: () => (digest ??= hash.digest('hex')),
    bytes: facts.size,
  }
}

async function* jsonRows(bytes: AsyncIterable<Buffer>): AsyncIterable<FileRow> {
  let line = 0
  for await (const text of linesOf(bytes)) {
    line += 1
    if (text === undefined) {
      yield {
        row: line,
        fault: { field: 'the row', expected: `at most ${LONGEST_ROW.toLocaleString('en')} characters` },
      }
      return
    }
    if (text.trim() === '') continue
    yield readJson(line, text)
  }
}

function readJson(row: number, text: string): FileRow {
  try {
    return { row, value: JSON.parse(text) as unknown }
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 80) : ''
    return { row, fault: { field: 'the row', expected: `one JSON object on one line (${why})` } }
  }
}

/** Lines without their end; undefined for one that is too long. A byte order mark in front is dropped. */
async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncIterable<string | undefined> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  for await (const chunk of bytes) {
    rest += decoder.decode(chunk, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield line.length > LONGEST_ROW ? undefined : line.replace(/\r$/, '')
    if (rest.length > LONGEST_ROW) {
      yield undefined
      return
    }
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}

/** Columns of an item itself; every other column is a field of its content. */
const OWN = new Set(['id', 'role', 'truth', 'why', 'rule', 'hard'])

async function* csvRows(bytes: AsyncIterable<Buffer>, kind: KindName): AsyncIterable<FileRow> {
  const parser = csvParser({
    columns: true,
    bom: true,
    info: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  })
  const source = bytes as unknown as NodeJS.ReadableStream
  source.pipe(parser)
  try {
    for await (const entry of parser as AsyncIterable<{ record: Record<string, string>; info: { lines: number } }>) {
      yield { row: entry.info.lines, value: fromColumns(entry.record, kind) }
    }
  } catch (error) {
    const { lines, message } = error as CsvError & { lines?: number }
    yield {
      row: lines ?? 1,
      fault: { field: 'the row', expected: `as many cells as the first line has names (${message.slice(0, 120)})` },
    }
  }
}

function fromColumns(record: Record<string, string>, kind: KindName): unknown {
  const cells = Object.entries(record).filter(([, text]) => text !== '')
  const own = Object.fromEntries(cells.filter(([name]) => OWN.has(name)))
  const content = Object.fromEntries(cells.filter(([name]) => !OWN.has(name)))
  const { contentFromCells, truthFromCell = (cell: string): unknown => cell } = kindOf(kind)
  return {
    ...own,
    ...(own['rule'] === undefined ? {} : { rule: Number(own['rule']) }),
    ...(own['hard'] === undefined ? {} : { hard: /^(true|yes|1)$/i.test(own['hard']) }),
    ...(own['truth'] === undefined ? {} : { truth: truthFromCell(own['truth']) }),
    content: contentFromCells === undefined ? content : contentFromCells(content),
  }
}
