import { type Amount, amount } from '../amount.ts'
import { type CampaignRow, campaignsOfRequester, progressOf } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { CampaignId, ContributorId } from '../ids.ts'
import { type CampaignPurse, campaignAccount } from '../money/ledger.ts'
import { balancesOf } from '../money/store.ts'
import { openGuideQuestions, spentBy } from './requestStore.ts'

export type CampaignDesk = {
  campaignId: CampaignId
  code: string
  title: string
  kind: CampaignRow['kind']
  state: CampaignRow['state']
  /** Items sure enough, those that are with people or have answers, of all. */
  sure: number
  asked: number
  items: number
  /** Paid out so far, and what the campaign has in all its purses beside. */
  spent: Amount
  budget: Amount
  perSure: Amount | null
  questions: number
}

const PURSES: CampaignPurse[] = ['free', 'leased', 'pending', 'earned', 'review', 'goldBond']

/** A requester's campaigns with the figures that are asked for first. */
export async function readCampaignDesk(ctx: Context, input: { requesterId: ContributorId }): Promise<CampaignDesk[]> {
  const desks: CampaignDesk[] = []
  for (const campaign of await campaignsOfRequester(ctx.db, input.requesterId)) {
    const progress = await progressOf(ctx.db, campaign.id)
    const purses = await balancesOf(
      ctx.db,
      PURSES.map(purse => campaignAccount(campaign.id, purse)),
    )
    const left = [...purses.values()].reduce((sum, balance) => sum + balance, 0n)
    const spent = amount(await spentBy(ctx.db, campaign.id))
    desks.push({
      campaignId: campaign.id,
      code: campaign.code,
      title: campaign.title,
      kind: campaign.kind,
      state: campaign.state,
      ...progress,
      spent,
      budget: amount(spent + left),
      perSure: progress.sure === 0 ? null : amount(spent / BigInt(progress.sure)),
      questions: await openGuideQuestions(ctx.db, campaign.id),
    })
  }
  return desks
}
