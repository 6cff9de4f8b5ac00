import type { Amount } from '../amount.ts'
import type { CampaignRow } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { CampaignId, ContributorId } from '../ids.ts'
import { campaignAccount } from '../money/ledger.ts'
import { balancesOf } from '../money/store.ts'
import { hourlyOf, priceNow, reserveOf, reserveTotal, secondsOf } from './reserve.ts'
import { openCampaignsFor } from './store.ts'

export type Offer = {
  campaignId: CampaignId
  code: string
  title: string
  kindInWords: string
  skill: string
  price: Amount
  seconds: number
  hourly: Amount
  /** Whether `seconds` was measured, over how many people; otherwise it is our estimate. */
  isMeasured: boolean
  people: number
  needs: 'nothing' | 'consent' | 'test' | 'wait' | 'paused'
  nextAttemptAt: Date | null
  /** Counted up to a hundred. */
  openTasks: number
}

const COUNTED = 100

/** Campaigns with open tasks for this person, best paid first. */
export async function listWork(ctx: Context, input: { contributorId: ContributorId }): Promise<Offer[]> {
  const rows = await openCampaignsFor(ctx.db, input.contributorId, COUNTED)
  const free = (campaign: CampaignRow) => campaignAccount(campaign.id, 'free')
  const balances = await balancesOf(
    ctx.db,
    rows.map(row => free(row.campaign)),
  )
  const offers = rows.flatMap((row): Offer[] => {
    const { campaign, openTasks } = row
    const { price, isUnderFloor } = priceNow(campaign)
    const most = reserveTotal(reserveOf(campaign, ctx.settings.parameters.tiers.expert))
    if (openTasks === 0 || isUnderFloor || (balances.get(free(campaign)) ?? 0n) < most) return []
    const seconds = secondsOf(campaign)
    return [
      {
        campaignId: campaign.id,
        code: campaign.code,
        title: campaign.title,
        kindInWords: campaign.kindInWords,
        skill: campaign.skill,
        price,
        seconds,
        hourly: hourlyOf(price, seconds),
        isMeasured: campaign.measuredSeconds !== null,
        people: campaign.measuredPeople,
        openTasks,
        ...needsOf(row, ctx.now()),
      },
    ]
  })
  return offers.sort((one, other) => Number(other.hourly - one.hourly) || (one.title < other.title ? -1 : 1))
}

function needsOf(
  { skill, consentId }: Awaited<ReturnType<typeof openCampaignsFor>>[number],
  now: Date,
): Pick<Offer, 'needs' | 'nextAttemptAt'> {
  if (skill?.state === 'paused') return { needs: 'paused', nextAttemptAt: skill.pausedUntil }
  if (skill?.state === 'failed' && skill.nextAttemptAt !== null && skill.nextAttemptAt > now) {
    return { needs: 'wait', nextAttemptAt: skill.nextAttemptAt }
  }
  if (consentId === null) return { needs: 'consent', nextAttemptAt: null }
  return { needs: skill?.state === 'passed' ? 'nothing' : 'test', nextAttemptAt: null }
}
