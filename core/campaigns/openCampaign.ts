import type { Context } from '../context.ts'
import type { CampaignId } from '../ids.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'
import { lockCampaign, updateCampaign } from './store.ts'

/** From funded to open: from now on its tasks are handed out and its terms stand. */
export async function openCampaign(
  ctx: Context,
  input: { campaignId: CampaignId },
): Promise<Result<void, Only<'campaign.unknown' | 'campaign.unfunded'>>> {
  const campaign = await lockCampaign(ctx.db, input.campaignId)
  if (campaign === undefined) return refuse({ code: 'campaign.unknown' })
  if (campaign.state === 'draft') return refuse({ code: 'campaign.unfunded', missing: campaign.price })
  if (campaign.state === 'funded') {
    await updateCampaign(ctx.db, campaign.id, { state: 'open', openedAt: ctx.now() })
  }
  return ok(undefined)
}
