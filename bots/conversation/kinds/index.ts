// All kinds, by name: the one place in the conversation that a new kind is entered.
import type { KindName } from '@perle/core'
import { choice } from './choice.ts'
import { codeReview } from './codeReview.ts'
import type { KindTalk } from './kindTalk.ts'
import { pairwise } from './pairwise.ts'
import { ranking } from './ranking.ts'
import { rating } from './rating.ts'
import { steps } from './steps.ts'
import { tags } from './tags.ts'
import { text } from './text.ts'

export const talks = { choice, tags, rating, pairwise, ranking, text, steps, codeReview } satisfies Record<
  KindName,
  unknown
>

/** A kind whose types are not known here; its items were parsed at import. */
export function talkOf(kind: KindName): KindTalk {
  return talks[kind] as unknown as KindTalk
}

/** The same for a name out of a payload, which may be anything. */
export function talkNamed(name: string): KindTalk | undefined {
  return Object.hasOwn(talks, name) ? talkOf(name as KindName) : undefined
}
