import { findCampaign, moveTaken } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { CampaignId, ContributorId } from '../ids.ts'
import { rejectLines } from '../money/ledger.ts'
import { post } from '../money/store.ts'
import { assert } from '../refusals.ts'
import { endLease } from '../work/endLease.ts'
import { openAssignment } from '../work/store.ts'
import { weighItem } from '../work/weighItem.ts'
import { eraseAnswers, pendingOf } from './erasureStore.ts'

/**
 * Takes a person's answers back, in one campaign or in all: texts and salts go, what was pending is given back to its
 * campaign, what was accepted stays earned. Answers how many answers were erased.
 */
export async function takeBackAnswers(
  ctx: Context,
  contributorId: ContributorId,
  campaignId: CampaignId | undefined,
): Promise<number> {
  const held = await openAssignment(ctx.db, contributorId)
  if (held !== undefined && (campaignId === undefined || held.campaignId === campaignId)) {
    await endLease(ctx, held, { state: 'skipped', reason: 'withdrawn' })
  }
  const pending = await pendingOf(ctx.db, contributorId, campaignId)
  const erased = await eraseAnswers(ctx.db, contributorId, campaignId)
  for (const { submission, lease } of pending) {
    const reserve = { pay: lease.payReserve, fee: lease.feeReserve, review: lease.reviewReserve }
    const lines = rejectLines(submission.campaignId, reserve)
    await post(ctx, { key: `withdraw:${submission.id}`, reason: 'withdraw', lines })
    const campaign = await findCampaign(ctx.db, submission.campaignId)
    assert(campaign !== undefined, 'an answer of no campaign')
    await moveTaken(ctx.db, submission.itemId, -1)
    await weighItem(ctx, campaign, submission.itemId)
  }
  return erased
}
