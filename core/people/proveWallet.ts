import type { Context } from '../context.ts'
import type { Address } from '../ids.ts'
import { wantScreen } from '../outbox/messageStore.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'
import { findWalletLink, reachableAccounts, updateWalletLink } from './store.ts'
import { walletLinkFrom } from './walletLink.ts'

/**
 * The wallet has signed. The door checks the signature against the stored message beforehand (a contract wallet needs the
 * chain for that) and passes the fact in. Nothing is linked yet: the chat asks once more.
 */
export async function proveWallet(
  ctx: Context,
  input: { once: string; address: string; signature: string; isVerified: boolean },
): Promise<Result<{ address: Address }, Only<'wallet.link_closed' | 'wallet.bad_signature'>>> {
  const row = await findWalletLink(ctx.db, input.once)
  if (row === undefined) return refuse({ code: 'wallet.link_closed' })
  const state = walletLinkFrom(row, ctx.now()).state
  const address = input.address.toLowerCase() as Address
  if (state === 'signed' && row.address === address) return ok({ address })
  if (state !== 'open') return refuse({ code: 'wallet.link_closed' })
  if (!input.isVerified || row.address !== address) return refuse({ code: 'wallet.bad_signature' })
  await updateWalletLink(ctx.db, row.id, { state: 'signed', signature: input.signature })
  // The page was opened from a chat; the question goes back there. A web chat asks for it by itself.
  for (const recipient of await reachableAccounts(ctx.db, row.contributorId, 'telegram')) {
    await wantScreen(ctx, { surface: 'telegram', recipient })
  }
  return ok({ address })
}
