import { amount } from '../amount.ts'
import type { Context } from '../context.ts'
import type { Address } from '../ids.ts'
import { leafAccount } from '../money/ledger.ts'
import { balancesUnder } from '../money/store.ts'
import { giveUpWanted, transactionsUnder, wantTransaction } from '../outbox/chainStore.ts'
import { addNotice } from '../outbox/store.ts'
import { merkleProof, merkleTree, payoutLeaf } from '../proof/index.ts'
import { newestActive, payoutsOf } from './epochStore.ts'
import { ownersOf } from './payeeStore.ts'

/** A batch: more wait for the next sweep, so that one payday does not fill a turn. */
const AT_ONCE = 200

export const claimPurpose = (epoch: number, address: Address) => `claim:${epoch}:${address}`

/**
 * Sends everybody's pay: a claim, paid by us, for each address that the newest claimable epoch owes something. The contract pays only the
 * address itself, so anybody may do this. Answers how many were asked for; call again until it is 0.
 */
export async function relayClaims(ctx: Context): Promise<number> {
  const epoch = await newestActive(ctx.db)
  if (epoch === undefined) return 0
  await giveUpWanted(ctx.db, 'claim:', `claim:${epoch.epoch}:`, 'a newer payday carries this sum')
  const asked = new Set((await transactionsUnder(ctx.db, `claim:${epoch.epoch}:`)).map(row => row.purpose))
  // One that an older epoch asked for and that is on its way would be paid by either; two at once would waste one.
  const onTheWay = await claimsOnTheWay(ctx)
  const owed = await balancesUnder(ctx.db, 'leaf:')
  const leaves = await payoutsOf(ctx.db, epoch.epoch)
  const due = leaves.flatMap((leaf, index) => {
    const isOwed = (owed.get(leafAccount(leaf.address)) ?? 0n) > 0n
    const isNew = !asked.has(claimPurpose(epoch.epoch, leaf.address)) && !onTheWay.has(leaf.address)
    return isOwed && isNew ? [{ ...leaf, index }] : []
  })
  const batch = due.slice(0, AT_ONCE)
  if (batch.length === 0) return 0
  const domain = { chainId: ctx.settings.chain.chainId, settlement: ctx.settings.chain.settlement }
  const tree = merkleTree(leaves.map(leaf => payoutLeaf(domain, leaf.address, leaf.cumulative)))
  const owners = await ownersOf(
    ctx.db,
    batch.map(leaf => leaf.address),
  )
  for (const { address, cumulative, index } of batch) {
    const claim = { kind: 'claim', signer: 'relayer', account: address, cumulative: amount(cumulative) } as const
    const call = { ...claim, generation: epoch.epoch, proof: merkleProof(tree, index) }
    // Another process was quicker, and has told the owner.
    if (!(await wantTransaction(ctx, { purpose: claimPurpose(epoch.epoch, address), call }))) continue
    const contributorId = owners.get(address)
    const sum = (owed.get(leafAccount(address)) ?? 0n).toString()
    if (contributorId !== undefined) {
      await addNotice(ctx, { contributorId, code: 'pay.sent', values: { sum, epoch: epoch.epoch } })
    }
  }
  return batch.length
}

async function claimsOnTheWay(ctx: Context): Promise<Set<string>> {
  const rows = await transactionsUnder(ctx.db, 'claim:')
  return new Set(rows.filter(row => row.state === 'signed').map(row => row.purpose.split(':')[2] ?? ''))
}
