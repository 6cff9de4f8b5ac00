// A sentence of ours becomes spans; what is filled in stays plain text, whatever it holds.
import type { Span } from '../view.ts'

/**
 * Places for what we made ourselves: sums, dates, counts, letters, and what other sentences of ours have isolated already.
 * Everything else may come from a person and is isolated, so that a right-to-left name cannot reorder the sentence around it.
 */
const OURS = new Set(
  (
    'accepted agreed asked basis budget checks code cost count date day done earned epoch error factor first held hours i ' +
    'length letter max min minutes month n of onTheWay paid pass pending percent place practice price quality quorum rate ' +
    'receipt rejected right rule score second seconds share spent sum sure time undecided until version voted waiting ' +
    'week today step line letters list order answers votes panel accepts address last rest seconds items level state mine others choice ' +
    'decision marks scores review places low high'
  ).split(' '),
)

/** First strong isolate and its end (Unicode bidirectional algorithm, UAX 9). */
const ISOLATE = '\u2068'
const END = '\u2069'
/** What would break the line that a value stands in. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu
/** Marks with which a value could break out of its isolation, or that it brought from a sentence of ours. */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]+/g

/** A name or another short text of somebody, safe inside a sentence of ours. */
export function isolated(text: string): string {
  const calm = text.replace(DIRECTIONS, '').replace(BREAKS, ' ')
  return calm === '' ? '' : `${ISOLATE}${calm}${END}`
}

export type Values = Record<string, string | number>

/** A skill is named in small letters ("spotting scams"); at the start of a sentence it gets a large one. */
function capital(text: string): string {
  const [first = '', ...rest] = [...text]
  return first.toLocaleUpperCase() + rest.join('')
}

/** Splits at `**` first and fills afterwards, once: a value is never read again, so it can add neither bold nor places. */
export function fill(sentence: string, values: Values, number: (value: number) => string): Span[] {
  const put = (text: string, isFirst: boolean) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string, at: number) => {
      const value = values[name]
      if (value === undefined) return whole
      if (typeof value === 'number') return number(value)
      if (OURS.has(name)) return value
      return isolated(isFirst && at === 0 && name === 'skill' ? capital(value) : value)
    })
  return sentence
    .split('**')
    .map(
      (part, index): Span =>
        index % 2 === 1 ? { bold: put(part, index === 1 && sentence.startsWith('**')) } : put(part, index === 0),
    )
    .filter(span => (typeof span === 'string' ? span !== '' : span.bold !== ''))
}

/** The same without its bold. */
export function plain(spans: Span[]): string {
  return spans.map(span => (typeof span === 'string' ? span : span.bold)).join('')
}
