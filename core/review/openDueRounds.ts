import { type CampaignRow, lockCampaign } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import { eachApart } from '../inbox/eachApart.ts'
import type { SubmissionRow } from '../work/turnStore.ts'
import { campaignsWaiting, waitingForReview } from './decisionStore.ts'
import { openRound } from './openRound.ts'
import { after, isRipe, largerPanel, latestStart, panelOf, UNDO_SECONDS } from './round.ts'
import { lastQuorums } from './store.ts'

/** One run looks at so many campaigns and opens so many rounds in each; the next run goes on. */
const CAMPAIGNS = 20
const ROUNDS_EACH = 5
const ANSWERS_LOOKED_AT = 40

/**
 * Puts answers that need people's eyes into rounds, campaign by campaign. Answers for which money or people are lacking
 * stay where they are and are accepted by themselves on their day. `isFlush`: does not wait for more answers to gather.
 * Answers how many rounds it opened.
 */
export async function openDueRounds(ctx: Context, input: { isFlush?: boolean } = {}): Promise<number> {
  const waiting = await campaignsWaiting(ctx.db, ctx.now(), CAMPAIGNS)
  return eachApart(
    ctx,
    waiting,
    id => `campaign ${id}`,
    async (inner, campaignId) => {
      const campaign = await lockCampaign(inner.db, campaignId)
      return campaign === undefined ? 0 : openRoundsOf(inner, campaign, input.isFlush ?? false)
    },
  )
}

async function openRoundsOf(ctx: Context, campaign: CampaignRow, isFlush: boolean): Promise<number> {
  const now = ctx.now()
  const patience = {
    latestStart: latestStart(campaign.reviewTermSeconds, now),
    undoneBefore: isFlush ? now : after(now, -UNDO_SECONDS),
  }
  for (let opened = 0; opened < ROUNDS_EACH; opened++) {
    const waiting = await waitingForReview(ctx.db, campaign.id, patience, ANSWERS_LOOKED_AT)
    let isOpened = false
    for (const [panel, answers] of await byPanel(ctx, campaign, waiting)) {
      if (!isFlush && !isRipe(answers, campaign.reviewTermSeconds, now)) continue
      isOpened = (await openRound(ctx, { campaign, kind: 'review', answers, panel })) !== undefined
      if (isOpened) break
    }
    if (!isOpened) return opened
  }
  return ROUNDS_EACH
}

/** Answers by the panel they need: the campaign's, or a larger one where a smaller could not decide. */
async function byPanel(
  ctx: Context,
  campaign: CampaignRow,
  answers: SubmissionRow[],
): Promise<Map<number, SubmissionRow[]>> {
  const quorums = await lastQuorums(
    ctx.db,
    answers.map(answer => answer.id),
  )
  const groups = new Map<number, SubmissionRow[]>()
  for (const answer of answers) {
    const quorum = quorums.get(answer.id)
    const panel = quorum === undefined ? campaign.panelSize : largerPanel(panelOf(quorum))
    groups.set(panel, [...(groups.get(panel) ?? []), answer])
  }
  return groups
}
