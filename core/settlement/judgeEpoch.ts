// Who earned what at a cut-off: two fits a campaign, the check questions and the breaker between them, then the rows. Pure.
import type { CampaignId, ContributorId, SubmissionId, VoteId } from '../ids.ts'
import type { RewardParameters } from '../money/parameters.ts'
import { activeSeconds, effectivePrice, priceCap } from '../money/price.ts'
import { breakerOf, type Evidence, scoreOf } from '../money/reliability.ts'
import type { Basis } from '../money/reward.ts'
import { LEAST_CHECKS } from '../skills/pause.ts'
import { answerCountsFrom, voteCountsFrom } from './counting.ts'
import { evidenceOf, type Problem, problemsOf } from './evidence.ts'
import {
  type GatheredAnswer,
  type GatheredCampaign,
  type GatheredVote,
  isDue,
  type Judgeable,
  type JudgedAnswer,
  reviewSkill,
} from './gathered.ts'
import { type Clock, isReady } from './readiness.ts'
import { answerDraft, type RowDraft, voteDraft } from './rowDraft.ts'
import { evidenceOfCasts, evidenceOfRound } from './verdicts.ts'
import { type Candidate, personKey, type Weighed, weigh } from './weighing.ts'

export type JudgedCampaign = {
  campaignId: CampaignId
  peff: bigint
  /** Undefined while too few people were measured. */
  seconds: number | undefined
  /** In order of answer, then of vote. */
  rows: RowDraft[]
}

export type Judged = {
  campaigns: JudgedCampaign[]
  /**
   * Campaigns whose check questions and consensus tell different stories about too many people: nothing of them settles before the longest
   * hold is over, so that more check questions and a panel can come first.
   */
  stopped: { campaignId: CampaignId; sharePpm: number }[]
  /** To whom enough check questions leave no reliability at all, by person and skill in order. */
  failing: { contributorId: ContributorId; skill: string }[]
}

type Case = GatheredCampaign & {
  problems: readonly Problem[]
  /** Answers that are in one of the problems; the others are measured by their round. */
  compared: ReadonlySet<SubmissionId>
  votesEvidence: Map<VoteId, Evidence>
  /** The breaker holds it. */
  isStopped: boolean
}

export function judgeEpoch(gathered: Judgeable, clock: Clock, parameters: RewardParameters): Judged {
  const { past } = gathered
  const cases: Case[] = gathered.campaigns.map(caseOf)
  const first = new Map(cases.map(one => [one.campaign.id, answerEvidence(one, new Set())]))
  const candidatesIn = (all: readonly Case[], evidence: typeof first) =>
    all.flatMap(one => candidatesOf(one, evidence.get(one.campaign.id) ?? new Map(), clock))
  const firstWeights = weigh(candidatesIn(cases, first), past, clock, parameters)
  const stopped = cases.flatMap(one => stopOf(one, firstWeights, parameters))
  const going = cases.map(one => ({ ...one, isStopped: stopped.some(stop => stop.campaignId === one.campaign.id) }))
  const evidence = new Map(going.map(one => [one.campaign.id, gatedEvidence(one, first, firstWeights)]))
  const weights = weigh(candidatesIn(going, evidence), past, clock, parameters)
  const campaigns = going.map(one =>
    judgeCampaign(one, evidence.get(one.campaign.id) ?? new Map(), weights, clock, parameters),
  )
  return { campaigns, stopped, failing: failingIn(weights) }
}

function caseOf(one: GatheredCampaign): Case {
  const problems = problemsOf(one.answers.map(answer => answer.opened))
  const compared = new Set(problems.flatMap(problem => problem.answers.map(answer => answer.id)))
  return {
    ...one,
    problems,
    compared,
    votesEvidence: evidenceOfCasts(one.votes.map(vote => vote.cast)),
    isStopped: false,
  }
}

/** Everybody who gave an answer that can be compared, in order. */
function comparedPeople({ problems }: Case): ContributorId[] {
  return [...new Set(problems.flatMap(problem => problem.people))].sort()
}

function failingIn(weights: ReadonlyMap<string, Weighed>): Judged['failing'] {
  const failing = [...weights].filter(([, one]) => one.goldFactor === 0 && one.goldRows >= LEAST_CHECKS)
  failing.sort(([one], [other]) => (one < other ? -1 : 1))
  return failing.map(([, { contributorId, skill }]) => ({ contributorId, skill }))
}

/** Undefined: accepted by time and not comparable, so there is nothing to measure. */
type AnswerEvidence = Map<SubmissionId, Evidence | undefined>

