import type { Context } from '../context.ts'
import type { ContributorId, Hash, SubmissionId } from '../ids.ts'
import { keySaltsOf } from '../people/store.ts'
import { commitment, contributionLeaf, reputationLeaf, subjectCommit } from '../proof/index.ts'
import { assert } from '../refusals.ts'
import { annotationText, dayOf, pseudonymOf } from './annotation.ts'
import { derivedSalt } from './derivedSalt.ts'
import { insertContributions, insertReputations } from './epochStore.ts'
import type { Gathered, ReadAnswer } from './gatherEpoch.ts'
import type { CampaignRow } from './settlingStore.ts'
import type { Updated } from './updateReputations.ts'

/** Records every accepted answer that settles, check questions too: leaving them out would tell people which ones they were. */
export async function recordContributions(
  ctx: Context,
  batch: { epoch: number; gathered: Gathered; settling: ReadonlySet<SubmissionId> },
): Promise<Hash[]> {
  const { epoch, gathered, settling } = batch
  const domain = { chainId: ctx.settings.chain.chainId, settlement: ctx.settings.chain.settlement }
  const due = gathered.campaigns.flatMap(({ campaign, answers }) =>
    answers
      .filter(({ row }) => row.submission.state === 'accepted' && settling.has(row.submission.id))
      .map(answer => ({ campaign, answer })),
  )
  const authors = [...new Set(due.map(({ answer }) => answer.opened.contributorId))]
  const keySalts = await keySaltsOf(ctx.db, authors)
  const rows = due.map(({ campaign, answer }) => {
    const { contributorId, id } = answer.opened
    const accountKey = gathered.accountKeys.get(contributorId)
    const keySalt = keySalts.get(contributorId)
    const salt = answer.row.submission.salt
    assert(accountKey !== undefined && keySalt !== undefined && salt !== null, 'an accepted answer without its secrets')
    const campaignHash = campaign.chainId as Hash
    const text = textOf(campaign, answer, pseudonymOf(accountKey, campaignHash))
    const committed = commitment(salt, text)
    const annotation = ctx.vault.seal(text, keySalt, ctx.randomBytes(12)) as string
    const leaf = contributionLeaf(domain, campaignHash, committed)
    return { epoch, submissionId: id, campaignHash, commitment: committed, leaf, annotation, salt }
  })
  rows.sort((one, other) => (one.leaf < other.leaf ? -1 : 1))
  await insertContributions(
    ctx.db,
    rows.map((row, position) => ({ ...row, position })),
  )
  return rows.map(row => row.leaf)
}

function textOf(campaign: CampaignRow, { row, opened }: ReadAnswer, contributor: string): string {
  const { submission, item } = row
  assert(submission.decidedBy !== null, 'an accepted answer that nobody decided')
  return annotationText({
    campaign: campaign.code,
    item: item.externalId,
    contentHash: item.contentHash,
    kind: item.kind,
    answer: opened.answer,
    guideVersion: submission.guideVersion,
    acceptedBy: submission.decidedBy,
    sentOn: dayOf(submission.submittedAt),
    contributor,
  })
}

/** A leaf for every number that this epoch changed. Older ones stay provable under their own epoch's header. */
export async function recordReputations(
  ctx: Context,
  batch: {
    epoch: number
    cutOffAt: Date
    updated: readonly Updated[]
    accountKeys: ReadonlyMap<ContributorId, Hash>
  },
): Promise<Hash[]> {
  const domain = { chainId: ctx.settings.chain.chainId, settlement: ctx.settings.chain.settlement }
  const { epoch, cutOffAt } = batch
  const rows = batch.updated.map(({ contributorId, skill, meanPpm, lowPpm, highPpm, checked }) => {
    const accountKey = batch.accountKeys.get(contributorId)
    assert(accountKey !== undefined, 'a reputation of nobody')
    // One for all skills of a person: a proof of two of them shows that they are one person's.
    const subjectSalt = derivedSalt(accountKey, { use: 'subject', epoch, cutOffAt, subject: '' })
    const subject = subjectCommit(subjectSalt, accountKey)
    const figures = { mean: meanPpm, low: lowPpm, high: highPpm, n: checked }
    const leaf = reputationLeaf(domain, { subjectCommit: subject, skill, ...figures })
    return { epoch: batch.epoch, contributorId, skill, meanPpm, lowPpm, highPpm, checked, subjectSalt, leaf }
  })
  rows.sort((one, other) => (one.leaf < other.leaf ? -1 : 1))
  await insertReputations(
    ctx.db,
    rows.map((row, position) => ({ ...row, position })),
  )
  return rows.map(row => row.leaf)
}
