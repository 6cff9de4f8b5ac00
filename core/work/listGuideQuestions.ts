import type { Context } from '../context.ts'
import type { CampaignId } from '../ids.ts'
import { openAll } from '../people/seal.ts'
import { guideQuestionsOf } from './requestStore.ts'

export type GuideQuestion = { questionId: string; item: string; askedAt: Date; text: string }

/** What contributors asked about a campaign's guide and nobody has answered, oldest first; who asked is not said. */
export async function listGuideQuestions(ctx: Context, input: { campaignId: CampaignId }): Promise<GuideQuestion[]> {
  const rows = await guideQuestionsOf(ctx.db, input.campaignId)
  const texts = await openAll(
    ctx,
    rows.map(row => ({ contributorId: row.contributorId, sealed: row.question })),
  )
  // Somebody who left took the question along.
  return rows.flatMap((row, index) => {
    const text = texts[index]
    return text === undefined ? [] : [{ questionId: row.id, item: row.externalId, askedAt: row.createdAt, text }]
  })
}
