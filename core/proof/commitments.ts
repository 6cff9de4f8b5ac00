// What stands on chain instead of an answer, a person and a campaign: salted hashes that only the holder of the salt can open.
import { keccak } from './hash.ts'
import { type Address, encodeTagged, type Hash, hashText, hashWords, toHex } from './words.ts'

/** `annotation` is the canonical JSON text of an accepted answer; without the 32-byte salt nobody can guess it from the hash. */
export function commitment(salt: Hash, annotation: string): Hash {
  return hashWords([salt, hashText(annotation)])
}

/** Name of a settled row in the public manifest. */
export function rowId(rowSalt: Hash, submissionHash: Hash): Hash {
  return toHex(keccak(encodeTagged('perle.row.1', [rowSalt, submissionHash])))
}

/** Ties a row to a person; opened to that person alone and, in a dispute, to the panel. */
export function linkCommit(row: Hash, accountKey: Hash, linkSalt: Hash): Hash {
  return toHex(keccak(encodeTagged('perle.link.1', [row, accountKey, linkSalt])))
}

export function subjectCommit(subjectSalt: Hash, accountKey: Hash): Hash {
  return toHex(keccak(encodeTagged('perle.subject.1', [subjectSalt, accountKey])))
}

/** Hash of a campaign's terms: what the contract calls its manifestHash. `terms` is canonical JSON. */
export function termsHash(terms: string): Hash {
  return hashText(terms)
}

export type CampaignTerms = {
  chainId: number
  settlement: Address
  requester: Address
  /** Unix seconds, as given when the campaign was opened: later extensions do not change the id. */
  expiryAtOpening: bigint
  manifestHash: Hash
  salt: Hash
}

export function campaignId(campaign: CampaignTerms): Hash {
  const { chainId, settlement, requester, expiryAtOpening, manifestHash, salt } = campaign
  return hashWords([chainId, settlement, requester, expiryAtOpening, manifestHash, salt])
}
