import type { Context } from '../context.ts'
import type { AssignmentId, ContributorId } from '../ids.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'
import { lockAssignment } from './store.ts'
import { type AssignmentRow, heldLease } from './turnStore.ts'

export type LeaseNoes = Only<'assignment.not_yours' | 'assignment.closed' | 'assignment.expired'>

/** The lease, locked, when it is this person's and still runs. */
export async function holdsLease(
  ctx: Context,
  input: { contributorId: ContributorId; assignmentId: AssignmentId },
): Promise<Result<AssignmentRow, LeaseNoes>> {
  const held = await heldLease(ctx.db, input.contributorId)
  const lease = held?.lease.id === input.assignmentId ? held.lease : await lockAssignment(ctx.db, input.assignmentId)
  if (lease === undefined || lease.contributorId !== input.contributorId)
    return refuse({ code: 'assignment.not_yours' })
  if (lease.state === 'expired') return refuse({ code: 'assignment.expired' })
  if (lease.state !== 'open') return refuse({ code: 'assignment.closed' })
  if (lease.expiresAt <= ctx.now()) return refuse({ code: 'assignment.expired' })
  return ok(lease)
}
