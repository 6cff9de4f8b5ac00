import type { Context } from '../context.ts'
import type { CampaignId, ContributorId } from '../ids.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'
import { lockCampaign, updateCampaign } from './store.ts'

/** Stops or resumes handing out. People with an open task may finish, and are paid. */
export async function pauseCampaign(
  ctx: Context,
  input: { requesterId: ContributorId; campaignId: CampaignId; isPaused: boolean },
): Promise<Result<void, Only<'campaign.unknown' | 'campaign.not_open'>>> {
  const campaign = await lockCampaign(ctx.db, input.campaignId)
  // Somebody else's campaign is unknown to them: no hint that it is there.
  if (campaign === undefined || campaign.requesterId !== input.requesterId) return refuse({ code: 'campaign.unknown' })
  if (campaign.state !== 'open' && campaign.state !== 'paused') {
    return refuse({ code: 'campaign.not_open', title: campaign.title })
  }
  await updateCampaign(ctx.db, campaign.id, { state: input.isPaused ? 'paused' : 'open' })
  return ok(undefined)
}
