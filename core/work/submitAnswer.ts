import type { z } from 'zod'
import { type Amount, amount } from '../amount.ts'
import type { CampaignRow, ItemTableRow } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import { type AssignmentId, type ContributorId, codeFrom, type Hash, type SubmissionId } from '../ids.ts'
import { kindOf, parseItem } from '../kinds/index.ts'
import { lengthOf } from '../kinds/text.ts'
import { submitLines } from '../money/ledger.ts'
import { postAtEnd } from '../money/store.ts'
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
  heldLease,
  insertAnswer,
  lockLiveItem,
  type SubmissionRow,
  standingIn,
  votesOn,
} from './turnStore.ts'
import { openVotes, weigh } from './weighItem.ts'

export type Receipt = {
  submissionId: SubmissionId
  code: string
  price: Amount
  /** Answers sent today, this one included. */
  today: number
  /** Prices of what is being checked now, this one included. */
  pendingSum: Amount
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
  const { campaign, item } = (await heldLease(ctx.db, input.contributorId)) ?? {}
  assert(campaign !== undefined && item !== undefined, 'a lease on nothing')
  const parsed = parseAnswer(item, input.answer)
  if (!parsed.ok) return parsed
  const isLive = item.role === 'live'
  // As it was when the turn began: what nobody else has taken has no other answers. Whoever took it since shows under the lock.
  const isAlone = item.taken <= 1
  const who = { contributorId: input.contributorId, campaign, since: startOfDay(ctx.now()) }
  const [live, votes, record] = await Promise.all([
    isLive ? lockLiveItem(ctx.db, item.id) : undefined,
    isLive && !isAlone ? votesOn(ctx.db, item.id, campaign.skill) : [],
    standingIn(ctx.db, who),
  ])
  const others =
    live !== undefined && isAlone && live.taken > 1 ? await votesOn(ctx.db, item.id, campaign.skill) : votes
  const submission = await submissionOf(ctx, { lease, campaign, item, answer: parsed.value, sent: record.sent })
  insertAnswer(ctx.db, submission, lease)
  if (live !== undefined) {
    const text = canonicalJson(parsed.value as Json)
    weigh(ctx, campaign, live, [...openVotes(ctx, others), { text, meanPpm: record.meanPpm }])
  }
  const reserve = { pay: lease.payReserve, fee: lease.feeReserve, review: lease.reviewReserve }
  postAtEnd(ctx, { key: `submit:${submission.id}`, reason: 'submit', lines: submitLines(campaign.id, reserve) })
  return ok({
    submissionId: submission.id,
    code: submission.code,
    price: lease.price,
    today: record.since + 1,
    pendingSum: amount(record.pendingSum + lease.price),
    isFirstEver: record.sent === 0,
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

async function submissionOf(
  ctx: Context,
  given: { lease: AssignmentRow; campaign: CampaignRow; item: ItemTableRow; answer: unknown; sent: number },
): Promise<SubmissionRow> {
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
  return {
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
    price: lease.price,
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
    decidedBy: null,
    inReviewAt: null,
    decidedAt: null,
    settledEpoch: null,
  }
}

/** Days are UTC days, and said so where they are shown. */
export function startOfDay(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()))
}
