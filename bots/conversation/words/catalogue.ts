// The types of the catalogue: its keys, and the values that each sentence asks for. A wrong or missing one does not compile.
import type { en } from './en.ts'

type English = typeof en
/** Plural forms that English has; another language may have more of them. */
type Form = 'one' | 'other'

type KeysOf<T> = { [A in keyof T & string]: `${A}.${keyof T[A] & string}` }[keyof T & string]
type Base<K extends string> = K extends `${infer Stem}_${Form}` ? Stem : K

/** `area.sentence`, without the ending of a plural form. */
export type WordKey = Base<KeysOf<English>>

type At<A, N> = A extends keyof English ? (N extends keyof English[A] ? English[A][N] : never) : never
type TextOf<K extends string> = K extends `${infer A}.${infer N}`
  ? At<A, N> | At<A, `${N}_one`> | At<A, `${N}_other`>
  : never
type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never

type IsPlural<K extends string> = `${K}_other` extends KeysOf<English> ? 'count' : never

/** What a sentence is filled with. `count` chooses the plural form and is a number. */
export type ValuesOf<K extends WordKey> = {
  [N in Names<TextOf<K>> | IsPlural<K>]: N extends 'count' ? number : string | number
}

/** Everything flat, as i18next holds it. */
export type Flat = Record<string, string>

export function flatten(catalogue: Record<string, Record<string, string>>): Flat {
  const lines = Object.entries(catalogue).flatMap(([area, sentences]) =>
    Object.entries(sentences).map(([name, text]): [string, string] => [`${area}.${name}`, text]),
  )
  return Object.fromEntries(lines)
}
