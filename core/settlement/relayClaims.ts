import { type Amount, amount } from '../amount.ts'
import type { Context } from '../context.ts'
import type { Address } from '../ids.ts'
import { leafAccount } from '../money/ledger.ts'
import { balancesUnder } from '../money/store.ts'
import type { ChainCall } from '../outbox/chain.ts'
import { giveUpWanted, wantTransaction } from '../outbox/chainStore.ts'
import { addNotice } from '../outbox/store.ts'
import { hashText, type MerkleTree, merkleProof, merkleTree, nodeProof, payoutLeaf } from '../proof/index.ts'
import { type ClaimBatch, planClaims } from './claimBatches.ts'
import { askedIn, markClaimed, onTheWay } from './claimStore.ts'
import { newestActive, payoutsOf } from './epochStore.ts'
import { ownersOf } from './payeeStore.ts'

/** People whose claims are wanted in one call; more wait for the next sweep, so that one payday does not fill a turn. */
const AT_ONCE = 200

/**
 * `least`: what an address must be owed before its claim is worth its fee; less waits until later paydays have added to it. `asked`: sent
 * whatever they are owed.
 */
export type Relaying = { least?: Amount; asked?: ReadonlySet<Address> }

type Leaf = { address: Address; cumulative: bigint }

/**
 * Sends everybody's pay: claims, paid by us, for each address that the newest claimable epoch owes something, put together where that is
 * cheaper. The contract pays only the address itself, so anybody may do this. Answers how many people were served; call again until it is 0.
 */
export async function relayClaims(ctx: Context, { least, asked: wished }: Relaying = {}): Promise<number> {
  const epoch = await newestActive(ctx.db)
  if (epoch === undefined) return 0
  await giveUpWanted(ctx.db, 'claim:', `claim:${epoch.epoch}:`, 'a newer payday carries this sum')
  const asked = await askedIn(ctx.db, epoch.epoch)
  // One that an older epoch asked for and that is on its way would be paid by either; two at once would waste one.
  const underWay = await onTheWay(ctx.db)
  const owed = await balancesUnder(ctx.db, 'leaf:')
  const sumOf = (address: Address) => owed.get(leafAccount(address)) ?? 0n
  const leaves: Leaf[] = await payoutsOf(ctx.db, epoch.epoch)
  const due = new Set(
    leaves.flatMap(({ address }, place) => {
      const isWorth = sumOf(address) > 0n && (wished?.has(address) || sumOf(address) >= (least ?? 0n))
      return isWorth && !asked.has(address) && !underWay.has(address) ? [place] : []
    }),
  )
  if (due.size === 0) return 0
  const domain = { chainId: ctx.settings.chain.chainId, settlement: ctx.settings.chain.settlement }
  const tree = merkleTree(leaves.map(leaf => payoutLeaf(domain, leaf.address, leaf.cumulative)))
  let served = 0
  for (const batch of planClaims(leaves.length, due)) {
    const call = callOf(batch, leaves, { tree, generation: epoch.epoch })
    const addresses = batch.leaves.filter(place => due.has(place)).map(place => (leaves[place] as Leaf).address)
    served += await want(ctx, { epoch: epoch.epoch, call, addresses, sumOf })
    if (served >= AT_ONCE) break
  }
  return served
}

function callOf(
  batch: ClaimBatch,
  leaves: readonly Leaf[],
  given: { tree: MerkleTree; generation: number },
): ChainCall {
  const { tree, generation } = given
  const entries = batch.leaves.map(place => {
    const { address, cumulative } = leaves[place] as Leaf
    return { account: address, cumulative: amount(cumulative), proof: merkleProof(tree, place) }
  })
  if (batch.kind === 'many') return { kind: 'claimMany', signer: 'relayer', entries, generation }
  const [first] = entries
  if (batch.kind === 'alone' && first !== undefined) return { kind: 'claim', signer: 'relayer', ...first, generation }
  const words = entries.map(({ account, cumulative }) => ({ account, cumulative }))
  const proof = batch.kind === 'subtree' ? nodeProof(tree, batch.node) : []
  return { kind: 'claimSubtree', signer: 'relayer', entries: words, generation, proof }
}

/** How many people were told. */
async function want(
  ctx: Context,
  given: { epoch: number; call: ChainCall; addresses: Address[]; sumOf: (address: Address) => bigint },
): Promise<number> {
  const { epoch, call, addresses, sumOf } = given
  // Named by whom it pays: asked for again, by whomever, it is the same wish.
  const name = addresses.length === 1 ? addresses[0] : `${addresses.length}:${hashText(addresses.join())}`
  const purpose = `claim:${epoch}:${name}`
  await markClaimed(ctx.db, epoch, addresses, purpose)
  // Another process was quicker, and has told the owners.
  if (!(await wantTransaction(ctx, { purpose, call }))) return addresses.length
  const owners = await ownersOf(ctx.db, addresses)
  for (const address of addresses) {
    const contributorId = owners.get(address)
    if (contributorId === undefined) continue
    const values = { sum: sumOf(address).toString(), epoch }
    await addNotice(ctx, { contributorId, code: 'pay.sent', values })
  }
  return addresses.length
}