function answerEvidence(one: Case, leftOut: ReadonlySet<ContributorId>): AnswerEvidence {
  const fitted = new Map(one.problems.flatMap(problem => [...evidenceOf(problem, leftOut)]))
  return new Map(
    one.answers.map(answer => {
      const { id } = answer.opened
      return [id, one.compared.has(id) ? fitted.get(id) : roundEvidence(one, answer)]
    }),
  )
}

function roundEvidence(one: Case, { row, opened }: GatheredAnswer): Evidence | undefined {
  const { decidedBy } = row.submission
  if (decidedBy !== 'review' && decidedBy !== 'appeal') return undefined
  const casts = one.votes.filter(vote => vote.row.submission?.id === opened.id).map(vote => vote.cast)
  const wanted = casts.some(cast => cast.roundKind === 'appeal') ? 'appeal' : 'review'
  return evidenceOfRound(
    casts.filter(cast => cast.roundKind === wanted),
    opened.ruling === 1,
  )
}

/** People whose check questions give them no reliability at all take part in no second fit; a campaign without any keeps its first. */
function gatedEvidence(
  one: Case,
  first: ReadonlyMap<CampaignId, AnswerEvidence>,
  weights: ReadonlyMap<string, Weighed>,
): AnswerEvidence {
  const failed = comparedPeople(one).filter(id => weights.get(personKey(id, one.campaign.skill))?.goldFactor === 0)
  if (failed.length === 0) return first.get(one.campaign.id) ?? new Map()
  return answerEvidence(one, new Set(failed))
}

function isAnswerReady({ row, opened }: GatheredAnswer, one: Case, clock: Clock): boolean {
  const { submission, item } = row
  const isClosed = one.campaign.state === 'closed' || item.state === 'decided' || item.state === 'retired'
  const isItemDecided = isClosed || item.role === 'check' || !one.compared.has(opened.id)
  const isAwaited = !isItemDecided || one.isStopped
  return isReady({ isFinal: isDue(row), isAwaited, sentAt: submission.submittedAt }, clock)
}

function isVoteReady({ row, isFinal, cast }: GatheredVote, one: Case, clock: Clock): boolean {
  if (!row.vote.isPaid || row.vote.settledEpoch !== null || cast.choice === 'recuse') return false
  return isReady({ isFinal, isAwaited: one.isStopped, sentAt: row.vote.castAt }, clock)
}

function candidatesOf(one: Case, evidence: AnswerEvidence, clock: Clock): Candidate[] {
  const { campaign } = one
  const scored = (found: Evidence | undefined) => (found === undefined ? undefined : scoreOf(found, campaign.krefPpm))
  const answers = one.answers.map(answer => ({
    id: answer.opened.id,
    contributorId: answer.opened.contributorId,
    skill: campaign.skill,
    isGold: answer.row.submission.isGold,
    sentAt: answer.row.submission.submittedAt,
    score: scored(evidence.get(answer.opened.id)),
    isReady: isAnswerReady(answer, one, clock),
    isSettled: answer.row.submission.settledEpoch !== null,
    countsFrom: answerCountsFrom(answer),
  }))
  const votes = one.votes.map(vote => ({
    id: vote.cast.id,
    contributorId: vote.cast.contributorId,
    skill: reviewSkill(campaign.skill),
    isGold: vote.cast.planted !== null,
    sentAt: vote.row.vote.castAt,
    score: scored(one.votesEvidence.get(vote.cast.id)),
    isReady: isVoteReady(vote, one, clock),
    isSettled: !vote.row.vote.isPaid || vote.row.vote.settledEpoch !== null,
    countsFrom: voteCountsFrom(vote),
  }))
  // What the breaker holds, because check questions or consensus may be what is wrong, counts for nobody meanwhile.
  const counts = (row: { countsFrom: Date | undefined; isSettled: boolean }) =>
    row.countsFrom !== undefined && !row.isSettled && !one.isStopped
  return [...answers, ...votes].filter(row => row.isReady || counts(row))
}

function stopOf(one: Case, weights: ReadonlyMap<string, Weighed>, parameters: RewardParameters): Judged['stopped'] {
  const people = comparedPeople(one).flatMap(id => weights.get(personKey(id, one.campaign.skill)) ?? [])
  const { isTripped, share } = breakerOf(people, parameters)
  return isTripped ? [{ campaignId: one.campaign.id, sharePpm: share }] : []
}

