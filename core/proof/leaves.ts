// Leaves of the four trees. Hashed twice, so that no inner node can be passed off as a leaf; chain and contract are in every leaf.
import { keccak } from './hash.ts'
import { type Address, encodeWords, type Hash, hashText, toHex, type Word } from './words.ts'

/** Which contract on which chain a proof speaks to. */
export type Domain = { chainId: number; settlement: Address }

export type Reputation = {
  /** Salted per epoch, so that a person shows one skill without the others. */
  subjectCommit: Hash
  /** Name of the skill; its keccak goes into the leaf. */
  skill: string
  /** Ppm. */
  mean: number
  low: number
  high: number
  /** Answers behind it. */
  n: number
}

const PAYOUT = hashText('perle.leaf.payout.1')
const CONTRIBUTION = hashText('perle.leaf.contribution.1')
const REPUTATION = hashText('perle.leaf.reputation.1')
const HISTORY = hashText('perle.leaf.history.1')

/** `account` is owed `cumulative` base units in all epochs together, claimed or not. */
export function payoutLeaf(domain: Domain, account: Address, cumulative: bigint): Hash {
  return leaf(PAYOUT, domain, [account, cumulative])
}

export function contributionLeaf(domain: Domain, campaignId: Hash, commitment: Hash): Hash {
  return leaf(CONTRIBUTION, domain, [campaignId, commitment])
}

export function reputationLeaf(domain: Domain, reputation: Reputation): Hash {
  const { subjectCommit, skill, mean, low, high, n } = reputation
  return leaf(REPUTATION, domain, [subjectCommit, hashText(skill), mean, low, high, n])
}

/** `batchRoot` is the root of the contributions of this epoch, zero when there were none. */
export function historyLeaf(domain: Domain, epoch: number, batchRoot: Hash): Hash {
  return leaf(HISTORY, domain, [epoch, batchRoot])
}

function leaf(type: Hash, domain: Domain, rest: Word[]): Hash {
  return toHex(keccak(keccak(encodeWords([type, domain.chainId, domain.settlement, ...rest]))))
}
