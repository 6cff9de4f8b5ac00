import type { Context } from '../context.ts'
import type { Address, ContributorId } from '../ids.ts'
import { wantTellings } from '../outbox/messageStore.ts'
import type { NoticeCode } from '../outbox/notice.ts'
import { assert, type Only, ok, type Result, refuse } from '../refusals.ts'
import {
  liveWallet,
  lockContributor,
  newestWalletLink,
  reachableAccounts,
  replaceWallet,
  updateWalletLink,
  walletOwner,
} from './store.ts'
import { walletLinkFrom } from './walletLink.ts'

export type WalletChoice = { isLinked: true; address: Address; countsFrom: Date } | { isLinked: false }

/**
 * The person's last word, in their own chat. A first wallet counts at once; a changed one only after `walletSettleSeconds`,
 * so that a thief of a chat account cannot move the next pay before its owner sees the notice.
 */
export async function confirmWallet(
  ctx: Context,
  input: { contributorId: ContributorId; isYes: boolean },
): Promise<Result<WalletChoice, Only<'wallet.link_closed' | 'wallet.taken'>>> {
  await lockContributor(ctx.db, input.contributorId)
  const row = await newestWalletLink(ctx.db, input.contributorId)
  if (row === undefined || walletLinkFrom(row, ctx.now()).state !== 'signed')
    return refuse({ code: 'wallet.link_closed' })
  if (!input.isYes) {
    await updateWalletLink(ctx.db, row.id, { state: 'refused' })
    return ok({ isLinked: false })
  }
  const { address, message, signature } = row
  assert(address !== null && message !== null && signature !== null, 'a signed link without what was signed')
  const owner = await walletOwner(ctx.db, address)
  if (owner !== undefined && owner !== input.contributorId) return refuse({ code: 'wallet.taken' })
  const confirmedAt = ctx.now()
  const before = await liveWallet(ctx.db, input.contributorId)
  const wait = before === undefined || before.address === address ? 0 : ctx.settings.parameters.walletSettleSeconds
  const countsFrom = new Date(confirmedAt.getTime() + wait * 1000)
  const isMine = await replaceWallet(ctx.db, {
    id: ctx.newId(),
    contributorId: input.contributorId,
    address,
    message,
    signature,
    confirmedAt,
    countsFrom,
  })
  if (!isMine) return refuse({ code: 'wallet.taken' })
  await updateWalletLink(ctx.db, row.id, { state: 'confirmed' })
  if (wait > 0) {
    // Sent unasked, the only such notice: where it was a thief, the owner has until `countsFrom`.
    const recipients = await reachableAccounts(ctx.db, input.contributorId, 'telegram')
    const payload = JSON.stringify({ code: 'wallet.changed' satisfies NoticeCode })
    await wantTellings(ctx, { surface: 'telegram', recipients, payload })
  }
  return ok({ isLinked: true, address, countsFrom })
}
