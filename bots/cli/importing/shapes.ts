// Every shape of data that `perle import` knows, and which of them a file has. Pure.
import { changeItems } from './changeItems.ts'
import { chatMessages } from './chatMessages.ts'
import { idFrom, idOfContent } from './itemId.ts'
import { labelTable, truthFrom } from './labelTable.ts'
import { ownExport } from './ownExport.ts'
import { ownItems } from './ownItems.ts'
import { preferencePairs } from './preferencePairs.ts'
import { reasoningSteps } from './reasoningSteps.ts'
import type { FileFacts, RowFault, Shape, Shaped, Wanted } from './shape.ts'

const SHAPES: readonly Shape[] = [
  ownExport,
  ownItems,
  preferencePairs,
  reasoningSteps,
  changeItems,
  chatMessages,
  labelTable,
]
export const SHAPE_NAMES = SHAPES.map(shape => shape.name)

export type Recognised = { ok: true; shape: Shape } | { ok: false; why: string }

/** By its first record. A shape that fits the campaign's kind goes before one that does not. */
export function recognise(record: FileFacts | undefined, format: string | undefined, wanted: Wanted): Recognised {
  // Nothing to look at: the reader says what is wrong with the first row.
  if (record === undefined && format === undefined) return { ok: true, shape: ownItems }
  const asked = SHAPES.find(shape => shape.name === format)
  if (format !== undefined && asked === undefined)
    return { ok: false, why: `is asked for as "${format}", and there are: ${SHAPE_NAMES.join(', ')}` }
  const missing = [wanted.text, wanted.truth, wanted.id].find(name => name !== undefined && !(name in (record ?? {})))
  const there = Object.keys(record ?? {}).join(', ')
  if (missing !== undefined && record !== undefined)
    return { ok: false, why: `has no column ${missing}; there are: ${there}` }
  const fitting = asked === undefined ? SHAPES.filter(shape => shape.fits(record ?? {}, wanted)) : [asked]
  const shape = fitting.find(one => isFor(one, wanted)) ?? fitting[0]
  if (shape === undefined) {
    const known = SHAPES.filter(one => isFor(one, wanted)).map(one => one.name)
    const how = known.includes('labels') ? ' Name the column of the text with --text.' : ''
    return {
      ok: false,
      why: `has the fields ${there}; for a campaign of the kind ${wanted.kind} that is none of: ${known.join(', ')}.${how}`,
    }
  }
  if (shape.kinds !== 'all' && !isFor(shape, wanted)) {
    const why = `reads as ${shape.inWords(record ?? {}, wanted)}. That is for campaigns of the kind ${shape.kinds.join(', ')}; this one is ${wanted.kind}`
    return { ok: false, why }
  }
  return { ok: true, shape }
}

const isFor = ({ kinds }: Shape, { kind }: Wanted) => kinds === 'all' || kinds.includes(kind)

export type ReadItem =
  | {
      ok: true
      value: Record<string, unknown>
      names: Record<string, string>
      taken: readonly string[]
      isIdMade: boolean
    }
  | { ok: false; fault: RowFault }
  | { ok: true; skipped: string }

/** One record as one of our items. */
export function readItem(shape: Shape, record: FileFacts, wanted: Wanted): ReadItem {
  const shaped: Shaped = shape.read(record, wanted)
  if (!shaped.ok || 'skipped' in shaped) return shaped
  const isOwn = shape === ownItems
  // An id of our own form stays as it stands there: whoever wrote it is told where it cannot be one.
  const ownId = wanted.id === undefined ? shaped.own?.['id'] : undefined
  const given = ownId ?? record[wanted.id ?? 'id']
  const id = ownId === undefined || ownId === '' ? idFrom(given) : ownId
  const truth = truthOf(shaped, record, wanted, isOwn)
  const own = shaped.own ?? {}
  const why = own['why'] ?? wanted.why
  const role = own['role'] ?? wanted.role
  return {
    ok: true,
    value: {
      ...own,
      // Two pictures without a text are two items.
      id: id ?? idOfContent(own['media'] === undefined ? shaped.content : [shaped.content, own['media']]),
      ...(role === undefined ? {} : { role }),
      ...(why === undefined ? {} : { why }),
      ...(truth === undefined ? {} : { truth }),
      content: shaped.content,
    },
    names: {
      ...shaped.names,
      ...(wanted.id === undefined ? {} : { id: wanted.id }),
      ...(wanted.truth === undefined ? {} : { truth: wanted.truth }),
    },
    taken: [...shaped.taken, wanted.id ?? 'id', ...(wanted.truth === undefined ? [] : [wanted.truth])],
    isIdMade: id === undefined || String(id) !== String(given),
  }
}

/** A column that was asked for comes before what the shape found. */
function truthOf(
  shaped: Extract<Shaped, { content: unknown }>,
  record: FileFacts,
  wanted: Wanted,
  isOwn: boolean,
): unknown {
  if (wanted.truth === undefined || (isOwn && wanted.truth === 'truth')) return shaped.truth
  const given = record[wanted.truth]
  return given === undefined || given === null || given === '' ? undefined : truthFrom(given, wanted)
}
