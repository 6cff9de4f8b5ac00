import { findCampaign } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { CampaignId, ContributorId } from '../ids.ts'
import { endConsent, lockContributor } from '../people/store.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'
import { takeBackAnswers } from './takeBackAnswers.ts'

/** Takes the agreement to one campaign back: its answers go here and from later copies; what was earned stays. */
export async function withdrawConsent(
  ctx: Context,
  input: { contributorId: ContributorId; campaignId: CampaignId },
): Promise<Result<{ answers: number }, Only<'consent.missing'>>> {
  await lockContributor(ctx.db, input.contributorId)
  const answers = await takeBackAnswers(ctx, input.contributorId, input.campaignId)
  const isEnded = await endConsent(ctx.db, input.contributorId, input.campaignId, ctx.now())
  if (isEnded) return ok({ answers })
  const campaign = await findCampaign(ctx.db, input.campaignId)
  return refuse({ code: 'consent.missing', title: campaign?.title ?? '' })
}
