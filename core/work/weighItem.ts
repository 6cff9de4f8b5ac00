import { type CampaignRow, type ItemTableRow, lockLiveItem, updateItem } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { ItemId } from '../ids.ts'
import { kindOf, parseItem } from '../kinds/index.ts'
import { openAll } from '../people/seal.ts'
import { confidenceOf } from '../quality/confidence.ts'
import { wantedAnswers } from './selection.ts'
import { answersToItem, meansOf, type SubmissionRow } from './store.ts'

/** What a person of whom nothing is known is taken to be right at: the pilot mean of an average person, less a little. */
const UNKNOWN_PPM = 750_000

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

/** The least sure of the item's questions, ppm; 0 for kinds whose answers cannot be compared. */
async function confidenceIn(
  ctx: Context,
  campaign: CampaignRow,
  row: ItemTableRow,
  answers: SubmissionRow[],
): Promise<number> {
  const item = parseItem(row.contentText)
  const kind = kindOf(item.kind)
  const classes = kind.classes(item.ask)
  if (classes.length === 0 || answers.length === 0) return 0
  const texts = await openAll(
    ctx,
    answers.map(answer => ({ contributorId: answer.contributorId, sealed: answer.answer })),
  )
  const means = await meansOf(ctx.db, campaign.skill, [...new Set(answers.map(answer => answer.contributorId))])
  const votes = answers.flatMap((answer, index) => {
    const text = texts[index]
    if (text === undefined) return []
    const accuracyPpm = means.get(answer.contributorId) ?? UNKNOWN_PPM
    return [{ labels: kind.labels(item, JSON.parse(text)), accuracyPpm }]
  })
  const sure = kind.questions(item).map((_, question) => {
    const given = votes.map(vote => ({
      class: classes.indexOf(vote.labels[question] ?? ''),
      accuracyPpm: vote.accuracyPpm,
    }))
    return confidenceOf(given, classes.length).confidencePpm
  })
  return sure.length === 0 ? 0 : Math.min(...sure)
}
