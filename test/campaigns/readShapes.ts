// Files of any known shape, read as `perle import` reads them, in a folder that goes away with the tests.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { openItemsFile, type Reading } from '../../bots/cli/itemsFile.ts'
import { readItemRow } from '../../core/campaigns/itemRow.ts'
import type { KindName } from '../../core/kinds/kind.ts'
import { samples } from '../support/kindSamples.ts'

export let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perle-shapes-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

export const lines = (...rows: unknown[]) => rows.map(row => JSON.stringify(row)).join('\n')

export async function opened(name: string, text: string, kind: KindName, reading: Reading = {}) {
  const path = join(folder, name)
  await writeFile(path, text)
  return openItemsFile(path, kind, { ask: samples[kind].ask, ...reading })
}

/** Every row as a stored item with its truth, or the fault. */
export async function itemsIn(file: Awaited<ReturnType<typeof openItemsFile>>, kind: KindName) {
  const found: { row: number; content?: unknown; truth?: unknown; id?: string; fault?: unknown; role?: string }[] = []
  for await (const entry of file.rows) {
    if ('fault' in entry) {
      found.push({ row: entry.row, fault: entry.fault })
      continue
    }
    const read = readItemRow(entry.value, { kind, ask: samples[kind].ask, rules: [1] })
    if (!read.ok) found.push({ row: entry.row, fault: read.fault })
    else
      found.push({
        row: entry.row,
        id: read.row.externalId,
        role: read.row.role,
        content: read.item.content,
        ...(read.truth === undefined ? {} : { truth: read.truth }),
      })
  }
  return found
}

export async function readOne(record: unknown, kind: KindName, reading: Reading = {}) {
  const file = await opened('one.jsonl', lines(record), kind, reading)
  const [item] = await itemsIn(file, kind)
  return { ...item, shape: file.shape, columns: [...file.leftOut.columns.keys()] }
}

/** The two replies by which was preferred, whichever side each was put on. */
export function sidesOf(item: { content?: unknown; truth?: unknown }) {
  const { prompt, a, b } = item.content as { prompt: string; a: string; b: string }
  return item.truth === 'b' ? { prompt, better: b, worse: a } : { prompt, better: a, worse: b }
}

export const ask = { role: 'user', content: 'Why is the sky blue?' }
export const good = { role: 'assistant', content: 'Air scatters blue light more than red.' }
export const poor = { role: 'assistant', content: 'Because it is.' }
export const pair = { prompt: ask.content, better: good.content, worse: poor.content }
