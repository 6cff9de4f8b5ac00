import { findCampaign } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { AssignmentId, ContributorId } from '../ids.ts'
import { lockContributor } from '../people/store.ts'
import { assert, ok, type Result } from '../refusals.ts'
import { holdsLease, type LeaseNoes } from './holdsLease.ts'
import { updateAssignment } from './store.ts'
import type { Task } from './task.ts'
import { taskOf } from './taskInHand.ts'
import { heldLease } from './turnStore.ts'

/** A day: whoever needs longer takes the task again. */
const LONGEST_LEASE_SECONDS = 24 * 3600

/** More time, as often as asked, up to a day after the hand-out. */
export async function extendTask(
  ctx: Context,
  input: { contributorId: ContributorId; assignmentId: AssignmentId },
): Promise<Result<Task, LeaseNoes>> {
  await lockContributor(ctx.db, input.contributorId)
  const lease = await holdsLease(ctx, input)
  if (!lease.ok) return lease
  const campaign = await findCampaign(ctx.db, lease.value.campaignId)
  assert(campaign !== undefined, 'a lease of no campaign')
  const longest = lease.value.createdAt.getTime() + LONGEST_LEASE_SECONDS * 1000
  const expiresAt = new Date(Math.min(longest, ctx.now().getTime() + campaign.leaseSeconds * 1000))
  if (expiresAt > lease.value.expiresAt) updateAssignment(ctx.db, lease.value, { expiresAt })
  const held = await heldLease(ctx.db, input.contributorId)
  assert(held !== undefined, 'more time on no lease')
  return ok(await taskOf(ctx, held))
}
