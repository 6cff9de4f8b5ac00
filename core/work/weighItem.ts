import { type CampaignRow, type ItemTableRow, lockLiveItem, updateItem } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { ItemId } from '../ids.ts'
import { kindOf, parseItem } from '../kinds/index.ts'
import { openAll } from '../people/seal.ts'
import { itemConfidence } from './itemConfidence.ts'
import { wantedAnswers } from './selection.ts'
import { answersToItem, meansOf, type SubmissionRow } from './store.ts'

/** After an answer came, went or was refused: how sure is the item, and how many answers does it ask for now? */
export async function weighItem(ctx: Context, campaign: CampaignRow, itemId: ItemId): Promise<void> {
  const item = await lockLiveItem(ctx.db, itemId)
  if (item === undefined || item.state === 'held' || item.state === 'retired') return
  const answers = await answersToItem(ctx.db, itemId)
  const confidencePpm = await confidenceIn(ctx, campaign, item, answers)
  const { wanted, isDecided } = wantedAnswers({
    answers: answers.length,
    leases: Math.max(0, item.taken - answers.length),
    isSure: confidencePpm >= campaign.stopAtPpm,
    overlapMin: campaign.overlapMin,
    overlapMax: campaign.overlapMax,
  })
  await updateItem(ctx.db, itemId, {
    confidencePpm,
    wanted,
    state: isDecided ? 'decided' : 'open',
    decidedAt: isDecided ? (item.decidedAt ?? ctx.now()) : null,
  })
}

async function confidenceIn(
  ctx: Context,
  campaign: CampaignRow,
  row: ItemTableRow,
  answers: SubmissionRow[],
): Promise<number> {
  const item = parseItem(row.contentText)
  // Nothing to open, and nothing to look up, where answers cannot be compared.
  if (!kindOf(item.kind).isComparable || answers.length === 0) return 0
  const texts = await openAll(
    ctx,
    answers.map(answer => ({ contributorId: answer.contributorId, sealed: answer.answer })),
  )
  const means = await meansOf(ctx.db, campaign.skill, [...new Set(answers.map(answer => answer.contributorId))])
  const held = answers.flatMap(({ contributorId }, index) => {
    const text = texts[index]
    return text === undefined ? [] : [{ answer: JSON.parse(text) as unknown, meanPpm: means.get(contributorId) }]
  })
  return itemConfidence(item, held)
}
