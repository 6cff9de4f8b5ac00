import { itemsOf } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { CampaignId, ItemId } from '../ids.ts'
import { parseItem } from '../kinds/index.ts'
import type { ItemContent } from '../kinds/kind.ts'

/** A question whose answer may be shown. */
export type KnownQuestion = { itemId: ItemId; item: ItemContent; truth: unknown; why: string; rule: number }

/** Practice: answers are shown at once and none is kept, so it comes before any agreement. */
export async function practiceQuestions(ctx: Context, input: { campaignId: CampaignId }): Promise<KnownQuestion[]> {
  const rows = await itemsOf(ctx.db, input.campaignId, 'practice')
  return rows.flatMap(row =>
    row.truthText === null || row.why === null
      ? []
      : [
          {
            itemId: row.id,
            item: parseItem(row.contentText),
            truth: JSON.parse(row.truthText) as unknown,
            why: row.why,
            rule: row.rule ?? 1,
          },
        ],
  )
}
