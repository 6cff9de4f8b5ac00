import type { Amount } from '../amount.ts'
import type { Context } from '../context.ts'
import { type ContributorId, codeFrom } from '../ids.ts'
import { balanceWaiting } from '../money/balanceWaiting.ts'
import { consentsOf, endConsent, eraseContributor, lockContributor, updateContributor } from '../people/store.ts'
import { hashText } from '../proof/index.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'
import { deletePersonal, unlinkPerson, unsettledCount } from './erasureStore.ts'
import { takeBackAnswers } from './takeBackAnswers.ts'

/** How long a code opens what was not paid yet. */
const CLAIM_CODE_DAYS = 365

export type Forgotten = {
  receipt: string
  /** Shown once, kept only as a hash; null where nothing waits. */
  claimCode: string | null
  unpaid: Amount
}

/**
 * Deletes a person: accounts, texts, salts, keys, tests, messages. What is left is an empty purse under a random id (it
 * may still receive what was accepted and not settled), sums, and fingerprints that lead nowhere.
 */
export async function forget(
  ctx: Context,
  input: { contributorId: ContributorId },
): Promise<Result<Forgotten, Only<'contributor.excluded'>>> {
  const person = await lockContributor(ctx.db, input.contributorId)
  if (person === undefined || person.erasedAt !== null) return refuse({ code: 'contributor.excluded' })
  await takeBackAnswers(ctx, person.id, undefined)
  for (const { consents } of await consentsOf(ctx.db, person.id)) {
    if (consents.withdrawnAt === null) await endConsent(ctx.db, person.id, consents.campaignId, ctx.now())
  }
  await unlinkPerson(ctx.db, person.id)
  await deletePersonal(ctx.db, person.id)
  await eraseContributor(ctx.db, person.id, ctx.now())
  const unpaid = await balanceWaiting(ctx, { contributorId: person.id })
  const isWaiting = unpaid > 0n || (await unsettledCount(ctx.db, person.id)) > 0
  const claimCode = isWaiting ? codeFrom(ctx.randomBytes(10)) + codeFrom(ctx.randomBytes(10)) : null
  if (claimCode !== null) {
    await updateContributor(ctx.db, person.id, {
      claimCodeHash: hashText(claimCode),
      claimCodeUntil: new Date(ctx.now().getTime() + CLAIM_CODE_DAYS * 86_400_000),
    })
  }
  ctx.log.info({ contributorId: person.id }, 'a person left and was erased')
  return ok({ receipt: codeFrom(ctx.randomBytes(10)), claimCode, unpaid })
}
