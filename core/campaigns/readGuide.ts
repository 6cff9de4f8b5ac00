import type { Context } from '../context.ts'
import type { CampaignId } from '../ids.ts'
import { assert } from '../refusals.ts'
import { findCampaign, findGuide } from './store.ts'

export type Guide = { title: string; version: number; rules: { rule: number; text: string }[] }

/** The guide as it is now, or as it was when somebody answered. */
export async function readGuide(ctx: Context, input: { campaignId: CampaignId; version?: number }): Promise<Guide> {
  const campaign = await findCampaign(ctx.db, input.campaignId)
  const guide = await findGuide(ctx.db, input.campaignId, input.version)
  assert(campaign !== undefined && guide !== undefined, 'a campaign without a guide')
  return { title: campaign.title, version: guide.version, rules: JSON.parse(guide.rules) as Guide['rules'] }
}
