import { findCampaign } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { CampaignId, ContributorId } from '../ids.ts'
import type { PairwiseAnswer } from '../kinds/pairwise.ts'
import type { RankingAnswer } from '../kinds/ranking.ts'
import { type Comparison, type WinShare, winShares } from '../quality/winShares.ts'
import { newestAnswers } from './requestStore.ts'

export type Preferences = {
  /** What the campaign's candidates are called in its own items: A and B, or the letters of texts. */
  shares: WinShare[]
  /** Answers that compared, that called all bad, and that could not judge. */
  compared: number
  allBad: number
  cannotJudge: number
}

/** Enough for a figure of two places, and few enough to be opened within a turn. */
const MOST_ANSWERS = 2_000
/** Fewer people could be told apart by what they prefer. */
const FEWEST_PEOPLE = 5

/**
 * What people prefer in a campaign of comparisons or rankings, by its newest answers that are not refused. Undefined for a campaign
 * of another kind or of somebody else, and until enough people have answered.
 */
export async function readPreferences(
  ctx: Context,
  input: { requesterId: ContributorId; campaignId: CampaignId },
): Promise<Preferences | undefined> {
  const campaign = await findCampaign(ctx.db, input.campaignId)
  if (campaign === undefined || campaign.requesterId !== input.requesterId) return undefined
  if (!isCompared(campaign.kind)) return undefined
  const rows = await newestAnswers(ctx.db, campaign.id, MOST_ANSWERS)
  if (new Set(rows.map(row => row.contributorId)).size < FEWEST_PEOPLE) return undefined
  const places = new Map<string, number>()
  const placeOf = (itemId: string) => {
    const place = places.get(itemId) ?? places.size
    places.set(itemId, place)
    return place
  }
  const told = { compared: 0, allBad: 0, cannotJudge: 0 }
  const comparisons: Comparison[] = []
  for (const { itemId, answer, keySalt } of rows) {
    const given = JSON.parse(ctx.vault.open(answer, keySalt)) as PairwiseAnswer | RankingAnswer
    const said = 'preferred' in given ? comparedIn(given) : rankedIn(given)
    if (typeof said === 'string') told[said] += 1
    else {
      told.compared += 1
      comparisons.push(...said.map(one => ({ ...one, item: placeOf(itemId) })))
    }
  }
  return { shares: winShares(comparisons), ...told }
}

export function isCompared(kind: string): boolean {
  return kind === 'pairwise' || kind === 'ranking'
}

type Said = Omit<Comparison, 'item'>[] | 'allBad' | 'cannotJudge'

function comparedIn({ preferred }: PairwiseAnswer): Said {
  if (preferred === 'both_bad') return 'allBad'
  if (preferred === 'cannot_judge') return 'cannotJudge'
  return [{ first: 'A', second: 'B', outcome: { a: 1, b: 0, tie: 0.5 }[preferred] }]
}

function rankedIn({ order }: RankingAnswer): Said {
  if (order === 'all_bad') return 'allBad'
  return order.flatMap((group, place) =>
    group.flatMap((first, at) => [
      ...group.slice(at + 1).map(second => ({ first, second, outcome: 0.5 })),
      ...order.slice(place + 1).flatMap(later => later.map(second => ({ first, second, outcome: 1 }))),
    ]),
  )
}
