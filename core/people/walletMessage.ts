import { getAddress, isAddress } from 'viem'
import type { Context } from '../context.ts'
import type { Address } from '../ids.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'
import { findWalletLink, updateWalletLink, walletOwner } from './store.ts'
import { linkMessage, walletLinkFrom } from './walletLink.ts'

/** The message that this address has to sign. Stored, so that what is checked is what was shown. */
export async function walletMessage(
  ctx: Context,
  input: { once: string; address: string },
): Promise<Result<{ message: string }, Only<'wallet.link_closed' | 'wallet.bad_address' | 'wallet.taken'>>> {
  const row = await findWalletLink(ctx.db, input.once)
  if (row === undefined) return refuse({ code: 'wallet.link_closed' })
  const link = walletLinkFrom(row, ctx.now())
  if (link.state !== 'open') return refuse({ code: 'wallet.link_closed' })
  if (!isAddress(input.address)) return refuse({ code: 'wallet.bad_address' })
  const address = input.address.toLowerCase() as Address
  const owner = await walletOwner(ctx.db, address)
  if (owner !== undefined && owner !== row.contributorId) return refuse({ code: 'wallet.taken' })
  const message = linkMessage({
    address: getAddress(address),
    publicUrl: ctx.settings.publicUrl,
    chainId: ctx.settings.chain.chainId,
    nonce: row.nonce,
    words: link.words,
    issuedAt: ctx.now(),
    expiresAt: row.expiresAt,
  })
  await updateWalletLink(ctx.db, row.id, { address, message })
  return ok({ message })
}
