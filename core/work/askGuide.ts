import type { Context } from '../context.ts'
import type { AssignmentId, ContributorId } from '../ids.ts'
import { sealFor } from '../people/seal.ts'
import { lockContributor } from '../people/store.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'
import { endLease } from './endLease.ts'
import { holdsLease, type LeaseNoes } from './holdsLease.ts'
import { insertGuideQuestion } from './requestStore.ts'

const MAX_LENGTH = 500

/** One question on the guide, to the requester. The task goes back unanswered, at no cost. */
export async function askGuide(
  ctx: Context,
  input: { contributorId: ContributorId; assignmentId: AssignmentId; text: string },
): Promise<Result<void, LeaseNoes | Only<'text.too_long'>>> {
  const length = [...input.text].length
  if (length > MAX_LENGTH) return refuse({ code: 'text.too_long', length, max: MAX_LENGTH })
  await lockContributor(ctx.db, input.contributorId)
  const lease = await holdsLease(ctx, input)
  if (!lease.ok) return lease
  await insertGuideQuestion(ctx.db, {
    id: ctx.newId(),
    campaignId: lease.value.campaignId,
    itemId: lease.value.itemId,
    contributorId: input.contributorId,
    question: await sealFor(ctx, input.contributorId, input.text),
    createdAt: ctx.now(),
  })
  await endLease(ctx, lease.value, { state: 'skipped', reason: 'asked' })
  return ok(undefined)
}
