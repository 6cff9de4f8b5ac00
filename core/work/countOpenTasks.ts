import type { Context } from '../context.ts'
import type { CampaignId, ContributorId } from '../ids.ts'
import { openTasks } from './offerStore.ts'

/** Tasks that this person could take in a campaign: on items somebody has had, and on untouched ones; each counted to a hundred. */
export async function countOpenTasks(
  ctx: Context,
  input: { contributorId: ContributorId; campaignId: CampaignId },
): Promise<{ begun: number; untouched: number }> {
  return openTasks(ctx.db, input.campaignId, input.contributorId)
}
