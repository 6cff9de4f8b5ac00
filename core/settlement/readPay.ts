import { type Amount, amount } from '../amount.ts'
import type { Context } from '../context.ts'
import type { Address, ContributorId, Hash } from '../ids.ts'
import type { ChainEvent } from '../outbox/chain.ts'
import { findTransaction } from '../outbox/chainStore.ts'
import { readChainText } from '../outbox/chainText.ts'
import { claimOf } from './claimStore.ts'
import { type WalletRow, walletAt } from './credits.ts'
import { allEpochs, type EpochRow, newestActive, payoutsOf } from './epochStore.ts'
import { walletsOf } from './payeeStore.ts'
import { claimsOf, paidRowsOf } from './publicStore.ts'

export type PaidEpoch = {
  epoch: number
  sum: Amount
  answers: number
  votes: number
  /** `no_wallet`: earned and kept; `waiting`: not claimable yet; `sent`: the claim is on its way. */
  state: 'waiting' | 'sent' | 'paid' | 'no_wallet'
  tx: Hash | null
  paidAt: Date | null
  lines: { title: string; sum: Amount; answers: number }[]
}

/** What each payday brought somebody, newest first, and where that money is. */
export async function readPay(ctx: Context, input: { contributorId: ContributorId }): Promise<{ epochs: PaidEpoch[] }> {
  const rows = await paidRowsOf(ctx.db, input.contributorId)
  const byEpoch = Map.groupBy(rows, row => row.epoch)
  const wallets = await walletsOf(ctx.db, [input.contributorId])
  const all = (await allEpochs(ctx.db)).filter(row => row.state !== 'vetoed').reverse()
  const epochs: PaidEpoch[] = []
  for (const [epoch, own] of byEpoch) {
    const sum = own.reduce((total, row) => total + row.pay, 0n)
    const titles = Map.groupBy(own, row => row.title ?? row.skill)
    epochs.push({
      epoch,
      sum: amount(sum),
      answers: own.filter(row => row.kind === 'answer').length,
      votes: own.filter(row => row.kind === 'vote').length,
      lines: [...titles].map(([title, lines]) => ({
        title,
        sum: amount(lines.reduce((total, row) => total + row.pay, 0n)),
        answers: lines.filter(row => row.kind === 'answer').length,
      })),
      ...(await whereabouts(ctx, epoch, all, wallets)),
    })
  }
  return { epochs }
}

type Whereabouts = Pick<PaidEpoch, 'state' | 'tx' | 'paidAt'>

/** Follows the money: the first epoch from then on with a wallet that counted, its leaf, and the claims of that leaf. */
async function whereabouts(
  ctx: Context,
  epoch: number,
  all: readonly EpochRow[],
  wallets: readonly WalletRow[],
): Promise<Whereabouts> {
  const carrier = all.find(row => row.epoch >= epoch && walletAt(wallets, row.cutOffAt, row.isFlush) !== undefined)
  const nowhere = { tx: null, paidAt: null } as const
  if (carrier === undefined) return { state: wallets.length === 0 ? 'no_wallet' : 'waiting', ...nowhere }
  const address = walletAt(wallets, carrier.cutOffAt, carrier.isFlush) as Address
  const leaf = (await payoutsOf(ctx.db, carrier.epoch)).find(row => row.address === address)
  if (leaf === undefined || carrier.state === 'closed' || carrier.state === 'settled')
    return { state: 'waiting', ...nowhere }
  let claimed = 0n
  for (const claim of await claimsOf(ctx.db, address)) {
    claimed += readChainText<Extract<ChainEvent, { kind: 'claimed' }>>(claim.text).amount
    if (claimed >= leaf.cumulative) return { state: 'paid', tx: claim.tx, paidAt: claim.recordedAt }
  }
  const newest = (await newestActive(ctx.db))?.epoch ?? carrier.epoch
  const purpose = await claimOf(ctx.db, newest, address)
  const sent = purpose === null ? undefined : await findTransaction(ctx.db, purpose)
  const isSent = sent !== undefined && sent.state !== 'failed'
  return { state: isSent ? 'sent' : 'waiting', tx: isSent ? sent.hash : null, paidAt: null }
}
