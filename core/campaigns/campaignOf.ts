import type { Amount } from '../amount.ts'
import type { Context } from '../context.ts'
import type { CampaignId } from '../ids.ts'
import type { KindName } from '../kinds/kind.ts'
import { type CampaignRow, findCampaign, findCampaignBy, listCampaigns } from './store.ts'

/** A campaign as people see it. */
export type CampaignCard = {
  campaignId: CampaignId
  code: string
  slug: string
  title: string
  requesterName: string
  skill: string
  kind: KindName
  kindInWords: string
  purpose: string
  licence: string
  keptUntil: string
  price: Amount
  votePrice: Amount
  usualSeconds: number
  /** What is hard to see in it; null where nothing is. */
  hardToSee: string | null
  state: CampaignRow['state']
}

export async function campaignOf(
  ctx: Context,
  input: { campaignId: CampaignId } | { code: string },
): Promise<CampaignCard | undefined> {
  const row = 'code' in input ? await findCampaignBy(ctx.db, input) : await findCampaign(ctx.db, input.campaignId)
  return row === undefined ? undefined : cardFrom(row)
}

/** All campaigns, oldest first. */
export async function listCampaignCards(ctx: Context): Promise<CampaignCard[]> {
  return (await listCampaigns(ctx.db)).map(cardFrom)
}

function cardFrom(row: CampaignRow): CampaignCard {
  return {
    campaignId: row.id,
    code: row.code,
    slug: row.slug,
    title: row.title,
    requesterName: row.requesterName,
    skill: row.skill,
    kind: row.kind,
    kindInWords: row.kindInWords,
    purpose: row.purpose,
    licence: row.licence,
    keptUntil: row.keptUntil,
    price: row.price,
    votePrice: row.votePrice,
    usualSeconds: row.usualSeconds,
    hardToSee: row.hardToSee,
    state: row.state,
  }
}
