import type { Context } from '../context.ts'
import type { Address, ContributorId } from '../ids.ts'
import { liveWallet } from './store.ts'

/** Where this person's pay goes now, or from `countsFrom` on. */
export async function readWallet(
  ctx: Context,
  input: { contributorId: ContributorId },
): Promise<{ address: Address; confirmedAt: Date; countsFrom: Date } | undefined> {
  const row = await liveWallet(ctx.db, input.contributorId)
  return row === undefined
    ? undefined
    : { address: row.address, confirmedAt: row.confirmedAt, countsFrom: row.countsFrom }
}
