// The append-only tree over the batch roots of all epochs, in the shape of RFC 6962 (split at the largest power of two below n), so that
// the whole history is known from one perfect subtree per set bit of its size: its peaks. Nodes are sorted pairs; order is safe because
// a leaf names its epoch.
import { type Domain, historyLeaf } from './leaves.ts'
import { hashPair } from './merkle.ts'
import { type Hash, hashBytes, toHex, ZERO_HASH } from './words.ts'

/** `size` epochs; `peaks` from the largest subtree to the smallest. */
export type History = { size: number; peaks: Hash[] }

export const EMPTY_HISTORY: History = { size: 0, peaks: [] }

/** Adds the leaf of epoch `size + 1`. */
export function appendHistory(history: History, domain: Domain, batchRoot: Hash): History {
  const peaks = [...history.peaks]
  let node = historyLeaf(domain, history.size + 1, batchRoot)
  for (let carry = history.size; carry % 2 === 1; carry = (carry - 1) / 2) node = parent(peaks.pop() as Hash, node)
  return { size: history.size + 1, peaks: [...peaks, node] }
}

/** Root of the tree with these peaks; zero for no epoch. */
export function rootOfPeaks(peaks: readonly Hash[]): Hash {
  const last = peaks.at(-1)
  return last === undefined ? ZERO_HASH : peaks.slice(0, -1).reduceRight((right, peak) => parent(peak, right), last)
}

/** Root over the batch roots of epochs 1, 2, ... */
export function historyRoot(domain: Domain, batchRoots: readonly Hash[]): Hash {
  return batchRoots.length === 0 ? ZERO_HASH : subtree(leavesOf(domain, batchRoots))
}

/** Path of epoch `epoch` (counted from 1) to the root over all of `batchRoots`; check it with `verifyProof(root, historyLeaf(...), path)`. */
export function historyProof(domain: Domain, batchRoots: readonly Hash[], epoch: number): Hash[] {
  if (!Number.isInteger(epoch) || epoch < 1 || epoch > batchRoots.length) throw new RangeError(`no epoch ${epoch}`)
  let leaves = leavesOf(domain, batchRoots)
  let index = epoch - 1
  const path: Hash[] = []
  while (leaves.length > 1) {
    const split = splitOf(leaves.length)
    const isLeft = index < split
    path.push(subtree(isLeft ? leaves.slice(split) : leaves.slice(0, split)))
    leaves = isLeft ? leaves.slice(0, split) : leaves.slice(split)
    if (!isLeft) index -= split
  }
  return path.reverse()
}

function leavesOf(domain: Domain, batchRoots: readonly Hash[]): Hash[] {
  return batchRoots.map((batchRoot, i) => historyLeaf(domain, i + 1, batchRoot))
}

function subtree(leaves: readonly Hash[]): Hash {
  if (leaves.length === 1) return leaves[0] as Hash
  const split = splitOf(leaves.length)
  return parent(subtree(leaves.slice(0, split)), subtree(leaves.slice(split)))
}

/** The largest power of two below n. */
function splitOf(n: number): number {
  let split = 1
  while (split * 2 < n) split *= 2
  return split
}

function parent(a: Hash, b: Hash): Hash {
  return toHex(hashPair(hashBytes(a), hashBytes(b)))
}
