import { formatPrl } from '../amount.ts'
import type { Context } from '../context.ts'
import type { Hash } from '../ids.ts'
import type { ContributionClaim, Json } from '../proof/index.ts'
import { batchPaths, historyPathOf, newestAnchor } from './contributionProof.ts'
import { findEpoch } from './epochStore.ts'
import { headerJson } from './header.ts'
import { answerByCode, payOfAnswer } from './publicStore.ts'

/** A contribution's way to the chain; the text and its salt stay with those who may read it. */
export type ContributionProof = Omit<ContributionClaim, 'header' | 'answer' | 'salt'> & { header: Record<string, Json> }

export type Contribution = {
  code: string
  status: 'saved' | 'checking' | 'recorded' | 'refused'
  erasedAt: string | null
  campaign: { code: string; title: string; kindInWords: string; id: Hash | null }
  sentAt: string
  decidedAt: string | null
  recordedAt: string | null
  epoch: number | null
  /** PRL as people read it, and the exact base units; null while it is not settled. */
  sum: string | null
  sumBaseUnits: string | null
  proof: ContributionProof | null
  tx: Hash | null
}

type Found = NonNullable<Awaited<ReturnType<typeof answerByCode>>>

/** One answer as anybody may see it; undefined for a code that is unknown or was taken back by its author. Times in ISO. */
export async function readContribution(ctx: Context, input: { code: string }): Promise<Contribution | undefined> {
  const found = await answerByCode(ctx.db, input.code)
  if (found === undefined || found.submission.state === 'undone') return undefined
  const { submission, campaign, leaf } = found
  const epoch = leaf === null ? undefined : await findEpoch(ctx.db, leaf.epoch)
  const isRecorded = epoch?.state === 'settled' || epoch?.state === 'active'
  const pay = submission.state === 'accepted' ? await payOfAnswer(ctx.db, submission.id) : undefined
  return {
    code: submission.code,
    status: statusOf(found, isRecorded),
    erasedAt: submission.answer === null ? iso(found.erasedAt ?? found.withdrawnAt ?? submission.submittedAt) : null,
    campaign: {
      code: campaign.code,
      title: campaign.title,
      kindInWords: campaign.kindInWords,
      id: campaign.chainId,
    },
    sentAt: submission.submittedAt.toISOString(),
    decidedAt: iso(submission.decidedAt),
    recordedAt: isRecorded ? iso(epoch?.settledAt ?? null) : null,
    epoch: isRecorded ? (leaf?.epoch ?? null) : null,
    sum: pay === undefined ? null : formatPrl(pay),
    sumBaseUnits: pay === undefined ? null : pay.toString(),
    proof: await proofOf(ctx, found),
    tx: isRecorded ? (epoch?.tx ?? null) : null,
  }
}

function statusOf({ submission }: Found, isRecorded: boolean): Contribution['status'] {
  if (isRecorded) return 'recorded'
  if (submission.state === 'rejected') return 'refused'
  return submission.state === 'accepted' || submission.inReviewAt !== null ? 'checking' : 'saved'
}

async function proofOf(ctx: Context, { leaf, campaign }: Found): Promise<ContributionProof | null> {
  const anchor = leaf === null ? undefined : await newestAnchor(ctx)
  if (leaf === null || anchor === undefined || anchor.header.epoch < leaf.epoch || campaign.chainId === null)
    return null
  const pathOf = await batchPaths(ctx, leaf.epoch)
  return {
    domain: { chainId: ctx.settings.chain.chainId, settlement: ctx.settings.chain.settlement },
    campaignId: leaf.campaignHash,
    commitment: leaf.commitment,
    leaf: leaf.leaf,
    epoch: leaf.epoch,
    batchPath: pathOf(leaf.position),
    batchRoot: anchor.batchRoots[leaf.epoch - 1] as Hash,
    historyPath: historyPathOf(ctx, anchor, leaf.epoch),
    header: headerJson(anchor.header),
  }
}

function iso(at: Date | null): string | null {
  return at === null ? null : at.toISOString()
}
