// The ten words of an epoch as the contract hashes them, and the packed debits.
import { keccak } from './hash.ts'
import { encodeArrays, type Hash, hashWords, toHex } from './words.ts'

/** One epoch as the contract sees it; amounts in base units. */
export type Header = {
  prevHead: Hash
  epoch: number
  /** Contributions of this epoch. */
  batchRoot: Hash
  /** History tree over the batch roots of all epochs, this one included. */
  contributionsRoot: Hash
  reputationRoot: Hash
  payoutRoot: Hash
  /** Sum published since the beginning, this epoch included. */
  total: bigint
  /** What the contract holds for people without a wallet, the commons and the treasury: change in this epoch. */
  heldDelta: bigint
  debitsHash: Hash
  manifestHash: Hash
}

/** What an epoch takes from one campaign, and what stays out of its requester's reach after it. */
export type Debit = { id: Hash; debit: bigint; reservedAfter: bigint }

const SLOT = 1n << 96n

export function headerHash(header: Header): Hash {
  return hashWords([
    header.prevHead,
    header.epoch,
    header.batchRoot,
    header.contributionsRoot,
    header.reputationRoot,
    header.payoutRoot,
    header.total,
    header.heldDelta,
    header.debitsHash,
    header.manifestHash,
  ])
}

/** `debit << 96 | reservedAfter`. Throws RangeError when a number does not fit its 96 bits. */
export function packWord(debit: bigint, reservedAfter: bigint): bigint {
  if (debit < 0n || debit >= SLOT || reservedAfter < 0n || reservedAfter >= SLOT) {
    throw new RangeError('debit or reserve does not fit 96 bits')
  }
  return (debit << 96n) | reservedAfter
}

export function unpackWord(word: bigint): { debit: bigint; reservedAfter: bigint } {
  return { debit: word >> 96n, reservedAfter: word & (SLOT - 1n) }
}

/** Calldata of `settle` for these debits. They must come with strictly increasing ids, or the contract refuses them. */
export function packDebits(debits: readonly Debit[]): { ids: Hash[]; words: bigint[]; debitsHash: Hash } {
  const ids = debits.map(entry => entry.id)
  const words = debits.map(entry => packWord(entry.debit, entry.reservedAfter))
  return { ids, words, debitsHash: toHex(keccak(encodeArrays(ids, words))) }
}
