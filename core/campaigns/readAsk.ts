import type { Context } from '../context.ts'
import type { CampaignId } from '../ids.ts'
import { findCampaign } from './store.ts'

/** The question as a campaign asks it where an item has none of its own; undefined for a campaign that is not there. */
export async function readAsk(ctx: Context, input: { campaignId: CampaignId }): Promise<unknown> {
  const campaign = await findCampaign(ctx.db, input.campaignId)
  return campaign === undefined ? undefined : (JSON.parse(campaign.ask) as unknown)
}
