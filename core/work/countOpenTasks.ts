import type { Context } from '../context.ts'
import type { CampaignId, ContributorId } from '../ids.ts'
import { openTasks } from './store.ts'

/** Nobody needs to know whether there are more than a hundred. */
const COUNTED = 100

/**
 * Tasks that this person could take in a campaign: on items somebody has had in hand, and on untouched ones; counted to a
 * hundred together, untouched ones first.
 */
export async function countOpenTasks(
  ctx: Context,
  input: { contributorId: ContributorId; campaignId: CampaignId },
): Promise<{ begun: number; untouched: number }> {
  return openTasks(ctx.db, input.campaignId, input.contributorId, COUNTED)
}
