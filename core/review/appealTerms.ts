import { type Amount, amount, ZERO } from '../amount.ts'
import { type CampaignRow, findCampaign } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { ContributorId, SubmissionId } from '../ids.ts'
import { appealBond, panelCost } from '../money/fee.ts'
import { hasPosting } from '../money/store.ts'
import { assert, type Only, ok, type Result, refuse } from '../refusals.ts'
import { APPEAL_MEMORY_SECONDS, appealUntil, freeAppealsLeft } from './appeal.ts'
import { appealOf, appealsSince } from './appealStore.ts'
import { rejectKey } from './decide.ts'
import { findJudged, type JudgedRow } from './decisionStore.ts'
import { after } from './round.ts'

export type AppealTerms = {
  /** People who judge again; fewer where fewer are free, never under three. */
  panel: number
  decideBy: Date
  /** Held from earned pay, and given back unless the second group decides the same. 0 while free ones are left. */
  bond: Amount
  /** Second looks that cost nothing, this one included. */
  free: number
}

export type AppealNoes = Only<'submission.unknown' | 'appeal.not_rejected' | 'appeal.exists' | 'appeal.window_over'>

/** What a second look would cost and take; or why there can be none. */
export async function appealTerms(
  ctx: Context,
  input: { contributorId: ContributorId; submissionId: SubmissionId },
): Promise<Result<AppealTerms, AppealNoes>> {
  const found = await findAppealable(ctx, input)
  return found.ok ? ok(await termsFor(ctx, found.value)) : found
}

export type Appealable = { judged: JudgedRow; campaign: CampaignRow }

/** The person's own rejected answer, within the window and for the first time. */
export async function findAppealable(
  ctx: Context,
  input: { contributorId: ContributorId; submissionId: SubmissionId },
): Promise<Result<Appealable, AppealNoes>> {
  const judged = await findJudged(ctx.db, input.submissionId)
  // Somebody else's answer is unknown to them.
  if (judged === undefined || judged.submission.contributorId !== input.contributorId) {
    return refuse({ code: 'submission.unknown' })
  }
  if ((await appealOf(ctx.db, input.submissionId)) !== undefined) return refuse({ code: 'appeal.exists' })
  const { state, decidedAt } = judged.submission
  if (state !== 'rejected' || decidedAt === null) return refuse({ code: 'appeal.not_rejected' })
  const endedAt = appealUntil(decidedAt, ctx.settings.parameters.appealWindowSeconds)
  // The money of a final rejection has gone back to the campaign, also where a flush ended the window before its time.
  const isFinal = endedAt <= ctx.now() || (await hasPosting(ctx.db, rejectKey(input.submissionId)))
  if (isFinal) return refuse({ code: 'appeal.window_over', endedAt })
  const campaign = await findCampaign(ctx.db, judged.submission.campaignId)
  assert(campaign !== undefined, 'an answer without a campaign')
  return ok({ judged, campaign })
}

export async function termsFor(ctx: Context, { judged, campaign }: Appealable): Promise<AppealTerms> {
  const { appealPanelSize, panelTermSeconds, freeAppeals } = ctx.settings.parameters
  const now = ctx.now()
  const earlier = await appealsSince(ctx.db, judged.submission.contributorId, after(now, -APPEAL_MEMORY_SECONDS))
  const free = freeAppealsLeft(earlier, freeAppeals, now)
  const cost = panelCost(appealPanelSize, campaign.votePrice, campaign.feeBps)
  return {
    panel: appealPanelSize,
    decideBy: after(now, panelTermSeconds),
    bond: free > 0 ? ZERO : amount(appealBond(cost, judged.lease.payReserve)),
    free,
  }
}
