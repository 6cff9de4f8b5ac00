// A ballot as a reviewer sees it: the question, the answer and the guide, never whose it is. Pure.
import type { ItemId, RoundId } from '../ids.ts'
import { parseItem } from '../kinds/index.ts'
import type { ItemContent } from '../kinds/kind.ts'
import type { FoundBallot } from './store.ts'
import type { Choice } from './verdict.ts'

export type GuideRule = { rule: number; text: string }

export type Ballot = {
  ballotId: string
  roundId: RoundId
  /** 1-based place among `total` ballots of the round; planted ones count and look like all others. */
  index: number
  total: number
  /** Of the campaign. */
  title: string
  itemId: ItemId
  item: ItemContent
  /** What is hard to see in it; null where nothing is. */
  hardToSee: string | null
  answer: unknown
  guide: GuideRule[]
  /** The version that stood when the answer was given; the present one for a planted answer. */
  guideVersion: number
  /** What this person said; nobody else's vote is ever part of a ballot. */
  mine: { choice: Choice; rule: number | null; note: string | null } | null
  closesAt: Date
  canChange: boolean
  isAppeal: boolean
  /** What the author of the answer asked the second group to look at. */
  appealNote: string | null
}

export function ballotFrom(
  found: FoundBallot,
  shown: Pick<Ballot, 'total' | 'answer' | 'guide' | 'guideVersion' | 'mine' | 'appealNote'> & { now: Date },
): Ballot {
  const { ballot, round, campaign, item } = found
  const { now, ...parts } = shown
  return {
    ...parts,
    ballotId: ballot.id,
    itemId: item.id,
    roundId: round.id,
    index: ballot.position + 1,
    title: campaign.title,
    hardToSee: campaign.hardToSee,
    item: parseItem(item.contentText),
    closesAt: round.closesAt,
    canChange: round.state === 'open' && now < round.closesAt,
    isAppeal: round.kind === 'appeal',
  }
}
