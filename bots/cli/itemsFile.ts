// Reads a file of items, whatever known shape it has, row by row, and hashes its bytes on the way. Nothing is held but the row at hand.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename, dirname, extname } from 'node:path'
import { Transform } from 'node:stream'
import type { GivenRow, KindName } from '@perle/core'
import { CHANGE_ENDINGS, changeRecords, changesIn, manyHash } from './importing/changes.ts'
import { type FileRecord, jsonRecords, tableRecords } from './importing/records.ts'
import type { Shape, Wanted } from './importing/shape.ts'
import { readItem, recognise } from './importing/shapes.ts'

/** What a file holds that the items do not, counted on the way. */
type LeftOut = {
  /** Columns that were not read, and in how many rows each had something in it. */
  columns: Map<string, number>
  /** Rows whose id was made, since they had none or one that cannot be ours. */
  idsMade: number
  /** Records that are no items, by what they are. */
  skipped: Map<string, number>
  /** Files of a folder that are no changes. */
  files: string[]
}

export type ItemsFile = {
  fileName: string
  rows: AsyncIterable<GivenRow>
  fileHash: () => string
  /** "preference pairs: prompt, chosen, rejected" */
  shape: string
  leftOut: LeftOut
}

/** Options of a reading; the campaign's own question helps to recognise labels. */
export type Reading = Omit<Wanted, 'kind' | 'ask'> & { ask?: unknown; format?: string | undefined }

/** Rows looked at to recognise a file: the first may be broken. */
const LOOK_AHEAD = 20

/** Throws an Error with a sentence when the file cannot be read, or when its shape is not known or not for this kind. */
export async function openItemsFile(path: string, kind: KindName, reading: Reading = {}): Promise<ItemsFile> {
  const { format, ...columns } = reading
  const wanted: Wanted = { ...columns, kind, ask: reading.ask }
  const { records, fileHash, others } = await openRecords(path)
  const { first, all } = await lookAhead(records)
  const found = recognise(first, format, wanted)
  if (!found.ok) throw new Error(`${path} ${found.why.replace(/\.?$/, '.')}`)
  const leftOut: LeftOut = { columns: new Map(), idsMade: 0, skipped: new Map(), files: others }
  return {
    fileName: basename(path),
    rows: itemsFrom(all, found.shape, wanted, leftOut),
    fileHash,
    shape: found.shape.inWords(first ?? {}, wanted),
    leftOut,
  }
}

async function* itemsFrom(
  records: AsyncIterable<FileRecord>,
  shape: Shape,
  wanted: Wanted,
  leftOut: LeftOut,
): AsyncIterable<GivenRow> {
  for await (const entry of records) {
    if ('fault' in entry) {
      yield entry
      continue
    }
    const item = readItem(shape, entry.record, wanted)
    if (!item.ok) {
      yield { row: entry.row, fault: item.fault, given: entry.record }
      continue
    }
    if ('skipped' in item) {
      leftOut.skipped.set(item.skipped, (leftOut.skipped.get(item.skipped) ?? 0) + 1)
      continue
    }
    if (item.isIdMade) leftOut.idsMade += 1
    for (const [name, value] of Object.entries(entry.record)) {
      const isRead = item.taken.includes(name) || value === null || value === '' || value === undefined
      if (!isRead) leftOut.columns.set(name, (leftOut.columns.get(name) ?? 0) + 1)
    }
    yield { row: entry.row, value: item.value, names: item.names, given: entry.record }
  }
}

type Opened = { records: AsyncIterable<FileRecord>; fileHash: () => string; others: string[] }

async function openRecords(path: string): Promise<Opened> {
  const facts = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read (${error.code}).`)
  })
  if (facts.isDirectory()) return openFolder(path)
  if (!facts.isFile()) throw new Error(`${path} is not a file.`)
  const ending = extname(path).toLowerCase()
  if (CHANGE_ENDINGS.includes(ending)) {
    const hash = manyHash()
    return { records: changeRecords(dirname(path), [basename(path)], hash.update), fileHash: hash.digest, others: [] }
  }
  const start = await startOf(path)
  refuseOtherForms(path, ending, start)
  const isTable = ending === '.csv' || ending === '.tsv'
  if (!isTable && !['.jsonl', '.ndjson', '.json'].includes(ending))
    throw new Error(
      `${path} ends in neither .jsonl nor .csv (nor .ndjson, .json, .tsv, .diff, .patch), so its form is not known.`,
    )
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
    records: isTable ? tableRecords(bytes, delimiterOf(start, ending)) : jsonRecords(bytes),
    fileHash: () => (digest ??= hash.digest('hex')),
    others: [],
  }
}

async function openFolder(path: string): Promise<Opened> {
  const { names, others } = await changesIn(path)
  if (names.length === 0) throw new Error(`${path} is a folder without .diff or .patch files.`)
  const hash = manyHash()
  return { records: changeRecords(path, names, hash.update), fileHash: hash.digest, others }
}

/** Bytes enough to know a form by. */
async function startOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const buffer = Buffer.alloc(4096)
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Forms that people have and that cannot be read row by row: how to make lines of JSON of them. */
function refuseOtherForms(path: string, ending: string, start: Buffer): void {
  const lines = `${path.replace(/\.[^./]*$/, '')}.jsonl`
  const isUtf16 = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)
  if (ending === '.parquet' || start.subarray(0, 4).toString('latin1') === 'PAR1')
    throw new Error(
      `${path} is Parquet. Make lines of JSON of it: python3 -c "import pandas; pandas.read_parquet('${path}').to_json('${lines}', orient='records', lines=True)"`,
    )
  if (start[0] === 0x1f && start[1] === 0x8b)
    throw new Error(`${path} is compressed. Unpack it first: gunzip -k ${path}`)
  if (isUtf16) throw new Error(`${path} is UTF-16. Save it as UTF-8: iconv -f UTF-16 -t UTF-8 ${path} > NEW`)
  if (ending === '.xlsx' || ending === '.xls' || start.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004')
    throw new Error(`${path} is a workbook, neither .jsonl nor .csv. Save its sheet as CSV (UTF-8) and import that.`)
  if (ending !== '.csv' && ending !== '.tsv' && /^\uFEFF?\s*\[/.test(start.toString('utf8')))
    throw new Error(`${path} is one array of JSON. Make lines of it: jq -c '.[]' ${path} > ${lines}`)
}

/** What stands between the names of the first line: spreadsheets of half of Europe write semicolons. */
function delimiterOf(start: Buffer, ending: string): string {
  if (ending === '.tsv') return '\t'
  const head =
    start
      .toString('utf8')
      .replace(/"[^"]*"/g, '')
      .split('\n')[0] ?? ''
  const count = (mark: string) => head.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',')
}

/** The first record that could be read, and all of them again from the first. */
async function lookAhead(
  records: AsyncIterable<FileRecord>,
): Promise<{ first: Record<string, unknown> | undefined; all: AsyncIterable<FileRecord> }> {
  const iterator = records[Symbol.asyncIterator]()
  const seen: FileRecord[] = []
  let first: Record<string, unknown> | undefined
  while (first === undefined && seen.length < LOOK_AHEAD) {
    const next = await iterator.next()
    if (next.done) break
    seen.push(next.value)
    if (!('fault' in next.value)) first = next.value.record
  }
  async function* all(): AsyncIterable<FileRecord> {
    try {
      yield* seen
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
    } finally {
      // Whoever stops early closes the file.
      await iterator.return?.()
    }
  }
  return { first, all: all() }
}
