import type { CampaignRow, ItemTableRow } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { ItemId } from '../ids.ts'
import { kindOf, parseItem } from '../kinds/index.ts'
import { itemConfidence } from './itemConfidence.ts'
import { wantedAnswers } from './selection.ts'
import { foldWeighing, lockLiveItem, type Vote, votesOn } from './turnStore.ts'

/** An answer as it is weighed: its text where its author is still there, and how right they were so far, ppm. */
export type Weighed = { text: string | undefined; meanPpm: number | null }

/** After an answer went or was refused: how sure is the item, and how many answers does it ask for now? */
export async function weighItem(ctx: Context, campaign: CampaignRow, itemId: ItemId): Promise<void> {
  const item = await lockLiveItem(ctx.db, itemId)
  if (item === undefined) return
  weigh(ctx, campaign, item, openVotes(ctx, await votesOn(ctx.db, itemId, campaign.skill)))
}

export function openVotes(ctx: Context, votes: readonly Vote[]): Weighed[] {
  return votes.map(({ sealed, keySalt, meanPpm }) => ({
    text: sealed === null || keySalt === null ? undefined : ctx.vault.open(sealed, keySalt),
    meanPpm,
  }))
}

/** The same for a live item that is locked, with all answers that count towards it. */
export function weigh(ctx: Context, campaign: CampaignRow, item: ItemTableRow, answers: readonly Weighed[]): void {
  if (item.state === 'held' || item.state === 'retired') return
  const confidencePpm = confidenceIn(item, answers)
  const { wanted, isDecided } = wantedAnswers({
    answers: answers.length,
    leases: Math.max(0, item.taken - answers.length),
    isSure: confidencePpm >= campaign.stopAtPpm,
    overlapMin: campaign.overlapMin,
    overlapMax: campaign.overlapMax,
  })
  const decidedAt = isDecided ? (item.decidedAt ?? ctx.now()) : null
  foldWeighing(ctx.db, item.id, { confidencePpm, wanted, state: isDecided ? 'decided' : 'open', decidedAt })
}

/** The least sure of the item's questions, ppm; nothing is read where answers cannot be compared. */
function confidenceIn(row: ItemTableRow, answers: readonly Weighed[]): number {
  const item = parseItem(row.contentText)
  if (!kindOf(item.kind).isComparable) return 0
  const held = answers.flatMap(({ text, meanPpm }) =>
    text === undefined ? [] : [{ answer: JSON.parse(text) as unknown, meanPpm: meanPpm ?? undefined }],
  )
  return itemConfidence(item, held)
}
