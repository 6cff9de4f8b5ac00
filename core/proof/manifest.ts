// The public account of an epoch: a head (one canonical JSON object, its keccak is the header's manifestHash) and parts (JSON lines
// named by their SHA-256, which the head lists). Times are unix seconds, amounts decimal strings of base units.
import { canonicalStrict, parseCanonical } from './canonical.ts'
import { sha256 } from './hash.ts'
import { type Header, packDebits } from './header.ts'
import * as shape from './shape.ts'
import { type Address, type Hash, hashText, toHex, utf8 } from './words.ts'

export const MANIFEST_VERSION = 'perle.manifest.1'

const campaign = shape.object({
  id: shape.hash,
  termsHash: shape.hash,
  /** Price of an answer in this epoch, after a floor top-up. */
  peff: shape.sum,
  /** Rows of any kind that name this campaign. */
  rows: shape.whole,
  /** Sums of its answers, votes and repairs. */
  pay: shape.sum,
  votes: shape.sum,
  repair: shape.sum,
  feeBps: shape.whole,
  /** Part of the fee that goes to the commons. */
  commonsShareBps: shape.whole,
  fee: shape.sum,
  /** pay + votes + fee + repair. */
  debit: shape.sum,
  /** What the campaign holds on chain after the debit, as far as the ledger knew at the cut-off. Never below reservedAfter. */
  balanceAfter: shape.sum,
  reservedAfter: shape.sum,
})

const part = shape.object({
  name: shape.oneOf('rows', 'accounts', 'contributions', 'reputation'),
  sha256: shape.hash,
  lines: shape.whole,
})

/**
 * A leaf that is left out of the tree or comes back. 1: left out, its whole sum is withheld. 2: the unclaimed rest of a withheld sum goes
 * to `to` (another address, "accrued" or "commons"). 3: the address returns, its withheld (claimed) sum with it.
 */
const move = shape.object({
  address: shape.address,
  phase: shape.oneOf(1, 2, 3),
  amount: shape.sum,
  to: shape.either(shape.address, shape.oneOf('', 'accrued', 'commons')),
  reason: shape.text,
})

const withheldLeaf = shape.object({ address: shape.address, amount: shape.sum })

/** Sums over the epoch; what each pays into and out of is said in deriveHead.ts. */
const totals = shape.object({
  rows: shape.whole,
  debit: shape.sum,
  /** Pay of all rows: what people earned. */
  income: shape.sum,
  feeCommons: shape.sum,
  feeTreasury: shape.sum,
  /** Rows that no campaign pays. */
  commonsPaid: shape.sum,
  treasuryPaid: shape.sum,
  /** Lost bonds and lapsed claims, from people's balances to the commons. */
  toCommons: shape.sum,
  /** From balances into leaves. */
  publishedAccrued: shape.sum,
  publishedTreasury: shape.sum,
})

const head = shape.object({
  version: shape.oneOf(MANIFEST_VERSION),
  chainId: shape.whole,
  contract: shape.address,
  token: shape.address,
  decimals: shape.whole,
  epoch: shape.whole,
  cutOffAt: shape.whole,
  prevHead: shape.hash,
  prevManifestHash: shape.hash,
  rewardVersion: shape.text,
  /** Every value used. `publishQuantum` (base units, a string) must be there; `maxIncrease` (whole tokens) is checked where given. */
  parameters: shape.record(shape.either(shape.whole, shape.text)),
  /** By id, strictly increasing. */
  campaigns: shape.list(campaign),
  totals,
  parts: shape.list(part),
  batchRoot: shape.hash,
  /** Peaks make the history provably append-only from two heads alone (see historyTree.ts). */
  history: shape.object({ size: shape.whole, root: shape.hash, peaks: shape.list(shape.hash) }),
  reputationRoot: shape.hash,
  payoutRoot: shape.hash,
  /** Sum of all leaves and of what is withheld: the header's total. */
  published: shape.sum,
  withheld: shape.sum,
  withheldLeaves: shape.list(withheldLeaf),
  moves: shape.list(move),
  /** Addresses paid to the last unit because their owner leaves; all others rise in steps of publishQuantum. */
  inFull: shape.list(shape.address),
  /** Where the treasury's share is published; "" keeps it held. */
  treasuryAddress: shape.either(shape.address, shape.oneOf('')),
  /** heldAfter = accruedSum + bondSum + commons + treasury. */
  heldBefore: shape.sum,
  heldAfter: shape.sum,
  accruedSum: shape.sum,
  bondSum: shape.sum,
  commons: shape.sum,
  treasury: shape.sum,
})

export type ManifestHead = shape.ShapeOf<typeof head>
export type ManifestCampaign = shape.ShapeOf<typeof campaign>
export type ManifestMove = shape.ShapeOf<typeof move>
export type WithheldLeaf = shape.ShapeOf<typeof withheldLeaf>

export type PartReference = shape.ShapeOf<typeof part>
export type PartName = PartReference['name']

/** One file of a manifest, `<sha256 without 0x>.jsonl`. */
export type Part = PartReference & { text: string }

export function writeHead(value: ManifestHead): string {
  return canonicalStrict(shape.toJson(value))
}

/** Throws SyntaxError (not canonical JSON) or ShapeError (names the field). */
export function parseHead(headText: string): ManifestHead {
  return head(parseCanonical(headText), '')
}

export function manifestHash(headText: string): Hash {
  return hashText(headText)
}

export function partHash(partText: string): Hash {
  return toHex(sha256(utf8(partText)))
}

/** The ten words that go on chain for this head. */
export function headerOf(value: ManifestHead, headText: string): Header {
  return {
    prevHead: value.prevHead,
    epoch: value.epoch,
    batchRoot: value.batchRoot,
    contributionsRoot: value.history.root,
    reputationRoot: value.reputationRoot,
    payoutRoot: value.payoutRoot,
    total: value.published,
    heldDelta: value.heldAfter - value.heldBefore,
    debitsHash: packDebits(value.campaigns).debitsHash,
    manifestHash: manifestHash(headText),
  }
}

export type Account = { address: Address; cumulative: bigint }
