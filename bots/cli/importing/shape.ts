// What a shape of somebody else's data is: how it is recognised, and how one of its records becomes one of our items. Pure.
import type { KindName } from '@perle/core'

export type FileFacts = Record<string, unknown>

/** What was asked for beside the file: the campaign's kind and question, and columns by name. */
export type Wanted = {
  kind: KindName
  ask: unknown
  /** Column of the text. */
  text?: string | undefined
  /** Column of the right answer. */
  truth?: string | undefined
  /** Column of the id. */
  id?: string | undefined
  /** For rows that say none. */
  role?: string | undefined
  why?: string | undefined
}

export type RowFault = { field: string; expected: string }

/** `names`: what the file calls a field of ours. `taken`: fields of the record that were read. */
export type Shaped =
  | {
      ok: true
      content: unknown
      truth?: unknown
      names: Record<string, string>
      taken: readonly string[]
      /** The fields of an item that the record itself gives. */
      own?: Record<string, unknown>
    }
  | { ok: false; fault: RowFault }
  /** A record that is no item, and what it is: it is counted and said. */
  | { ok: true; skipped: string }

export type Shape = {
  /** As `--format` names it. */
  name: string
  /** "preference pairs: prompt, chosen, rejected" */
  inWords(record: FileFacts, wanted: Wanted): string
  kinds: readonly KindName[] | 'all'
  fits(record: FileFacts, wanted: Wanted): boolean
  read(record: FileFacts, wanted: Wanted): Shaped
}

/** The first of these names that the record has, with something in it. */
export function nameIn(record: FileFacts, names: readonly string[]): string | undefined {
  return names.find(name => record[name] !== undefined && record[name] !== null && record[name] !== '')
}

export function faulty(field: string, expected: string): { ok: false; fault: RowFault } {
  return { ok: false, fault: { field, expected } }
}
