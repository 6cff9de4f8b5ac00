import type { Context } from '../context.ts'
import type { ContributorId, Hash, SubmissionId } from '../ids.ts'
import { parseItem } from '../kinds/index.ts'
import { openAll } from '../people/seal.ts'
import { type GatheredAnswer, type GatheredCampaign, type GatheredVote, isDue, isVerdictFinal } from './gathered.ts'
import type { Clock } from './readiness.ts'
import {
  type AnswerRow,
  accountKeysOf,
  answersOf,
  type CampaignRow,
  liveCampaigns,
  recordOf,
  type VoteRow,
  votesOf,
} from './settlingStore.ts'
import { type PastRow, personKey } from './weighing.ts'

export type ReadAnswer = GatheredAnswer<AnswerRow>
export type ReadCampaign = GatheredCampaign<CampaignRow, AnswerRow>
export type Gathered = {
  campaigns: ReadCampaign[]
  past: Map<string, PastRow[]>
  /** Secrets of everybody who has anything here; who left has none. */
  accountKeys: Map<ContributorId, Hash>
}

/** Reads all that a cut-off needs, in order of id. */
export async function gatherEpoch(ctx: Context, clock: Clock): Promise<Gathered> {
  const campaigns: ReadCampaign[] = []
  for (const campaign of await liveCampaigns(ctx.db)) {
    const votes = await votesOf(ctx.db, campaign.id, clock.cutOffAt)
    const rows = await answersOf(ctx.db, campaign.id, clock.cutOffAt)
    const answers = await openAnswers(ctx, rows, votes)
    const opened = new Set(answers.map(answer => answer.opened.id))
    const blank = rows.filter(row => !opened.has(row.submission.id) && isDue(row))
    const finalRejects = new Set(rows.filter(row => row.isFinalReject).map(row => row.submission.id))
    campaigns.push({ campaign, answers, blank, votes: votes.map(row => castOf(row, finalRejects)) })
  }
  const people = peopleIn(campaigns)
  const since = new Date(clock.cutOffAt.getTime() - ctx.settings.parameters.pastSeconds * 1000)
  const record = await recordOf(ctx.db, people, since)
  // An answer that was accepted by time carries no evidence: it is neither for nor against anybody.
  const counted = record.filter(row => row.basis !== 'auto')
  const past = Map.groupBy(
    counted.map(row => ({ ...row, s: row.scorePpm, n: row.needPpm })),
    row => personKey(row.contributorId as ContributorId, row.skill),
  )
  return { campaigns, past, accountKeys: await accountKeysOf(ctx.db, people) }
}

async function openAnswers(ctx: Context, rows: AnswerRow[], votes: VoteRow[]): Promise<ReadAnswer[]> {
  const texts = await openAll(
    ctx,
    rows.map(row => ({ contributorId: row.submission.contributorId, sealed: row.submission.answer })),
  )
  const rulings = rulingsOf(votes)
  return rows.flatMap((row, index) => {
    const text = texts[index]
    if (text === undefined) return []
    const { submission, item } = row
    const truth = submission.isGold && item.truthText !== null ? (JSON.parse(item.truthText) as unknown) : undefined
    const { id, contributorId, itemId } = submission
    const ruling = rulings.get(id) ?? -1
    const answer = JSON.parse(text) as unknown
    return [{ row, opened: { id, contributorId, itemId, item: parseItem(item.contentText), answer, truth, ruling } }]
  })
}

function rulingsOf(votes: readonly VoteRow[]): Map<SubmissionId, 0 | 1> {
  const rulings = new Map<SubmissionId, 0 | 1>()
  for (const { submission, appeal } of votes) {
    if (submission === null || (appeal?.state !== 'won' && appeal?.state !== 'lost')) continue
    rulings.set(submission.id, appeal.state === 'won' ? 1 : 0)
  }
  return rulings
}

function castOf(row: VoteRow, finalRejects: ReadonlySet<SubmissionId>): GatheredVote {
  const { vote, ballot, round, submission, appeal } = row
  const stood = submission?.state === 'accepted' || submission?.state === 'rejected' ? submission.state : null
  const isFinalReject = submission !== null && finalRejects.has(submission.id)
  const judged = ballot.plantedVerdict !== null ? undefined : { state: submission?.state ?? 'erased', isFinalReject }
  return {
    row,
    isFinal: isVerdictFinal(judged),
    cast: {
      id: vote.id,
      contributorId: vote.contributorId,
      ballotId: ballot.id,
      choice: vote.choice,
      roundKind: round.kind,
      planted: ballot.plantedVerdict,
      appeal: appeal?.state ?? null,
      state: stood,
    },
  }
}

function peopleIn(campaigns: readonly ReadCampaign[]): ContributorId[] {
  const ids = new Set<ContributorId>()
  for (const { answers, blank, votes } of campaigns) {
    for (const { opened } of answers) ids.add(opened.contributorId)
    for (const { submission } of blank) ids.add(submission.contributorId)
    for (const { cast } of votes) ids.add(cast.contributorId)
  }
  return [...ids].sort()
}
