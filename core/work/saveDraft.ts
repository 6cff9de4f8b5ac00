import type { Context } from '../context.ts'
import type { AssignmentId, ContributorId } from '../ids.ts'
import { sealFor } from '../people/seal.ts'
import { lockContributor } from '../people/store.ts'
import { assert, type Only, ok, type Result } from '../refusals.ts'
import { holdsLease } from './holdsLease.ts'
import { updateAssignment } from './store.ts'
import type { Task } from './task.ts'
import { taskOf } from './taskInHand.ts'
import { heldLease } from './turnStore.ts'

/** Keeps what has been answered so far, sealed, on the lease: a restart between any two taps loses nothing. */
export async function saveDraft(
  ctx: Context,
  input: { contributorId: ContributorId; assignmentId: AssignmentId; draft: unknown },
): Promise<Result<Task, Only<'assignment.not_yours' | 'assignment.closed' | 'assignment.expired'>>> {
  await lockContributor(ctx.db, input.contributorId)
  const lease = await holdsLease(ctx, input)
  if (!lease.ok) return lease
  const draft = input.draft === null ? null : await sealFor(ctx, input.contributorId, JSON.stringify(input.draft))
  updateAssignment(ctx.db, lease.value, { draft })
  const held = await heldLease(ctx.db, input.contributorId)
  assert(held !== undefined, 'a draft on no lease')
  return ok(await taskOf(ctx, held))
}
