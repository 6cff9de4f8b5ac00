// What goes to the chain and what comes from it, as text that a database can hold: canonical JSON with whole numbers marked. Pure.
import { canonicalStrict, type Json } from '../proof/index.ts'

/** Marks a bigint among strings; no text field of a call or an event can begin so (they are hex or a kind). */
const BIG = 'n:'

/** JSON cannot hold a bigint, and a number of it not a wei. */
export function writeChainText(value: object): string {
  const plain = JSON.stringify(value, (_key, entry) => (typeof entry === 'bigint' ? `${BIG}${entry}` : entry))
  return canonicalStrict(JSON.parse(plain) as Json)
}

/** What `writeChainText` wrote. The text is our own, so its shape is trusted. */
export function readChainText<T extends object>(text: string): T {
  return JSON.parse(text, (_key, entry) =>
    typeof entry === 'string' && entry.startsWith(BIG) ? BigInt(entry.slice(BIG.length)) : entry,
  ) as T
}
