import { type CampaignRow, lockCampaign } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import { assert } from '../refusals.ts'
import { findSubmission } from '../work/store.ts'
import { type AppealRow, appealOf, setAppealRound, unseatedAppeals } from './appealStore.ts'
import { closeAppeal } from './closeAppeal.ts'
import { openRound } from './openRound.ts'
import { latestStart } from './round.ts'

const AT_ONCE = 20

/**
 * Draws people for second looks that had too few of them. With a quarter of the term left it is too late for a panel to
 * meet: the answer is accepted and paid. `isFlush` treats that moment as come. Answers how many were seated or ended.
 */
export async function seatAppeals(ctx: Context, input: { isFlush?: boolean } = {}): Promise<number> {
  let moved = 0
  for (const appeal of await unseatedAppeals(ctx.db, AT_ONCE)) {
    const submission = await findSubmission(ctx.db, appeal.submissionId)
    const campaign = submission === undefined ? undefined : await lockCampaign(ctx.db, submission.campaignId)
    assert(submission !== undefined && campaign !== undefined, 'a second look without its answer')
    // Asked again behind the campaign's lock: another sweep may have seated or ended it while this one waited.
    const now = await appealOf(ctx.db, appeal.submissionId)
    if (now?.state !== 'open' || now.roundId !== null) continue
    const isErased = submission.answer === null
    if (await seatAppeal(ctx, campaign, appeal)) moved += 1
    else if (
      isErased ||
      input.isFlush ||
      appeal.decideBy < latestStart(ctx.settings.parameters.panelTermSeconds, ctx.now())
    ) {
      await closeAppeal(ctx, { submissionId: appeal.submissionId, verdict: 'few', cast: [] })
      moved += 1
    }
  }
  return moved
}

/** A fresh panel of other people; false where fewer than three are free. The campaign's row is locked by the caller. */
export async function seatAppeal(ctx: Context, campaign: CampaignRow, appeal: AppealRow): Promise<boolean> {
  const submission = await findSubmission(ctx.db, appeal.submissionId)
  assert(submission !== undefined, 'a second look without its answer')
  if (submission.answer === null || appeal.decideBy < latestStart(ctx.settings.parameters.panelTermSeconds, ctx.now()))
    return false
  const panel = ctx.settings.parameters.appealPanelSize
  const opened = await openRound(ctx, {
    campaign,
    kind: 'appeal',
    answers: [submission],
    panel,
    closesAt: appeal.decideBy,
  })
  if (opened !== undefined) await setAppealRound(ctx.db, appeal.id, opened.roundId)
  return opened !== undefined
}
