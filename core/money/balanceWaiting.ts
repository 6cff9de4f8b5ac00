import { type Amount, amount } from '../amount.ts'
import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { personAccount } from './ledger.ts'
import { balanceOf } from './store.ts'

/** What a person has earned and no payday has published yet: it waits for a wallet, or for the next payday. */
export async function balanceWaiting(ctx: Context, input: { contributorId: ContributorId }): Promise<Amount> {
  return amount(await balanceOf(ctx.db, personAccount(input.contributorId, 'accrued')))
}
