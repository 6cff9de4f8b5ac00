// Our own form: one item a line of JSON with its content, or a table whose columns are the fields of the content. Pure.
import { kindOf } from '@perle/core'
import type { FileFacts, Shape, Shaped, Wanted } from './shape.ts'

/** Columns of an item itself; every other column is a field of its content. */
export const OWN = ['id', 'role', 'truth', 'why', 'rule', 'hard', 'media', 'alt', 'transcript'] as const

const isTable = (record: FileFacts) => Object.values(record).every(value => typeof value === 'string')

/** What a row of a table says of the item itself. */
export function ownFields(record: FileFacts, wanted: Wanted): Record<string, unknown> {
  const { truthFromCell = (cell: string): unknown => cell } = kindOf(wanted.kind)
  const filled = OWN.filter(name => record[name] !== undefined && record[name] !== '')
  const { media, alt, transcript, ...own } = Object.fromEntries(
    filled.map(name => {
      const cell = record[name]
      if (name === 'rule') return [name, Number(cell)]
      if (name === 'hard') return [name, cell === true || /^(true|yes|1)$/i.test(String(cell))]
      return [name, name === 'truth' && typeof cell === 'string' ? truthFromCell(cell) : cell]
    }),
  )
  if (media === undefined) return own
  return { ...own, media: typeof media === 'string' ? [oneMedium(media, { alt, transcript })] : media }
}

/** A table has room for one medium a row: a path beside it, or an address. */
function oneMedium(source: string, words: Record<string, unknown>): Record<string, unknown> {
  const said = Object.fromEntries(Object.entries(words).filter(([, text]) => text !== undefined))
  return { [/^https?:\/\//i.test(source) ? 'url' : 'file']: source, ...said }
}

function contentOf(record: FileFacts, { kind }: Wanted): unknown {
  const cells = Object.fromEntries(
    Object.entries(record).filter(
      // Where media stand, a text may be empty.
      ([name, cell]) => !(OWN as readonly string[]).includes(name) && (cell !== '' || (record['media'] ?? '') !== ''),
    ),
  ) as Record<string, string>
  const { contentFromCells } = kindOf(kind)
  return contentFromCells === undefined ? cells : contentFromCells(cells)
}

/** A table is ours where no column is unknown to the kind's content and none that it needs is missing. */
function isOwnTable(record: FileFacts, wanted: Wanted): boolean {
  // Empty cells say nothing of which columns there are.
  const filled = Object.fromEntries(Object.entries(record).map(([name, cell]) => [name, cell === '' ? 'x' : cell]))
  const parsed = kindOf(wanted.kind).content.safeParse(contentOf(filled, wanted))
  if (parsed.success) return true
  return parsed.error.issues.every(
    issue => issue.code !== 'unrecognized_keys' && !(issue.code === 'invalid_type' && issue.path.length === 1),
  )
}

function read(record: FileFacts, wanted: Wanted): Shaped {
  const taken = Object.keys(record)
  if (!isTable(record) || record['content'] !== undefined) {
    const { content, truth, ...own } = record
    return { ok: true, content, ...(truth === undefined ? {} : { truth }), names: {}, taken, own }
  }
  const { truth, ...own } = ownFields(record, wanted)
  return {
    ok: true,
    content: contentOf(record, wanted),
    ...(truth === undefined ? {} : { truth }),
    names: {},
    taken,
    own,
  }
}

export const ownItems: Shape = {
  name: 'perle',
  kinds: 'all',
  fits: (record, wanted) =>
    record['content'] !== undefined && !isTable(record)
      ? true
      : wanted.text === undefined && isTable(record) && isOwnTable(record, wanted),
  inWords: record =>
    record['content'] === undefined
      ? "items of Perle's own form, a column a field"
      : "items of Perle's own form: id, content",
  read,
}
