// Merkle trees in one flat buffer. Roots and proofs are those of @openzeppelin/merkle-tree's SimpleMerkleTree with `sortLeaves: false`.
import { keccak } from './hash.ts'
import { type Hash, hashBytes, toHex, writeHash, ZERO_HASH } from './words.ts'

/** Node i (32 bytes each) is the hash of its children 2i+1 and 2i+2; leaf i stands at 2n-2-i, the root at 0. */
export type MerkleTree = { readonly nodes: Uint8Array; readonly size: number }

const pair = new Uint8Array(64)

/** Hash of two nodes, smaller first: a proof needs no left and right. */
export function hashPair(a: Uint8Array, b: Uint8Array): Uint8Array {
  const aFirst = compareBytes(a, b) <= 0
  pair.set(aFirst ? a : b, 0)
  pair.set(aFirst ? b : a, 32)
  return keccak(pair)
}

/** Leaves keep their order; they should already be hashed twice (see leaves.ts). */
export function merkleTree(leaves: readonly Hash[]): MerkleTree {
  const size = leaves.length
  const nodes = new Uint8Array(32 * Math.max(0, 2 * size - 1))
  for (let i = 0; i < size; i++) writeHash(nodes, 32 * (2 * size - 2 - i), leaves[i] as Hash)
  for (let i = size - 2; i >= 0; i--) nodes.set(hashPair(nodeAt(nodes, 2 * i + 1), nodeAt(nodes, 2 * i + 2)), 32 * i)
  return { nodes, size }
}

/** Zero for a tree without leaves. */
export function merkleRoot(tree: MerkleTree): Hash {
  return tree.size === 0 ? ZERO_HASH : toHex(nodeAt(tree.nodes, 0))
}

/** Siblings from leaf `index` up to the root. Throws RangeError outside the tree. */
export function merkleProof(tree: MerkleTree, index: number): Hash[] {
  if (!Number.isInteger(index) || index < 0 || index >= tree.size) throw new RangeError(`no leaf ${index}`)
  return nodeProof(tree, 2 * tree.size - 2 - index)
}

/** The same from any node of the tree, as `MerkleTree` numbers them: proves all leaves under it at once. */
export function nodeProof(tree: MerkleTree, node: number): Hash[] {
  if (!Number.isInteger(node) || node < 0 || node > 2 * tree.size - 2) throw new RangeError(`no node ${node}`)
  const proof: Hash[] = []
  for (let i = node; i > 0; i = (i - 1) >> 1) {
    proof.push(toHex(nodeAt(tree.nodes, i % 2 === 0 ? i - 1 : i + 1)))
  }
  return proof
}

/** Root that this leaf has under this proof. Throws TypeError where something is not 32 bytes of hex. */
export function foldProof(leaf: Hash, proof: readonly Hash[]): Hash {
  let node = hashBytes(leaf)
  for (const sibling of proof) node = hashPair(node, hashBytes(sibling))
  return toHex(node)
}

export function verifyProof(root: Hash, leaf: Hash, proof: readonly Hash[]): boolean {
  return foldProof(leaf, proof) === root
}

function nodeAt(nodes: Uint8Array, i: number): Uint8Array {
  return nodes.subarray(32 * i, 32 * i + 32)
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < 32; i++) {
    const difference = (a[i] as number) - (b[i] as number)
    if (difference !== 0) return difference
  }
  return 0
}
