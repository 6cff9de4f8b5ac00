import { lockItems } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import { lockPurses } from '../money/store.ts'
import { endLease } from './endLease.ts'
import { overdueAssignments } from './store.ts'

const BATCH = 50

/** Ends overdue leases, a batch at a time; answers how many. Drafts stay on the ended lease. */
export async function expireAssignments(ctx: Context): Promise<number> {
  const overdue = await overdueAssignments(ctx.db, ctx.now(), BATCH)
  // All that several people may wait for, in the order in which they do: lease by lease it would be any order.
  await lockItems(
    ctx.db,
    overdue.map(lease => lease.itemId),
  )
  await lockPurses(
    ctx.db,
    overdue.map(lease => lease.campaignId),
  )
  for (const lease of overdue) await endLease(ctx, lease, { state: 'expired' })
  return overdue.length
}
