// The ten words of an epoch as text: sums as decimal strings, as every page and file shows them. Pure.

import type { Header } from '../outbox/chain.ts'
import { canonicalStrict, type Json } from '../proof/index.ts'

export function headerJson(header: Header): Record<string, Json> {
  return { ...header, total: header.total.toString(), heldDelta: header.heldDelta.toString() }
}

export function writeHeader(header: Header): string {
  return canonicalStrict(headerJson(header))
}

/** What `writeHeader` wrote. */
export function readHeader(text: string): Header {
  const words = JSON.parse(text) as Omit<Header, 'total' | 'heldDelta'> & { total: string; heldDelta: string }
  return { ...words, total: BigInt(words.total), heldDelta: BigInt(words.heldDelta) }
}
