import { updateItem } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { AssignmentId, ContributorId } from '../ids.ts'
import { lockContributor } from '../people/store.ts'
import { ok, type Result } from '../refusals.ts'
import { endLease } from './endLease.ts'
import { holdsLease, type LeaseNoes } from './holdsLease.ts'
import { insertReport } from './requestStore.ts'

export const REPORT_REASONS = ['private', 'harmful', 'stolen', 'answer_missing'] as const
export type ReportReason = (typeof REPORT_REASONS)[number]

/** Within this many hours a person has looked at a report. */
export const REPORT_HOURS = 24

/** Takes an item from this person's list and holds it for everybody until somebody has looked. */
export async function reportItem(
  ctx: Context,
  input: { contributorId: ContributorId; assignmentId: AssignmentId; reason: ReportReason },
): Promise<Result<{ hours: number }, LeaseNoes>> {
  await lockContributor(ctx.db, input.contributorId)
  const lease = await holdsLease(ctx, input)
  if (!lease.ok) return lease
  await insertReport(ctx.db, {
    id: ctx.newId(),
    itemId: lease.value.itemId,
    contributorId: input.contributorId,
    reason: input.reason,
    createdAt: ctx.now(),
  })
  await endLease(ctx, lease.value, { state: 'skipped', reason: 'reported' })
  updateItem(ctx.db, lease.value.itemId, { state: 'held' })
  return ok({ hours: REPORT_HOURS })
}
