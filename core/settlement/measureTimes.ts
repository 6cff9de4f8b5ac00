import { updateCampaign } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import { activeSeconds } from '../money/price.ts'
import { liveCampaigns, timesOf } from './settlingStore.ts'

/**
 * Active seconds of an accepted answer, campaign by campaign, from people whose last settled rows were relied on. Too few of them: what was
 * known before stays. Answers 0: it need not be called again at once.
 */
export async function measureTimes(ctx: Context): Promise<number> {
  for (const campaign of await liveCampaigns(ctx.db)) {
    const byPerson = Map.groupBy(await timesOf(ctx.db, campaign.id), row => row.contributorId)
    const people = [...byPerson.values()].map(rows => ({
      // Rows of one settled epoch share one factor; the newest is what is known of the person now.
      factor: rows[0]?.factorPpm ?? 0,
      seconds: rows.map(row => row.activeSeconds),
    }))
    const seconds = activeSeconds(people, 0)
    if (seconds > 0 && seconds !== campaign.measuredSeconds) {
      await updateCampaign(ctx.db, campaign.id, { measuredSeconds: seconds, measuredPeople: people.length })
    }
  }
  return 0
}
