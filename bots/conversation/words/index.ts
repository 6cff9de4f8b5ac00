// The words of one language. A sentence that a language lacks is shown in English, never as a key.
import i18next, { type i18n } from 'i18next'
import type { Span } from '../view.ts'
import { flatten, type ValuesOf, type WordKey } from './catalogue.ts'
import { en } from './en.ts'
import { fill, plain, type Values } from './fill.ts'
import { type Formats, formatsOf } from './formats.ts'
import { pseudoOf } from './pseudo.ts'

/** Languages that people can choose, by their own names. A new one is its catalogue and a line here. */
export const LANGUAGES: Record<string, string> = { en: 'English' }

/** The made-up language of tests and pictures; never offered. */
export const PSEUDO = 'en-XA'

const english = flatten(en)
const catalogues: Record<string, Record<string, string>> = { en: english, [PSEUDO]: pseudoOf(english) }

type Filling<K extends WordKey> = keyof ValuesOf<K> extends never ? [] : [values: ValuesOf<K>]

/** A sentence with its values, as a state keeps it until it is shown. */
export type Said = { say: WordKey; values: Values; mark?: 'saved' | 'checking' | 'recorded' | undefined }

export type Words = Formats & {
  locale: string
  /** As plain text: headings, labels, lines. */
  say<K extends WordKey>(key: K, ...filling: Filling<K>): string
  /** With its bold. */
  spans<K extends WordKey>(key: K, ...filling: Filling<K>): Span[]
  /** What a state kept. */
  spansOf(said: Said): Span[]
}

function open(locale: string): i18n {
  const instance = i18next.createInstance()
  // Values are filled in by fill.ts, so i18next only finds the sentence and its plural form.
  void instance.init({
    lng: locale,
    fallbackLng: 'en',
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(Object.entries(catalogues).map(([tag, translation]) => [tag, { translation }])),
  })
  return instance
}

const opened = new Map<string, Words>()

/** Nearest language that has a catalogue: "en-GB" is English, an unknown one too. */
export function languageOf(locale: string): string {
  if (catalogues[locale] !== undefined) return locale
  const base = locale.split('-')[0] ?? 'en'
  return catalogues[base] === undefined ? 'en' : base
}

export function wordsFor(locale: string): Words {
  const tag = languageOf(locale)
  const known = opened.get(tag)
  if (known) return known
  const words = wordsOf(tag)
  opened.set(tag, words)
  return words
}

function wordsOf(tag: string): Words {
  const instance = open(tag)
  const formats = formatsOf(tag)
  const filled = (key: string, values: Values): Span[] => {
    const count = values['count']
    const sentence = typeof count === 'number' ? instance.t(key, { count }) : instance.t(key)
    return fill(sentence, values, formats.number)
  }
  return {
    ...formats,
    locale: tag,
    say: (key, ...filling) => plain(filled(key, (filling[0] ?? {}) as Values)),
    spans: (key, ...filling) => filled(key, (filling[0] ?? {}) as Values),
    spansOf: said => filled(said.say, said.values),
  }
}

/** A sentence to be kept in a state and shown with the next View. */
export function said<K extends WordKey>(key: K, ...filling: Filling<K>): Said {
  return { say: key, values: (filling[0] ?? {}) as Values }
}
