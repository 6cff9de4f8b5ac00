// What is written in our own form, as lines of JSON or as a table, is read back as it was: any content of any kind, through the real reader.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openItemsFile } from '../../bots/cli/itemsFile.ts'
import { readItemRow } from '../../core/campaigns/itemRow.ts'
import type { KindName } from '../../core/kinds/kind.ts'
import { KINDS, samples } from '../support/kindSamples.ts'

/** Anything people may write, without what a table has no way to hold: a line end of its own sort, and a cell of nothing. */
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map(text => text.replaceAll('\r', ' '))
  .filter(text => text.trim() !== '')
const quoted = fc.constantFrom(
  'say "yes"',
  'a,b;c\td',
  'one\ntwo',
  '  spaces  ',
  '=SUM(A1)',
  "'",
  '\uFEFFmark',
  'אבג 👩‍👩‍👧',
)
const text = fc.oneof(words, quoted)

type Row = { content: Record<string, unknown>; truth: unknown }

const rows: Record<KindName, fc.Arbitrary<Row>> = {
  choice: fc.record({
    content: fc.record({ text, context: text }),
    truth: fc.constantFrom('scam', 'advert', 'neither', 'cannot_tell'),
  }),
  tags: fc.record({
    content: fc.record({ text }),
    truth: fc.subarray(['pretends', 'rushes', 'money', 'code'], { minLength: 1 }),
  }),
  rating: fc.record({
    content: fc.record({ text, source: text }),
    truth: fc.record({ correct: fc.integer({ min: 1, max: 5 }), easy: fc.integer({ min: 1, max: 5 }) }),
  }),
  pairwise: fc.record({
    content: fc.record({ prompt: text, a: text, b: text }),
    truth: fc.constantFrom('a', 'b', 'tie', 'both_bad'),
  }),
  ranking: fc.record({
    content: fc
      .tuple(text, text, text, text)
      .map(([source, a, b, c]) => ({ source, texts: [a, b, c].map((one, n) => ({ id: 'ABC'[n], text: one })) })),
    truth: fc.constantFrom([['A'], ['B', 'C']], [['C'], ['B'], ['A']], 'all_bad'),
  }),
  text: fc.record({
    content: fc.record({ source: text }),
    truth: fc.record({ facts: fc.array(text, { minLength: 1, maxLength: 4 }), example: text }),
  }),
  steps: fc
    .tuple(text, fc.array(text, { minLength: 2, maxLength: 12 }))
    .map(([problem, steps]) => ({ content: { problem, steps }, truth: { mistake: null, neither: [2] } })),
  codeReview: fc.tuple(text, text).map(([title, claim]) => ({
    content: { ...(samples.codeReview.item(1).content as object), title, claim },
    truth: samples.codeReview.item(1).truth,
  })),
}

/** A row of the table of a kind, in the form that the reader knows: one cell a field, texts and steps in cells of their own. */
function cellsOf(kind: KindName, { content, truth }: Row): Record<string, string> {
  const flat = Object.entries(content).flatMap(([name, value]): [string, string][] => {
    if (name === 'texts') return (value as { id: string; text: string }[]).map(one => [one.id, one.text])
    if (name === 'steps') return (value as string[]).map((one, n) => [`step ${n + 1}`, one])
    return [[name, value as string]]
  })
  const told =
    kind === 'tags'
      ? (truth as string[]).join('|')
      : kind === 'ranking' && truth !== 'all_bad'
        ? (truth as string[][]).map(group => group.join('=')).join('>')
        : typeof truth === 'string'
          ? truth
          : JSON.stringify(truth)
  return { id: 'x', ...Object.fromEntries(flat), truth: told }
}

const cell = (value: string) => `"${value.replaceAll('"', '""')}"`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perle-round-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function readBack(name: string, written: string, kind: KindName) {
  const path = join(folder, name)
  await writeFile(path, written)
  const file = await openItemsFile(path, kind, { ask: samples[kind].ask })
  const terms = { kind, ask: samples[kind].ask, rules: [] }
  const found: unknown[] = []
  for await (const entry of file.rows) {
    const read = 'fault' in entry ? undefined : readItemRow(entry.value, terms)
    found.push(read?.ok ? { content: read.item.content, truth: read.truth } : { entry, read })
  }
  return found
}

describe.each(KINDS)('an item of the kind %s', kind => {
  it('is read back from a line of JSON as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rows[kind], { minLength: 1, maxLength: 5 }), async given => {
        const lines = given.map((row, n) => JSON.stringify({ id: `r${n}`, ...row }))
        expect(await readBack(`${kind}.jsonl`, lines.join('\n'), kind)).toEqual(given)
      }),
      { numRuns: 40 },
    )
  })

  it('is read back from a row of a table as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(rows[kind], fc.constantFrom(',', ';'), fc.boolean(), async (given, mark, isMarked) => {
        const cells = cellsOf(kind, given)
        const head = Object.keys(cells).map(cell).join(mark)
        const csv = `${isMarked ? '\uFEFF' : ''}${head}\r\n${Object.values(cells).map(cell).join(mark)}\r\n`
        expect(await readBack(`${kind}.csv`, csv, kind)).toEqual([given])
      }),
      { numRuns: 40 },
    )
  })
})
