// The one place where an answer becomes accepted or rejected: state, money, the item's slot and a word to its author.
import { findCampaign, moveTaken } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { SubmissionId } from '../ids.ts'
import { acceptLines, type Reserve, rejectLines } from '../money/ledger.ts'
import { post } from '../money/store.ts'
import { addNotice } from '../outbox/store.ts'
import { assert } from '../refusals.ts'
import { weighItem } from '../work/weighItem.ts'
import { type JudgedRow, setDecision } from './decisionStore.ts'

export function acceptKey(id: SubmissionId): string {
  return `accept:${id}`
}

/** Its posting is what makes a rejection final: until then the answer's money waits in pending. */
export function rejectKey(id: SubmissionId): string {
  return `reject:${id}`
}

function reserveOfLease({ lease }: JudgedRow): Reserve {
  return { pay: lease.payReserve, fee: lease.feeReserve, review: lease.reviewReserve }
}

/**
 * Accepts a pending answer, or a rejected one after a second look. False where it was decided, undone or erased meanwhile.
 * Accepted answers are told in one sum at the next visit, not one by one: forty notices would bury the one that matters.
 */
export async function acceptAnswer(
  ctx: Context,
  row: JudgedRow,
  decidedBy: 'gold' | 'review' | 'auto' | 'appeal',
  from: 'pending' | 'rejected' = 'pending',
): Promise<boolean> {
  const { submission } = row
  const decision = { state: 'accepted', decidedBy, decidedAt: ctx.now() } as const
  if (!(await setDecision(ctx.db, submission.id, from, decision))) return false
  // Its slot was freed when it was rejected.
  if (from === 'rejected') await moveSlot(ctx, row, 1)
  const lines = acceptLines(submission.campaignId, reserveOfLease(row))
  await post(ctx, { key: acceptKey(submission.id), reason: 'accept', lines })
  return true
}

/** Why an answer is refused. Without both, a refusal cannot be shown to its author and therefore not be made. */
export type Reason = { rule: number; words: string }

/**
 * Rejects a pending answer; a slot of its item is free again. No money moves yet: the author may ask for a second look
 * until the window ends. Throws where reason or rule is missing: that is a bug of the caller.
 */
export async function rejectAnswer(
  ctx: Context,
  row: JudgedRow,
  decidedBy: 'gold' | 'review',
  reason: Reason,
): Promise<boolean> {
  const { submission } = row
  assert(Number.isInteger(reason.rule) && reason.rule > 0, 'a rejection without a rule')
  assert(reason.words.trim() !== '', 'a rejection without a reason')
  const decision = { state: 'rejected', decidedBy, decidedAt: ctx.now() } as const
  if (!(await setDecision(ctx.db, submission.id, 'pending', decision))) return false
  await moveSlot(ctx, row, -1)
  await addNotice(ctx, {
    contributorId: submission.contributorId,
    code: 'answer.rejected',
    values: { submissionId: submission.id, code: submission.code, rule: reason.rule },
  })
  return true
}

/** An answer counts towards its item, or no longer does: the item may ask for one more, or be decided. Check items have no slots. */
async function moveSlot(ctx: Context, { submission, item }: JudgedRow, by: 1 | -1): Promise<void> {
  if (item.role !== 'live') return
  const campaign = await findCampaign(ctx.db, submission.campaignId)
  assert(campaign !== undefined, 'an item without a campaign')
  moveTaken(ctx.db, item.id, by)
  await weighItem(ctx, campaign, item.id)
}

/** The rejection is final: what was set aside for the answer returns to the campaign. The review levy stays, the review happened. */
export async function settleRejection(ctx: Context, row: JudgedRow): Promise<boolean> {
  const lines = rejectLines(row.submission.campaignId, reserveOfLease(row))
  return post(ctx, { key: rejectKey(row.submission.id), reason: 'reject', lines })
}
