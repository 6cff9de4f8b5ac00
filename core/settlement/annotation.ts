// An accepted answer as it is recorded for good: the text whose salted hash goes on the chain. Pure.
import type { Hash } from '../ids.ts'
import type { ItemContent } from '../kinds/kind.ts'
import { canonicalJson, hashText, type Json } from '../proof/index.ts'

export const ANNOTATION_VERSION = 'perle.annotation.1'

export type Annotation = {
  /** Public code of the campaign. */
  campaign: string
  /** The requester's own name of the item, and the hash of what was shown. */
  item: string
  contentHash: Hash
  kind: ItemContent['kind']
  answer: unknown
  guideVersion: number
  /** How it came to be accepted. */
  acceptedBy: 'gold' | 'review' | 'auto' | 'appeal'
  /** A day, not a moment: finer times would tell who sat at a keyboard when. */
  sentOn: string
  contributor: string
}

export function annotationText(annotation: Annotation): string {
  return canonicalJson({ version: ANNOTATION_VERSION, ...annotation, answer: annotation.answer as Json })
}

/** The same person has another name in every campaign. 16 hex digits: among a million people
 * in one campaign two share a name with a chance of 3 in 100 million. */
export function pseudonymOf(accountKey: Hash, campaignChainId: Hash): string {
  return hashText(`perle.pseudonym.1 ${accountKey} ${campaignChainId}`).slice(2, 18)
}

export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}
