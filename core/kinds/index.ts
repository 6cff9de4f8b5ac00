// All kinds, by name: the one place in the core that a new kind is entered.
import { z } from 'zod'
import { choice } from './choice.ts'
import { codeReview } from './codeReview.ts'
import type { ItemContent, Kind } from './kind.ts'
import { pairwise } from './pairwise.ts'
import { ranking } from './ranking.ts'
import { rating } from './rating.ts'
import { steps } from './steps.ts'
import { tags } from './tags.ts'
import { text } from './text.ts'

export const kinds = { choice, tags, rating, pairwise, ranking, text, steps, codeReview }

export type KindName = keyof typeof kinds

/** Reads the name of a kind; the kinds there are, are looked up when it reads. */
export const kindName = z.custom<KindName>(value => typeof value === 'string' && Object.hasOwn(kinds, value), {
  error: () => `one of ${Object.keys(kinds).join(', ')}`,
})

/** A kind whose types are not known here; what goes in has been parsed by its own schemas. */
export type AnyKind = Kind<unknown, unknown, unknown, unknown>

export function kindOf(name: KindName): AnyKind {
  return kinds[name] as unknown as AnyKind
}

/** Reads a stored item. It was checked at import, so a failure is a bug. */
export function parseItem(contentText: string): ItemContent {
  return JSON.parse(contentText) as ItemContent
}
