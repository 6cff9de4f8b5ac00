import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'
import { eraseContributor, updateContributor } from './store.ts'

/** Paid work is for adults. Somebody younger is let go, and what the chat told us about them is removed. */
export async function confirmAge(
  ctx: Context,
  input: { contributorId: ContributorId; isAdult: boolean },
): Promise<Result<void, Only<'contributor.underage'>>> {
  if (!input.isAdult) {
    // Nothing but the account exists yet: age is asked before any agreement, so there is no answer and no pay.
    await eraseContributor(ctx.db, input.contributorId, ctx.now())
    return refuse({ code: 'contributor.underage' })
  }
  await updateContributor(ctx.db, input.contributorId, { adultAt: ctx.now() })
  return ok(undefined)
}