function judgeCampaign(
  one: Case,
  evidence: AnswerEvidence,
  weights: ReadonlyMap<string, Weighed>,
  clock: Clock,
  parameters: RewardParameters,
): JudgedCampaign {
  const { campaign } = one
  const weightOf = (id: ContributorId, skill: string, row: string) => {
    const weight = weights.get(personKey(id, skill))
    return weight?.settling.has(row) ? weight : undefined
  }
  const answers = one.answers.flatMap(answer => {
    const weight = weightOf(answer.opened.contributorId, campaign.skill, answer.opened.id)
    return weight === undefined || !isAnswerReady(answer, one, clock) ? [] : [{ ...answer, weight }]
  })
  const seconds = secondsOf(one, weights)
  const shown = answers.map(answer => answer.row.lease.price)
  const peff = effectiveOf(campaign, seconds, shown)
  const paid = answers.map(({ row, opened, weight }) => {
    const found = evidence.get(opened.id)
    const answer = {
      ...opened,
      submissionId: opened.id,
      evidence: found,
      basis: basisOf(one, opened.ruling, row, found),
    }
    const { submissionHash, isGold, state } = row.submission
    const terms = { campaignId: campaign.id, skill: campaign.skill, kref: campaign.krefPpm, peff }
    const { mBps, payReserve } = row.lease
    const isAccepted = state === 'accepted'
    return answerDraft(
      { ...answer, ...terms, submissionHash, isGold, isAccepted, mBps, payReserve },
      weight,
      parameters,
    )
  })
  return {
    campaignId: campaign.id,
    peff,
    seconds,
    rows: [...paid, ...blankRows(one, weights, peff, parameters), ...voteRows(one, weightOf, parameters)],
  }
}

/** Taken back after they were accepted: paid like what nobody could measure in time. */
function blankRows(
  one: Case,
  weights: ReadonlyMap<string, Weighed>,
  peff: bigint,
  parameters: RewardParameters,
): RowDraft[] {
  const { id: campaignId, skill, krefPpm: kref } = one.campaign
  return one.blank.map(({ submission, lease }) => {
    const { id, submissionHash, contributorId, state } = submission
    const { mBps, payReserve } = lease
    const weight = weights.get(personKey(contributorId, skill)) ?? { factor: 0, goldFactor: 1_000_000 }
    const terms = {
      campaignId,
      skill,
      kref,
      peff,
      mBps,
      payReserve,
      isGold: false,
      basis: 'auto',
      evidence: undefined,
    } as const
    const answer = { submissionId: id, submissionHash, contributorId, isAccepted: state === 'accepted' }
    return answerDraft({ ...answer, ...terms }, weight, parameters)
  })
}

function voteRows(
  one: Case,
  weightOf: (id: ContributorId, skill: string, row: string) => Weighed | undefined,
  parameters: RewardParameters,
): RowDraft[] {
  const { campaign } = one
  const skill = reviewSkill(campaign.skill)
  return one.votes.flatMap(({ cast }) => {
    const weight = weightOf(cast.contributorId, skill, cast.id)
    const evidence = one.votesEvidence.get(cast.id)
    if (weight === undefined || evidence === undefined) return []
    const vote = { voteId: cast.id, contributorId: cast.contributorId, campaignId: campaign.id, skill, evidence }
    const terms = { isGold: cast.planted !== null, kref: campaign.krefPpm, votePrice: campaign.votePrice }
    return [voteDraft({ ...vote, ...terms }, weight, parameters)]
  })
}

function basisOf(one: Case, ruling: -1 | 0 | 1, row: JudgedAnswer, evidence: Evidence | undefined): Basis {
  if (evidence === undefined) return 'auto'
  if (ruling >= 0) return 'panel'
  if (!one.compared.has(row.submission.id)) return 'votes'
  return row.submission.isGold ? 'gold' : 'posterior'
}

/** Active seconds of an answer, from people who can be relied on; undefined while there are too few of them. */
function secondsOf(one: Case, weights: ReadonlyMap<string, Weighed>): number | undefined {
  const accepted = one.answers.filter(({ row }) => row.submission.state === 'accepted' && row.item.role === 'live')
  const byPerson = Map.groupBy(accepted, ({ opened }) => opened.contributorId)
  const people = [...byPerson].map(([id, answers]) => ({
    factor: weights.get(personKey(id, one.campaign.skill))?.factor ?? 0,
    seconds: answers.map(({ row }) => row.submission.activeSeconds),
  }))
  const seconds = activeSeconds(people, 0)
  return seconds === 0 ? undefined : seconds
}

/** One price an epoch and campaign: by the time measured, and never under what anybody was shown when the task was handed out. */
function effectiveOf(campaign: Case['campaign'], seconds: number | undefined, shown: readonly bigint[]): bigint {
  const time = seconds ?? campaign.measuredSeconds ?? campaign.usualSeconds
  const { peff } = effectivePrice(campaign, time)
  const most = shown.reduce((high, price) => (price > high ? price : high), peff)
  const cap = priceCap(campaign)
  return most < cap ? most : cap
}
