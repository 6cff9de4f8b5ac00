import type { z } from 'zod'
import type { Amount } from '../amount.ts'
import { type CampaignRow, findCampaign, findItem, type ItemTableRow } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import { type AssignmentId, type ContributorId, codeFrom, type Hash, type SubmissionId } from '../ids.ts'
import { kindOf, parseItem } from '../kinds/index.ts'
import { lengthOf } from '../kinds/text.ts'
import { submitLines } from '../money/ledger.ts'
import { post } from '../money/store.ts'
import { sealFor } from '../people/seal.ts'
import { lockContributor } from '../people/store.ts'
import { canonicalJson, commitment, type Json, toHex } from '../proof/index.ts'
import { assert, type Only, ok, type Result, refuse } from '../refusals.ts'
import { leastSeconds } from '../skills/exam.ts'
import { holdsLease, type LeaseNoes } from './holdsLease.ts'
import { isReviewDue } from './selection.ts'
import { sketchOf } from './sketch.ts'
import {
  type AssignmentRow,
  findSubmission,
  insertSubmission,
  sentSince,
  submissionCount,
  updateAssignment,
} from './store.ts'
import { weighItem } from './weighItem.ts'

export type Receipt = {
  submissionId: SubmissionId
  code: string
  price: Amount
  today: { answers: number; sum: Amount }
  isFirstEver: boolean
}
type Noes = LeaseNoes | Only<'answer.malformed' | 'answer.length'>

/**
 * Takes an answer sent inside a valid lease. It settles normally even if the item was decided meanwhile. The same lease
 * again is refused as closed; the door answers the first receipt by showing where the person is now.
 */
export async function submitAnswer(
  ctx: Context,
  input: { contributorId: ContributorId; assignmentId: AssignmentId; answer: unknown },
): Promise<Result<Receipt, Noes>> {
  await lockContributor(ctx.db, input.contributorId)
  const held = await holdsLease(ctx, input)
  if (!held.ok) return held
  const lease = held.value
  const campaign = await findCampaign(ctx.db, lease.campaignId)
  const item = await findItem(ctx.db, lease.itemId)
  assert(campaign !== undefined && item !== undefined, 'a lease on nothing')
  const parsed = parseAnswer(item, input.answer)
  if (!parsed.ok) return parsed
  const sent = await submissionCount(ctx.db, input.contributorId)
  const submissionId = await store(ctx, { lease, campaign, item, answer: parsed.value, sent })
  await updateAssignment(ctx.db, lease.id, { state: 'submitted', draft: null, endedAt: ctx.now() })
  await weighItem(ctx, campaign, item.id)
  const reserve = { pay: lease.payReserve, fee: lease.feeReserve, review: lease.reviewReserve }
  await post(ctx, { key: `submit:${submissionId}`, reason: 'submit', lines: submitLines(campaign.id, reserve) })
  const submission = await findSubmission(ctx.db, submissionId)
  assert(submission !== undefined, 'an answer was not stored')
  const today = await sentSince(ctx.db, input.contributorId, startOfDay(ctx.now()))
  return ok({
    submissionId,
    code: submission.code,
    price: lease.price,
    today: { answers: today.answers, sum: today.sum as Amount },
    isFirstEver: sent === 0,
  })
}

function parseAnswer(row: ItemTableRow, given: unknown): Result<unknown, Only<'answer.malformed' | 'answer.length'>> {
  const item = parseItem(row.contentText)
  const parsed = kindOf(item.kind).answer(item).safeParse(given)
  if (parsed.success) return ok(parsed.data)
  const ask = item.ask as { min?: unknown; max?: unknown }
  const text = (given as { text?: unknown } | null)?.text
  if (typeof ask.min === 'number' && typeof ask.max === 'number' && typeof text === 'string') {
    return refuse({ code: 'answer.length', length: lengthOf(text), min: ask.min, max: ask.max })
  }
  const issue = parsed.error.issues[0] as z.core.$ZodIssue | undefined
  return refuse({
    code: 'answer.malformed',
    field: issue?.path.map(String).join('.') ?? '',
    expected: issue?.message ?? '',
  })
}

async function store(
  ctx: Context,
  given: { lease: AssignmentRow; campaign: CampaignRow; item: ItemTableRow; answer: unknown; sent: number },
): Promise<SubmissionId> {
  const { lease, campaign, item } = given
  const submissionId = ctx.newId() as SubmissionId
  const submittedAt = ctx.now()
  const content = parseItem(item.contentText)
  const kind = kindOf(content.kind)
  const answerText = canonicalJson(given.answer as Json)
  const salt = toHex(ctx.randomBytes(32)) as Hash
  // Not below zero where the clock was set back meanwhile.
  const activeSeconds = Math.max(0, Math.round((submittedAt.getTime() - lease.createdAt.getTime()) / 1000))
  const isGold = item.role === 'check'
  const text = (given.answer as { text?: unknown } | null)?.text
  await insertSubmission(ctx.db, {
    id: submissionId,
    code: codeFrom(ctx.randomBytes(10)),
    assignmentId: lease.id,
    campaignId: campaign.id,
    itemId: item.id,
    contributorId: lease.contributorId,
    answer: await sealFor(ctx, lease.contributorId, answerText),
    sketch: typeof text === 'string' ? sketchOf(text, ctx.vault.keyedHash) : null,
    submissionHash: commitment(
      salt,
      canonicalJson({ submission: submissionId, item: item.contentHash, answer: answerText }),
    ),
    salt,
    state: 'pending',
    isGold,
    isGoldRight:
      isGold && item.truthText !== null
        ? (kind.isRight(content, given.answer, JSON.parse(item.truthText)) ?? null)
        : null,
    needsReview: isReviewDue({
      isComparable: kind.isComparable,
      isGold,
      sent: given.sent,
      isTooQuick: activeSeconds < leastSeconds(campaign.usualSeconds),
      draw: ctx.random(),
    }),
    activeSeconds,
    guideVersion: lease.guideVersion,
    submittedAt,
    reviewBy: new Date(submittedAt.getTime() + campaign.reviewTermSeconds * 1000),
  })
  return submissionId
}

/** Days are UTC days, and said so where they are shown. */
export function startOfDay(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()))
}
