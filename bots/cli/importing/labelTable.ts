// A table, or flat lines of JSON, with a text and perhaps its label: what most data sets for classifiers are. Pure.
import { kindOf } from '@perle/core'
import { OWN, ownFields } from './ownItems.ts'
import { type FileFacts, faulty, nameIn, type Shape, type Shaped, type Wanted } from './shape.ts'

const TEXTS = [
  'text',
  'sentence',
  'content',
  'body',
  'message',
  'comment',
  'tweet',
  'review',
  'review_text',
  'document',
  'question',
  'utterance',
  'source',
]
const TRUTHS = ['truth', 'gold', 'gold_label', 'label', 'labels', 'answer', 'category', 'class']
/** Fields of the content beside the text, by kind. */
const BESIDE: Record<string, string> = { choice: 'context', tags: 'context', rating: 'source' }

const isFlat = (value: unknown) => typeof value === 'string' || typeof value === 'number'

function textName(record: FileFacts, wanted: Wanted): string | undefined {
  return wanted.text ?? TEXTS.find(name => typeof record[name] === 'string')
}

/** A column with a name that says so is the truth only where its value is an answer of the campaign; a guess must not become gold. */
function truthName(record: FileFacts, wanted: Wanted): string | undefined {
  if (wanted.truth !== undefined) return wanted.truth
  const name = nameIn(record, TRUTHS)
  return name !== undefined && (name === 'truth' || isAnswer(record[name], wanted)) ? name : undefined
}

function isAnswer(value: unknown, wanted: Wanted): boolean {
  const labels = labelsOf(wanted)
  if (labels === undefined) return false
  const truth = truthFrom(value, wanted)
  return (Array.isArray(truth) ? truth : [truth]).every(one => labels.some(label => label.id === one))
}

function labelsOf({ ask }: Wanted): { id: string; label: string }[] | undefined {
  const labels = (ask as { labels?: unknown } | undefined)?.labels
  return Array.isArray(labels) ? (labels as { id: string; label: string }[]) : undefined
}

/** An answer as people write it: the id of a label or its words, several with | or a comma between them, a number for the only scale. */
export function truthFrom(value: unknown, wanted: Wanted): unknown {
  const labels = labelsOf(wanted) ?? []
  const known = (word: string) => {
    const same = (one: string) => one.trim().toLowerCase() === word.trim().toLowerCase()
    return labels.find(label => same(label.id) || same(label.label))?.id ?? word.trim()
  }
  const { kind } = wanted
  if (kind === 'choice') return known(String(value))
  if (kind === 'tags') {
    const given = Array.isArray(value) ? value.map(String) : String(value).split(/[|,;]/)
    return given.map(known).filter(id => id !== '' && id !== 'none')
  }
  const scales = (wanted.ask as { scales?: { id: string }[] } | undefined)?.scales
  if (kind === 'rating' && scales?.length === 1 && isFlat(value)) return { [scales[0]?.id ?? '']: Number(value) }
  if (typeof value !== 'string') return value
  const { truthFromCell = (cell: string): unknown => cell } = kindOf(kind)
  return truthFromCell(value)
}

function read(record: FileFacts, wanted: Wanted): Shaped {
  const text = textName(record, wanted)
  if (text === undefined || !isFlat(record[text])) return faulty(text ?? 'text', 'a text')
  const field = wanted.kind === 'text' ? 'source' : 'text'
  const beside = BESIDE[wanted.kind]
  const besideName =
    beside !== undefined && beside !== text && typeof record[beside] === 'string' && record[beside] !== ''
      ? beside
      : undefined
  const truth = truthName(record, wanted)
  const isGiven = truth !== undefined && record[truth] !== undefined && record[truth] !== null && record[truth] !== ''
  const { truth: _truth, id: _id, ...own } = ownFields(record, wanted)
  const content = {
    [field]: String(record[text]),
    ...(besideName === undefined ? {} : { [besideName]: record[besideName] }),
  }
  return {
    ok: true,
    content,
    ...(isGiven ? { truth: truthFrom(record[truth], wanted) } : {}),
    names: { [`content.${field}`]: text, ...(truth === undefined ? {} : { truth }) },
    taken: [text, ...OWN.filter(name => name !== 'truth'), ...[truth, besideName].filter(name => name !== undefined)],
    own,
  }
}

export const labelTable: Shape = {
  name: 'labels',
  kinds: ['choice', 'tags', 'rating', 'text'],
  fits: (record, wanted) => {
    const text = textName(record, wanted)
    return text !== undefined && (wanted.text !== undefined || isFlat(record[text]))
  },
  inWords: (record, wanted) => {
    const [text, truth] = [textName(record, wanted), truthName(record, wanted)]
    return `texts${truth === undefined ? '' : ' with their labels'}: ${[text, truth].filter(Boolean).join(', ')}`
  },
  read,
}
