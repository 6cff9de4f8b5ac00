// All kinds, by name: the one place in the conversation that a new kind is entered.
import type { KindName } from '@perle/core'
import { choice } from './choice.ts'
import type { KindTalk } from './kindTalk.ts'
import { pairwise } from './pairwise.ts'
import { ranking } from './ranking.ts'
import { text } from './text.ts'

const kinds = { choice, pairwise, ranking, text } satisfies Record<KindName, unknown>

/** A kind whose types are not known here; its items were parsed at import. */
export function talkOf(kind: KindName): KindTalk {
  return kinds[kind] as unknown as KindTalk
}
