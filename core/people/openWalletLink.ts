import { bytesToHex } from 'viem'
import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { twoWords } from './alias.ts'
import { expireWalletLinks, insertWalletLink, lockContributor } from './store.ts'
import { LINK_SECONDS } from './walletLink.ts'

/** A page for one wallet, open for five minutes; an older one of this person closes. */
export async function openWalletLink(
  ctx: Context,
  input: { contributorId: ContributorId },
): Promise<{ once: string; words: [string, string]; expiresAt: Date }> {
  await lockContributor(ctx.db, input.contributorId)
  await expireWalletLinks(ctx.db, input.contributorId)
  const words = twoWords(ctx.random)
  const once = Buffer.from(ctx.randomBytes(16)).toString('base64url')
  const createdAt = ctx.now()
  const expiresAt = new Date(createdAt.getTime() + LINK_SECONDS * 1000)
  await insertWalletLink(ctx.db, {
    id: ctx.newId(),
    contributorId: input.contributorId,
    once,
    firstWord: words[0],
    secondWord: words[1],
    // Letters and digits only, as EIP-4361 wants it.
    nonce: bytesToHex(ctx.randomBytes(12)).slice(2),
    state: 'open',
    createdAt,
    expiresAt,
  })
  return { once, words, expiresAt }
}
