import type { Context } from '../context.ts'
import { endLease } from './endLease.ts'
import { overdueAssignments } from './store.ts'

const BATCH = 50

/** Ends overdue leases, a batch at a time; answers how many. Drafts stay on the ended lease. */
export async function expireAssignments(ctx: Context): Promise<number> {
  const overdue = await overdueAssignments(ctx.db, ctx.now(), BATCH)
  for (const lease of overdue) await endLease(ctx, lease, { state: 'expired' })
  return overdue.length
}
