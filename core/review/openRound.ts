import type { CampaignRow } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import { type ContributorId, codeFrom, type ItemId, type RoundId } from '../ids.ts'
import { parseItem } from '../kinds/index.ts'
import { panelCost } from '../money/fee.ts'
import { campaignAccount } from '../money/ledger.ts'
import { balanceOf } from '../money/store.ts'
import { canonicalJson, type Json } from '../proof/index.ts'
import type { SubmissionRow } from '../work/turnStore.ts'
import { candidates, handledBy } from './candidateStore.ts'
import { markInReview } from './decisionStore.ts'
import { drawSeats, type Handled, judgesOf, mayReview, shuffled } from './eligibility.ts'
import { type KnownItem, type Planted, plant } from './planted.ts'
import { closingTime, panelFrom, planRound, plantsWanted, quorumOf, sparesOf } from './round.ts'
import { ballotCounts, insertBallots, insertRound, insertSeats, knownItems, plantUses, unpaidVotes } from './store.ts'
import { earlierJudges } from './voteStore.ts'

/** Known items looked at when a planted answer is made. */
const KNOWN_ITEMS = 200

export type OpenedRound = { roundId: RoundId; answers: SubmissionRow[]; panel: number; closesAt: Date }

/**
 * Draws people and opens a round over as many of the answers as people and money allow; undefined where they allow none.
 * The campaign's row is locked by the caller, so that two sweeps do not spend the same review money.
 * A second look is never refused for money: what the review purse lacks, the commons pays.
 */
export async function openRound(
  ctx: Context,
  input: { campaign: CampaignRow; kind: 'review' | 'appeal'; answers: SubmissionRow[]; panel: number; closesAt?: Date },
): Promise<OpenedRound | undefined> {
  const { campaign, kind } = input
  const pool = await peopleFor(ctx, input)
  const judges = new Map(
    input.answers.map(answer => [answer.id, judgesOf(pool.people, judgedOf(answer), pool.handled)]),
  )
  const panel = panelFrom(input.panel, Math.max(0, ...[...judges.values()].map(people => people.length)))
  if (panel === undefined) return undefined
  const seatable = input.answers.filter(answer => (judges.get(answer.id)?.length ?? 0) >= panel)
  const soFar = await ballotCounts(ctx.db, campaign.id)
  const plan =
    kind === 'appeal'
      ? { answers: seatable.length, plants: plantsWanted(soFar, seatable.length) }
      : planRound(seatable.length, await money(ctx, campaign, panel), soFar)
  const answers = seatable.slice(0, plan.answers)
  if (answers.length === 0) return undefined
  const planted = await plants(ctx, campaign, plan.plants)
  const ballots = shuffled(
    [
      ...answers.map(answer => ({
        itemId: answer.itemId,
        submissionId: answer.id,
        plantedAnswer: null,
        plantedVerdict: null,
      })),
      ...planted.map(one => ({
        itemId: one.itemId,
        submissionId: null,
        plantedAnswer: canonicalJson(one.answer as Json),
        plantedVerdict: one.verdict,
      })),
    ],
    ctx.random,
  )
  const drawnAt = ctx.now()
  const closesAt = input.closesAt ?? closingTime(answers, campaign.reviewTermSeconds, drawnAt)
  const need = panel + sparesOf(panel)
  const seated = drawSeats(pool.people, answers.map(judgedOf), pool.handled, need, ctx.random, pool.standIns)
  const roundId = ctx.newId() as RoundId
  await insertRound(ctx.db, {
    id: roundId,
    code: codeFrom(ctx.randomBytes(10)),
    campaignId: campaign.id,
    kind,
    state: 'open',
    quorum: quorumOf(panel),
    openedAt: drawnAt,
    closesAt,
  })
  await insertBallots(
    ctx.db,
    ballots.map((ballot, position) => ({ ...ballot, id: ctx.newId(), roundId, position })),
  )
  await insertSeats(
    ctx.db,
    seated.map(contributorId => ({ roundId, contributorId, drawnAt })),
  )
  if (kind === 'review')
    await markInReview(
      ctx.db,
      answers.map(answer => answer.id),
      drawnAt,
    )
  return { roundId, answers, panel, closesAt }
}

function judgedOf(answer: SubmissionRow): { authorId: ContributorId; itemId: ItemId } {
  return { authorId: answer.contributorId, itemId: answer.itemId }
}

/** Everybody eligible in the campaign who has not judged one of these answers before, and what they have at hand. */
async function peopleFor(
  ctx: Context,
  { campaign, answers, kind }: { campaign: CampaignRow; answers: SubmissionRow[]; kind: 'review' | 'appeal' },
): Promise<{ people: ContributorId[]; standIns: ReadonlySet<ContributorId>; handled: Handled }> {
  const ids = answers.map(answer => answer.id)
  const before = await earlierJudges(ctx.db, ids, kind === 'appeal')
  const able = (await candidates(ctx.db, campaign.skill, ctx.random())).filter(
    candidate => mayReview(candidate, campaign) && !before.has(candidate.contributorId),
  )
  const people = able.map(candidate => candidate.contributorId)
  const standIns = new Set(able.flatMap(one => (one.isSimulated ? [one.contributorId] : [])))
  return {
    people,
    standIns,
    handled: await handledBy(ctx.db, people, [...new Set(answers.map(answer => answer.itemId))]),
  }
}

async function money(ctx: Context, campaign: CampaignRow, panel: number) {
  const { votePrice, feeBps } = campaign
  const claimed = panelCost(await unpaidVotes(ctx.db, campaign.id), votePrice, feeBps)
  const free = (await balanceOf(ctx.db, campaignAccount(campaign.id, 'review'))) - claimed
  return { free, panel, votePrice, feeBps }
}

/** Planted answers made from known items, those planted least often first; fewer than wanted where the campaign knows too few. */
async function plants(ctx: Context, campaign: CampaignRow, wanted: number): Promise<(Planted & { itemId: ItemId })[]> {
  if (wanted === 0) return []
  const known: KnownItem[] = (await knownItems(ctx.db, campaign.id, KNOWN_ITEMS)).map(row => ({
    itemId: row.itemId,
    item: parseItem(row.contentText),
    truth: JSON.parse(row.truthText ?? 'null') as unknown,
  }))
  const uses = await plantUses(ctx.db, campaign.id)
  const byUse = shuffled(known, ctx.random).sort(
    (one, other) => (uses.get(one.itemId) ?? 0) - (uses.get(other.itemId) ?? 0),
  )
  const made: (Planted & { itemId: ItemId })[] = []
  for (const one of byUse) {
    if (made.length === wanted) break
    const planted = plant(one, known, ctx.random)
    if (planted !== undefined) made.push({ ...planted, itemId: one.itemId })
  }
  return made
}
