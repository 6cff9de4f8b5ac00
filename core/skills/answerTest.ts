import { type Amount, ZERO } from '../amount.ts'
import { type CampaignRow, findCampaign, findItem, itemsOf } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { CampaignId, ContributorId, ItemId } from '../ids.ts'
import { kindOf, parseItem } from '../kinds/index.ts'
import { addNotice } from '../outbox/store.ts'
import { sealFor } from '../people/seal.ts'
import { lockContributor } from '../people/store.ts'
import { canonicalJson, type Json } from '../proof/index.ts'
import { assert, type Only, ok, type Result, refuse } from '../refusals.ts'
import { isHonestTry, leastSeconds, RETRY_SECONDS } from './exam.ts'
import { type ExamQuestion, nextQuestion } from './examQuestion.ts'
import { examTerms } from './examTerms.ts'
import {
  examAnswersOf,
  findQualification,
  insertExamAnswer,
  type QualificationRow,
  saveQualification,
} from './store.ts'

export type TestOutcome = {
  hasPassed: boolean
  right: number
  total: number
  pass: number
  /** What this try earned; zero where it was not honest, or not covered, or paid before. */
  stipend: Amount
  nextAttemptAt: Date | null
  missedRules: number[]
}
type Noes = 'campaign.unknown' | 'answer.malformed' | 'qualification.missing'
type Input = { contributorId: ContributorId; campaignId: CampaignId; itemId: ItemId; answer: unknown; seconds: number }

/** One answer of a test. Answering the same question twice changes nothing; the last answer decides. */
export async function answerTest(
  ctx: Context,
  input: Input,
): Promise<Result<{ next: ExamQuestion } | { done: TestOutcome }, Only<Noes>>> {
  await lockContributor(ctx.db, input.contributorId)
  const campaign = await findCampaign(ctx.db, input.campaignId)
  const row = await findItem(ctx.db, input.itemId)
  if (campaign === undefined || row === undefined || row.campaignId !== campaign.id || row.role !== 'test') {
    return refuse({ code: 'campaign.unknown' })
  }
  const test = await findQualification(ctx.db, input.contributorId, campaign.skill)
  if (test?.state !== 'testing') return refuse({ code: 'qualification.missing', skill: campaign.skill })
  const item = parseItem(row.contentText)
  const kind = kindOf(item.kind)
  const answer = kind.answer(item, 'test').safeParse(input.answer)
  if (!answer.success) {
    return refuse({
      code: 'answer.malformed',
      field: answer.error.issues[0]?.path.join('.') ?? '',
      expected: 'an answer to this question',
    })
  }
  assert(row.truthText !== null, 'a test question without a truth')
  const isRight = kind.isRight(item, answer.data, JSON.parse(row.truthText)) === true
  await insertExamAnswer(ctx.db, {
    contributorId: input.contributorId,
    itemId: row.id,
    attempt: test.attempt,
    skill: campaign.skill,
    answer: await sealFor(ctx, input.contributorId, canonicalJson(answer.data as Json)),
    isRight,
    seconds: Math.max(0, Math.min(3600, Math.round(input.seconds))),
    answeredAt: ctx.now(),
  })
  const items = await itemsOf(ctx.db, campaign.id, 'test')
  const answers = await examAnswersOf(ctx.db, input.contributorId, campaign.skill, test.attempt)
  const next = nextQuestion(items, new Set(answers.map(one => one.itemId)), {
    contributorId: input.contributorId,
    attempt: test.attempt,
  })
  if (next !== undefined) {
    const right = answers.filter(one => one.isRight).length
    await saveQualification(ctx.db, { ...test, asked: answers.length, right })
    return ok({ next })
  }
  const missed = items.filter(one => answers.some(given => given.itemId === one.id && !given.isRight))
  const missedRules = [...new Set(missed.flatMap(one => (one.rule === null ? [] : [one.rule])))].sort((a, b) => a - b)
  return ok({ done: await decide(ctx, campaign, test, answers, items.length, missedRules) })
}

async function decide(
  ctx: Context,
  campaign: CampaignRow,
  test: QualificationRow,
  answers: { isRight: boolean; seconds: number }[],
  total: number,
  missedRules: number[],
): Promise<TestOutcome> {
  const right = answers.filter(answer => answer.isRight).length
  const pass = campaign.passMark
  const hasPassed = right >= pass
  const decidedAt = ctx.now()
  const terms = await examTerms(ctx, { contributorId: test.contributorId, campaignId: campaign.id })
  const classes = kindOf(campaign.kind).classes(JSON.parse(campaign.ask)).length || 4
  const isHonest = isHonestTry({ answers, total, classes, pass, leastSeconds: leastSeconds(campaign.usualSeconds) })
  const isPaid = isHonest && terms.isStipendCovered
  const nextAttemptAt = hasPassed ? null : new Date(decidedAt.getTime() + RETRY_SECONDS * 1000)
  await saveQualification(ctx.db, {
    ...test,
    state: hasPassed ? 'passed' : 'failed',
    asked: total,
    right,
    decidedAt,
    nextAttemptAt,
    stipend: isPaid ? terms.stipend : test.stipend,
    stipendAt: isPaid ? decidedAt : test.stipendAt,
  })
  if (isPaid) {
    const values = { skill: campaign.skill, sum: terms.stipend.toString() }
    await addNotice(ctx, { contributorId: test.contributorId, code: 'test.stipend', values })
  }
  return { hasPassed, right, total, pass, stipend: isPaid ? terms.stipend : ZERO, nextAttemptAt, missedRules }
}
