// The chain as a port: what the core asks of it and what it tells us. The one adapter is contracts/bindings.
import type { Amount } from '../amount.ts'
import type { Address, Hash } from '../ids.ts'
import type { Header } from '../proof/header.ts'

/** Who signs. Each signer has nonces of its own. `requester` signs only in local mode, for the test requester. */
export type Signer = 'publisher' | 'relayer' | 'requester'

/** In the order in which they are served: deposits first, then the payday, then everybody's claims. */
export const SIGNERS = ['requester', 'publisher', 'relayer'] as const satisfies readonly Signer[]

/** The signers that use the account of this one: a live platform has one key for settling and relaying, and an account has one row of nonces. */
export function sharing(chain: Pick<Chain, 'address'>, signer: Signer): Signer[] {
  const own = addressOf(chain, signer)
  return SIGNERS.filter(other => other === signer || (own !== undefined && addressOf(chain, other) === own))
}

/** Undefined where no key is configured. */
export function addressOf(chain: Pick<Chain, 'address'>, signer: Signer): Address | undefined {
  try {
    return chain.address(signer)
  } catch {
    return undefined
  }
}

export type { Header } from '../proof/header.ts'

export type CampaignPreimage = { requester: Address; expiryAtOpening: bigint; manifestHash: Hash; salt: Hash }

/** What we write. Amounts in base units, times in unix seconds. */
export type ChainCall =
  | { kind: 'approve'; signer: 'requester'; amount: Amount }
  | { kind: 'open'; signer: 'requester'; amount: Amount; expiry: bigint; manifestHash: Hash; salt: Hash }
  | { kind: 'topUp'; signer: 'requester'; id: Hash; amount: Amount }
  | { kind: 'extend'; signer: 'requester'; preimage: CampaignPreimage; expiry: bigint }
  | { kind: 'close'; signer: 'requester'; preimage: CampaignPreimage }
  /** Before expiry plus grace only the requester may, and only what is not reserved; after it anybody. */
  | { kind: 'refund'; signer: 'relayer' | 'requester'; preimage: CampaignPreimage }
  | { kind: 'settle'; signer: 'publisher'; header: Header; ids: Hash[]; words: bigint[] }
  | {
      kind: 'claim'
      signer: 'relayer'
      account: Address
      cumulative: Amount
      generation: number
      proof: Hash[]
    }
  /** Each with a proof of its own. Both skip what is served or cannot be paid, and never fail for one of many. */
  | { kind: 'claimMany'; signer: 'relayer'; entries: (ClaimEntry & { proof: Hash[] })[]; generation: number }
  /** All leaves under one node, in the order of its flat tree, with one proof. */
  | { kind: 'claimSubtree'; signer: 'relayer'; entries: ClaimEntry[]; generation: number; proof: Hash[] }

/** What an account has earned in all, as its leaf says. */
export type ClaimEntry = { account: Address; cumulative: Amount }

export type BlockRef = { number: bigint; hash: Hash }

/** One log, decoded. `logIndex` is within the block; (tx, logIndex) is its identity. */
export type ChainEvent = { block: BlockRef; tx: Hash; logIndex: number } & (
  | { kind: 'opened'; id: Hash; requester: Address; amount: Amount; expiry: bigint; manifestHash: Hash; salt: Hash }
  | { kind: 'toppedUp'; id: Hash; from: Address; amount: Amount }
  | { kind: 'closing'; id: Hash; expiry: bigint }
  | { kind: 'extended'; id: Hash; expiry: bigint }
  | { kind: 'refunded'; id: Hash; requester: Address; amount: Amount }
  | { kind: 'settled'; header: Header }
  | { kind: 'vetoed'; epoch: number }
  | { kind: 'unwound'; epoch: number }
  | { kind: 'claimed'; account: Address; to: Address; amount: Amount }
)

/** The contract's own figures at one block. */
export type ChainState = {
  block: BlockRef
  epoch: number
  head: Hash
  published: Amount
  claimed: Amount
  held: Amount
  /** When the generation of `epoch` becomes (or became) claimable, unix seconds; undefined before the first and after a veto. */
  activeAt: bigint | undefined
}

/** A transaction of ours as the chain has it. `raw` undefined: one of a kind that we never sign. */
export type SentTransaction = {
  nonce: number
  hash: Hash
  raw: Hash | undefined
  to: Address | null
  data: Hash
  status: 'success' | 'reverted'
  block: BlockRef
}

/** `cost`: wei that it may cost at most. */
export type Signed = { raw: Hash; hash: Hash; cost: bigint }

/** `cost`: wei that it did cost. */
export type Receipt = { status: 'success' | 'reverted'; block: BlockRef; cost: bigint }

/** Every method throws `Fault` when the node is unreachable (`later`) or when the call would revert (`never`). */
export type Chain = {
  readonly chainId: number
  readonly settlement: Address
  readonly token: { address: Address; symbol: string; decimals: number }
  readonly deployedAtBlock: bigint
  /** Blocks on top of a log before we believe it. */
  readonly confirmations: number
  address(signer: Signer): Address
  /** Simulates, then signs with this nonce. Nothing is sent: the caller stores nonce, raw and hash first. */
  sign(call: ChainCall, nonce: number): Promise<Signed>
  /**
   * The same transaction for a higher fee, undefined where what it offers is enough for now. `isForced`: raise it all the same, for there may
   * be another reason why nobody takes it.
   */
  raise(signer: Signer, raw: Hash, isForced: boolean): Promise<Signed | undefined>
  /** Wei that this signer's account has for fees. */
  coins(signer: Signer): Promise<bigint>
  /** Sends; a transaction the node knows already is a success. */
  broadcast(raw: Hash): Promise<void>
  /** Number of mined transactions of this signer (`latest`). */
  transactionCount(signer: Signer): Promise<number>
  /** What a call is in a transaction: two that are equal in both are the same effect. */
  encode(call: ChainCall): { to: Address; data: Hash }
  /** Mined transactions of this signer's account with a nonce in [from, to). Slow: it looks through blocks. */
  sent(signer: Signer, nonces: { from: number; to: number }): Promise<SentTransaction[]>
  receipt(hash: Hash): Promise<Receipt | undefined>
  /** Why a mined transaction reverted: the contract's error with its arguments, where that can still be found out. */
  revertOf(hash: Hash): Promise<string | undefined>
  latest(): Promise<BlockRef & { timestamp: bigint }>
  finalized(): Promise<BlockRef>
  blockHash(number: bigint): Promise<Hash | undefined>
  events(from: bigint, to: bigint): Promise<ChainEvent[]>
  state(at?: bigint): Promise<ChainState>
  campaign(id: Hash, at?: bigint): Promise<{ balance: Amount; reserved: Amount; expiry: bigint }>
  claimedBy(account: Address, at?: bigint): Promise<Amount>
  tokenBalance(account: Address): Promise<Amount>
}
