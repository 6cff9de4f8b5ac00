import type { Amount } from '../amount.ts'
import { type CampaignRow, listCampaigns } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { CampaignId, ContributorId } from '../ids.ts'
import { campaignAccount } from '../money/ledger.ts'
import { balanceOf } from '../money/store.ts'
import { liveConsent } from '../people/store.ts'
import { findQualification } from '../skills/store.ts'
import { hourlyOf, priceNow, reserveOf, reserveTotal, secondsOf } from './reserve.ts'
import { openTasks } from './store.ts'

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
  const offers: Offer[] = []
  for (const campaign of await listCampaigns(ctx.db)) {
    if (campaign.state !== 'open') continue
    const open = await openTasks(ctx.db, campaign.id, input.contributorId, COUNTED)
    const { price, isUnderFloor } = priceNow(campaign)
    if (open === 0 || isUnderFloor || !(await canPay(ctx, campaign))) continue
    const seconds = secondsOf(campaign)
    offers.push({
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
      openTasks: open,
      ...(await needsOf(ctx, campaign, input.contributorId)),
    })
  }
  return offers.sort((one, other) => Number(other.hourly - one.hourly) || (one.title < other.title ? -1 : 1))
}

async function canPay(ctx: Context, campaign: CampaignRow): Promise<boolean> {
  const most = reserveOf(campaign, ctx.settings.parameters.tiers.expert)
  return (await balanceOf(ctx.db, campaignAccount(campaign.id, 'free'))) >= reserveTotal(most)
}

async function needsOf(
  ctx: Context,
  campaign: CampaignRow,
  contributorId: ContributorId,
): Promise<Pick<Offer, 'needs' | 'nextAttemptAt'>> {
  const skill = await findQualification(ctx.db, contributorId, campaign.skill)
  if (skill?.state === 'paused') return { needs: 'paused', nextAttemptAt: skill.pausedUntil }
  if (skill?.state === 'failed' && skill.nextAttemptAt !== null && skill.nextAttemptAt > ctx.now()) {
    return { needs: 'wait', nextAttemptAt: skill.nextAttemptAt }
  }
  if ((await liveConsent(ctx.db, contributorId, campaign.id)) === undefined)
    return { needs: 'consent', nextAttemptAt: null }
  return { needs: skill?.state === 'passed' ? 'nothing' : 'test', nextAttemptAt: null }
}
