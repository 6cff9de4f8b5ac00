import type { Context } from '../context.ts'
import type { AssignmentId, ContributorId } from '../ids.ts'
import { lockContributor } from '../people/store.ts'
import { ok, type Result } from '../refusals.ts'
import { endLease } from './endLease.ts'
import { holdsLease, type LeaseNoes } from './holdsLease.ts'

export const SKIP_REASONS = ['none', 'not_clear', 'not_my_field', 'does_not_load', 'stopped'] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** Gives a task back. Costs nothing and is never counted against anybody. */
export async function skipTask(
  ctx: Context,
  input: { contributorId: ContributorId; assignmentId: AssignmentId; reason: SkipReason },
): Promise<Result<void, LeaseNoes>> {
  await lockContributor(ctx.db, input.contributorId)
  const lease = await holdsLease(ctx, input)
  if (!lease.ok) return lease
  await endLease(ctx, lease.value, { state: 'skipped', reason: input.reason })
  return ok(undefined)
}
