// What a dishonest publisher could publish: files that fit each other and the header on the chain, and are false in one thing.
import { canonicalStrict } from '../../core/proof/canonical.ts'
import {
  type Hash,
  type Header,
  headerOf,
  type Json,
  linesOf,
  type Manifest,
  merkleRoot,
  merkleTree,
  packDebits,
  parseAccount,
  parseHead,
  partHash,
  payoutLeaf,
} from '../../core/proof/index.ts'

/** An epoch as it goes to the chain, and the files that are shown for it. */
export type Published = { headText: string; parts: Map<Hash, string>; header: Header; ids: Hash[]; words: bigint[] }

// biome-ignore lint/suspicious/noExplicitAny: a head of any shape is what is being made here
type Head = Record<string, any>
type Lines = Json[]

export function honest(manifest: Manifest): Published {
  const { headText, header, ids, words } = manifest
  return { headText, header, ids, words, parts: new Map(manifest.parts.map(part => [part.sha256, part.text])) }
}

/**
 * `parts` changes the lines of a part by name; the head then names the changed one, and roots and sums of accounts follow, so that only the
 * lie itself is false. `head` changes the head last of all.
 */
export function forge(
  manifest: Manifest,
  change: { parts?: Record<string, (lines: Lines) => Lines>; head?: (head: Head) => void },
): Published {
  const head = JSON.parse(manifest.headText) as Head
  const parts = new Map<Hash, string>()
  for (const part of manifest.parts) {
    const edit = change.parts?.[part.name]
    const lines = linesOf(part.text).map(line => JSON.parse(line) as Json)
    const changed = edit === undefined ? lines : edit(lines)
    const text = changed.map(line => `${canonicalStrict(line)}\n`).join('')
    const sha256 = partHash(text)
    parts.set(sha256, text)
    const reference = head['parts'].find((one: Head) => one['sha256'] === part.sha256)
    Object.assign(reference, { sha256, lines: changed.length })
    if (edit !== undefined && part.name === 'accounts') restate(head, text)
  }
  change.head?.(head)
  const headText = canonicalStrict(head as Json)
  const parsed = parseHead(headText)
  const { ids, words } = packDebits(parsed.campaigns)
  return { headText, parts, header: headerOf(parsed, headText), ids, words }
}

function restate(head: Head, text: string): void {
  const accounts = linesOf(text).map(parseAccount)
  const domain = { chainId: head['chainId'] as number, settlement: head['contract'] as Hash }
  const leaves = accounts.map(one => payoutLeaf(domain, one.address, one.cumulative))
  head['payoutRoot'] = merkleRoot(merkleTree(leaves))
  const sum = accounts.reduce((total, one) => total + one.cumulative, 0n)
  head['published'] = String(sum + BigInt(head['withheld']))
}
