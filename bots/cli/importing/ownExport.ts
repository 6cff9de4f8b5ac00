// A dataset that `perle export` wrote: the items it was about, each as often as it was answered. Pure.
import { type FileFacts, faulty, type Shape, type Shaped } from './shape.ts'

const isObject = (value: unknown): value is FileFacts =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isHeader = (record: FileFacts) =>
  typeof record['version'] === 'string' && record['version'].startsWith('perle.export.')
const isRow = (record: FileFacts) => record['commitment'] !== undefined && record['leaf'] !== undefined

function read(record: FileFacts): Shaped {
  if (isHeader(record)) return { ok: true, skipped: 'the head of a dataset of Perle' }
  // A tombstone proves that something was recorded, and holds nothing of it.
  if (record['erased'] === true) return { ok: true, skipped: 'an erased answer' }
  const columns = record['columns']
  if (!isObject(columns)) return faulty('columns', 'the item as it was shown, with ask and content')
  const { item, ask, content, media } = columns
  return {
    ok: true,
    content,
    names: { id: 'columns.item', ask: 'columns.ask', content: 'columns.content' },
    // Answers and proofs belong to the answers; the items are what is taken.
    taken: Object.keys(record),
    own: { id: item, ask, ...(Array.isArray(media) ? { media: media.map(mediumOf) } : {}) },
  }
}

/** The files lie beside the dataset, each under its hash, as `perle export --media` of the same folder puts them there. */
function mediumOf(medium: unknown): unknown {
  if (!isObject(medium)) return medium
  const { sha256, at, name, alt, transcript } = medium
  const said = Object.entries({ at, name, alt, transcript }).filter(([, value]) => value !== undefined)
  return { file: sha256, ...Object.fromEntries(said) }
}

export const ownExport: Shape = {
  name: 'export',
  kinds: 'all',
  fits: record => isHeader(record) || isRow(record),
  inWords: () => 'a dataset of Perle: its items, without the answers to them',
  read,
}
