// All kinds, by name: the one place in the core that a new kind is entered.
import { choice } from './choice.ts'
import type { ItemContent, Kind, KindName } from './kind.ts'
import { pairwise } from './pairwise.ts'
import { ranking } from './ranking.ts'
import { text } from './text.ts'

export const kinds = { choice, pairwise, ranking, text } satisfies Record<KindName, unknown>

/** A kind whose types are not known here; what goes in has been parsed by its own schemas. */
export type AnyKind = Kind<unknown, unknown, unknown, unknown>

export function kindOf(name: KindName): AnyKind {
  return kinds[name] as unknown as AnyKind
}

/** Reads a stored item. It was checked at import, so a failure is a bug. */
export function parseItem(contentText: string): ItemContent {
  return JSON.parse(contentText) as ItemContent
}
