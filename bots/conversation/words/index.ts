// The words of one language. A sentence that a language lacks is shown in English, never as a key.
import i18next, { type i18n } from 'i18next'
import type { Span } from '../view.ts'
import { flatten, type ValuesOf, type WordKey } from './catalogue.ts'
import { en } from './en.ts'
import { fill, plain, type Values } from './fill.ts'
import { type Formats, formatsOf } from './formats.ts'
import { mirrorOf, pseudoOf } from './pseudo.ts'

/** Languages that people can choose, by their own names. A new one is its catalogue and a line here. */
const LANGUAGES: Record<string, string> = { en: 'English' }

type Mode = 'local' | 'live'

/** Made-up languages, by the tags that Unicode keeps for them. They are offered in local mode, under /settings. */
export const PSEUDO = 'en-XA'
export const MIRRORED = 'ar-XB'
const MADE_UP: Record<string, string> = { [PSEUDO]: 'Stretched (made up)', [MIRRORED]: 'Mirrored (made up)' }

const english = flatten(en)
const catalogues: Record<string, Record<string, string>> = {
  en: english,
  [PSEUDO]: pseudoOf(english),
  [MIRRORED]: mirrorOf(english),
}

type Filling<K extends WordKey> = keyof ValuesOf<K> extends never ? [] : [values: ValuesOf<K>]

/** A sentence with its values, as a state keeps it until it is shown. */
export type Said = { say: WordKey; values: Values; mark?: 'saved' | 'checking' | 'recorded' | undefined }

export type Words = Formats & {
  locale: string
  /** Sentences begin at the right. */
  isRtl: boolean
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

const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])
/** In a sentence from the right its stroke would go to the other end: it is isolated (UAX 9). */
const COMMAND = /(?<![\w/])\/[a-z]+/g
const opened = new Map<string, Words>()

/** Nearest language that has a catalogue: "en-GB" is English, an unknown one too. */
export function languageOf(locale: string): string {
  if (catalogues[locale] !== undefined) return locale
  const base = locale.split('-')[0] ?? 'en'
  return catalogues[base] === undefined ? 'en' : base
}

/** Languages to choose from, by their own names. */
export function languagesIn(mode: Mode): Record<string, string> {
  return mode === 'local' ? { ...LANGUAGES, ...MADE_UP } : LANGUAGES
}

/** The words that a person reads: an account may carry the tag of a made-up language from a browser. */
export function wordsIn(mode: Mode, locale: string): Words {
  return wordsFor(mode === 'live' && MADE_UP[locale] !== undefined ? 'en' : locale)
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
  const isRtl = RIGHT_TO_LEFT.has(tag.split('-')[0] ?? '')
  const filled = (key: string, values: Values): Span[] => {
    const count = values['count']
    const sentence = typeof count === 'number' ? instance.t(key, { count }) : instance.t(key)
    return fill(isRtl ? sentence.replace(COMMAND, '\u2066$&\u2069') : sentence, values, formats.number)
  }
  return {
    ...formats,
    locale: tag,
    isRtl,
    say: (key, ...filling) => plain(filled(key, (filling[0] ?? {}) as Values)),
    spans: (key, ...filling) => filled(key, (filling[0] ?? {}) as Values),
    spansOf: said => filled(said.say, said.values),
  }
}

/** A sentence to be kept in a state and shown with the next View. */
export function said<K extends WordKey>(key: K, ...filling: Filling<K>): Said {
  return { say: key, values: (filling[0] ?? {}) as Values }
}
