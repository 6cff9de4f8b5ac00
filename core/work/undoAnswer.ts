import { findCampaign, lockItems } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { AssignmentId, ContributorId } from '../ids.ts'
import { reversed, submitLines } from '../money/ledger.ts'
import { post } from '../money/store.ts'
import { lockContributor } from '../people/store.ts'
import { assert, type Only, ok, type Result, refuse } from '../refusals.ts'
import { endLease } from './endLease.ts'
import { insertAssignment, lockAssignment, lockSubmission, undoSubmission, updateAssignment } from './store.ts'
import type { Task } from './task.ts'
import { taskOf } from './taskInHand.ts'
import { heldLease, lastSubmission, type SubmissionRow } from './turnStore.ts'
import { weighItem } from './weighItem.ts'

/** Until the next answer is sent, and while nobody judges it, the last one can be taken back. */
function isUndoable(submission: SubmissionRow | undefined): submission is SubmissionRow {
  return submission !== undefined && submission.state === 'pending' && submission.inReviewAt === null
}

export async function canUndo(ctx: Context, input: { contributorId: ContributorId }): Promise<boolean> {
  return isUndoable(await lastSubmission(ctx.db, input.contributorId))
}

/** The last answer comes back as the draft of a fresh lease on the same item; a task in hand goes back untouched. */
export async function undoAnswer(
  ctx: Context,
  input: { contributorId: ContributorId },
): Promise<Result<Task, Only<'answer.not_undoable'>>> {
  await lockContributor(ctx.db, input.contributorId)
  const last = await lastSubmission(ctx.db, input.contributorId)
  if (!isUndoable(last)) return refuse({ code: 'answer.not_undoable' })
  const inHand = (await heldLease(ctx.db, input.contributorId))?.lease
  const before = await lockAssignment(ctx.db, last.assignmentId)
  await lockItems(ctx.db, inHand === undefined ? [last.itemId] : [last.itemId, inHand.itemId])
  // A sweep may have decided it, or a round have taken it up, since it was read.
  const submission = await lockSubmission(ctx.db, last.id)
  if (!isUndoable(submission)) return refuse({ code: 'answer.not_undoable' })
  if (inHand !== undefined) await endLease(ctx, inHand, { state: 'expired', reason: 'undo' })
  const campaign = await findCampaign(ctx.db, submission.campaignId)
  assert(before !== undefined && campaign !== undefined, 'an answer without its lease')
  await undoSubmission(ctx.db, submission)
  updateAssignment(ctx.db, before, { state: 'skipped', skipReason: 'undone' })
  const id = ctx.newId() as AssignmentId
  const now = ctx.now()
  insertAssignment(ctx.db, {
    ...before,
    id,
    state: 'open',
    draft: submission.answer,
    skipReason: null,
    createdAt: now,
    expiresAt: new Date(now.getTime() + campaign.leaseSeconds * 1000),
    endedAt: null,
  })
  const reserve = { pay: before.payReserve, fee: before.feeReserve, review: before.reviewReserve }
  const lines = submitLines(campaign.id, reserve)
  await post(ctx, { key: `undo:${submission.id}`, reason: 'undo', lines: reversed(lines) })
  await weighItem(ctx, campaign, submission.itemId)
  const made = await heldLease(ctx.db, input.contributorId)
  assert(made !== undefined, 'a lease that was just made is not there')
  return ok(await taskOf(ctx, made))
}
