import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { findWalletLink, newestWalletLink } from './store.ts'
import { type WalletLink, walletLinkFrom } from './walletLink.ts'

/** The link behind a page's address. */
export async function readWalletLink(ctx: Context, input: { once: string }): Promise<WalletLink | undefined> {
  const row = await findWalletLink(ctx.db, input.once)
  return row === undefined ? undefined : walletLinkFrom(row, ctx.now())
}

/** This person's newest link, whatever became of it. */
export async function latestWalletLink(
  ctx: Context,
  input: { contributorId: ContributorId },
): Promise<WalletLink | undefined> {
  const row = await newestWalletLink(ctx.db, input.contributorId)
  return row === undefined ? undefined : walletLinkFrom(row, ctx.now())
}
