import { SimpleMerkleTree } from '@openzeppelin/merkle-tree'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  appendHistory,
  EMPTY_HISTORY,
  type Hash,
  type History,
  hashText,
  historyLeaf,
  historyProof,
  historyRoot,
  merkleProof,
  merkleRoot,
  merkleTree,
  rootOfPeaks,
  verifyProof,
  ZERO_HASH,
} from '../../core/proof/index.ts'

const domain = { chainId: 1, settlement: '0x5fbdb2315678afecb367f032d93f642f64180aa3' } as const
const hash = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map(value => `0x${Buffer.from(value).toString('hex')}` as Hash)

describe('a Merkle tree', () => {
  it("has the root and the proofs of OpenZeppelin's simple tree", () => {
    fc.assert(
      fc.property(fc.array(hash, { minLength: 1, maxLength: 40 }), leaves => {
        const oracle = SimpleMerkleTree.of(leaves, { sortLeaves: false })
        const tree = merkleTree(leaves)
        expect(merkleRoot(tree)).toBe(oracle.root)
        leaves.forEach((leaf, i) => {
          expect(merkleProof(tree, i)).toEqual(oracle.getProof(i))
          expect(verifyProof(merkleRoot(tree), leaf, merkleProof(tree, i))).toBe(true)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('proves no leaf that is not in it', () => {
    const leaves = ['a', 'b', 'c', 'd', 'e'].map(hashText)
    const tree = merkleTree(leaves)
    expect(verifyProof(merkleRoot(tree), hashText('f'), merkleProof(tree, 2))).toBe(false)
    expect(verifyProof(merkleRoot(tree), leaves[2] as Hash, merkleProof(tree, 3))).toBe(false)
  })

  it('is zero without leaves and its leaf with one', () => {
    expect(merkleRoot(merkleTree([]))).toBe(ZERO_HASH)
    const leaf = hashText('only')
    expect(merkleRoot(merkleTree([leaf]))).toBe(leaf)
    expect(merkleProof(merkleTree([leaf]), 0)).toEqual([])
    expect(() => merkleProof(merkleTree([leaf]), 1)).toThrow(RangeError)
  })
})

describe('the history', () => {
  const roots = Array.from({ length: 33 }, (_, i) => (i % 5 === 0 ? ZERO_HASH : hashText(`batch ${i}`)))

  it('proves every epoch at every size, and peaks give the same root as all leaves', () => {
    let history: History = EMPTY_HISTORY
    for (let size = 1; size <= roots.length; size++) {
      const sofar = roots.slice(0, size)
      history = appendHistory(history, domain, roots[size - 1] as Hash)
      const root = historyRoot(domain, sofar)
      expect(rootOfPeaks(history.peaks)).toBe(root)
      expect(history.peaks.length).toBe([...size.toString(2)].filter(bit => bit === '1').length)
      sofar.forEach((batchRoot, i) => {
        expect(verifyProof(root, historyLeaf(domain, i + 1, batchRoot), historyProof(domain, sofar, i + 1))).toBe(true)
      })
    }
  })

  it('does not let a batch pass for another epoch', () => {
    const path = historyProof(domain, roots, 7)
    expect(verifyProof(historyRoot(domain, roots), historyLeaf(domain, 8, roots[6] as Hash), path)).toBe(false)
  })

  it('is zero before the first epoch', () => {
    expect(rootOfPeaks(EMPTY_HISTORY.peaks)).toBe(ZERO_HASH)
    expect(historyRoot(domain, [])).toBe(ZERO_HASH)
    expect(() => historyProof(domain, roots, 0)).toThrow(RangeError)
  })
})
