import { findCampaign, lockItems, moveTaken } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { CampaignId, ContributorId } from '../ids.ts'
import { rejectLines } from '../money/ledger.ts'
import { lockPurses, post } from '../money/store.ts'
import { assert } from '../refusals.ts'
import { endLease } from '../work/endLease.ts'
import { heldLease } from '../work/turnStore.ts'
import { weighItem } from '../work/weighItem.ts'
import { lockSettlement } from './epochStore.ts'
import { eraseAnswers, pendingItems, pendingOf } from './erasureStore.ts'

/**
 * Takes a person's answers back, in one campaign or in all: texts and salts go, what was pending is given back to its
 * campaign, what was accepted stays earned. Answers how many answers were erased.
 */
export async function takeBackAnswers(
  ctx: Context,
  contributorId: ContributorId,
  campaignId: CampaignId | undefined,
): Promise<number> {
  await lockSettlement(ctx.db)
  const open = (await heldLease(ctx.db, contributorId))?.lease
  const held = open !== undefined && (campaignId === undefined || open.campaignId === campaignId) ? open : undefined
  const asked = await pendingItems(ctx.db, contributorId, campaignId)
  await lockItems(ctx.db, held === undefined ? asked : [...asked, held.itemId])
  const pending = await pendingOf(ctx.db, contributorId, campaignId)
  const campaigns = pending.map(({ submission }) => submission.campaignId)
  await lockPurses(ctx.db, held === undefined ? campaigns : [...campaigns, held.campaignId])
  if (held !== undefined) await endLease(ctx, held, { state: 'skipped', reason: 'withdrawn' })
  const erased = await eraseAnswers(ctx.db, contributorId, campaignId)
  for (const { submission, lease } of pending) {
    const reserve = { pay: lease.payReserve, fee: lease.feeReserve, review: lease.reviewReserve }
    const lines = rejectLines(submission.campaignId, reserve)
    await post(ctx, { key: `withdraw:${submission.id}`, reason: 'withdraw', lines })
    const campaign = await findCampaign(ctx.db, submission.campaignId)
    assert(campaign !== undefined, 'an answer of no campaign')
    moveTaken(ctx.db, submission.itemId, -1)
    await weighItem(ctx, campaign, submission.itemId)
  }
  return erased
}
