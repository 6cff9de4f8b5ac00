import { findCampaign, findItem } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { openFor } from '../people/seal.ts'
import { assert } from '../refusals.ts'
import { type AssignmentRow, openAssignment } from './store.ts'
import { type Task, taskFrom } from './task.ts'

/** The task this person holds, with its draft; undefined when there is none, or its time is over. */
export async function taskInHand(ctx: Context, input: { contributorId: ContributorId }): Promise<Task | undefined> {
  const assignment = await openAssignment(ctx.db, input.contributorId)
  if (assignment === undefined || assignment.expiresAt <= ctx.now()) return undefined
  return taskOf(ctx, assignment)
}

/** A lease with everything that is shown of it. */
export async function taskOf(ctx: Context, assignment: AssignmentRow): Promise<Task> {
  const campaign = await findCampaign(ctx.db, assignment.campaignId)
  const item = await findItem(ctx.db, assignment.itemId)
  assert(campaign !== undefined && item !== undefined, 'a lease on nothing')
  return taskFrom(assignment, campaign, item, await openFor(ctx, assignment.contributorId, assignment.draft))
}
