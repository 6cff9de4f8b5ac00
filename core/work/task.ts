// A task as scenes see it: the item, its terms, and how much time is left. Pure.
import type { Amount } from '../amount.ts'
import type { CampaignRow, ItemTableRow } from '../campaigns/store.ts'
import type { AssignmentId, CampaignId, ItemId } from '../ids.ts'
import { parseItem } from '../kinds/index.ts'
import type { ItemContent } from '../kinds/kind.ts'
import { secondsOf } from './reserve.ts'
import type { AssignmentRow } from './turnStore.ts'

export type Task = {
  assignmentId: AssignmentId
  campaignId: CampaignId
  campaignTitle: string
  itemId: ItemId
  item: ItemContent
  price: Amount
  seconds: number
  createdAt: Date
  expiresAt: Date
  guideVersion: number
  /** What is hard to see in it; null where nothing is. */
  hardToSee: string | null
  /** Shuffles sides for this person; the same number shows the same sides again. */
  shuffleSeed: number
  draft: unknown
}

export function taskFrom(
  assignment: AssignmentRow,
  campaign: CampaignRow,
  item: ItemTableRow,
  draft: string | undefined,
): Task {
  return {
    assignmentId: assignment.id,
    campaignId: campaign.id,
    campaignTitle: campaign.title,
    itemId: item.id,
    item: parseItem(item.contentText),
    price: assignment.price,
    seconds: secondsOf(campaign),
    createdAt: assignment.createdAt,
    expiresAt: assignment.expiresAt,
    guideVersion: assignment.guideVersion,
    hardToSee: campaign.hardToSee,
    shuffleSeed: assignment.shuffleSeed,
    draft: draft === undefined ? null : (JSON.parse(draft) as unknown),
  }
}
