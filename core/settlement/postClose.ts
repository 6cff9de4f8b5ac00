import { updateCampaign } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { CampaignId, Hash } from '../ids.ts'
import { campaignAccount } from '../money/ledger.ts'
import { balancesUnder, post } from '../money/store.ts'
import type { CampaignFacts } from '../proof/index.ts'
import { campaignLines, commonsLines, releaseLines } from './closeLines.ts'
import type { Gathered, ReadCampaign } from './gatherEpoch.ts'
import type { RowDraft } from './rowDraft.ts'
import { type CampaignRow, hasUnsettled } from './settlingStore.ts'

/** One close: names its postings, so that the same epoch closed again after a veto writes new ones. */
export type Close = { epoch: number; key: string }

/** Rows of campaigns and commons into the ledger. */
export async function postRows(
  ctx: Context,
  close: Close,
  gathered: Gathered,
  rows: readonly RowDraft[],
): Promise<void> {
  for (const one of gathered.campaigns) {
    const own = rows.filter(row => row.campaignId === one.campaign.id && !row.isByCommons)
    if (own.length === 0) continue
    const { id: campaignId, feeBps, commonsShareBps } = one.campaign
    const answers = own.filter(row => row.kind === 'answer')
    const votes = own.filter(row => row.kind === 'vote')
    const lines = campaignLines({
      campaignId,
      reserves: reservesOf(one, answers),
      answers,
      votes,
      feeBps,
      commonsShareBps,
    })
    await post(ctx, { key: `${close.key}:campaign:${campaignId}`, reason: 'close', epoch: close.epoch, lines })
  }
  const shared = rows.filter(row => row.isByCommons)
  if (shared.length > 0) {
    const lines = commonsLines(shared)
    await post(ctx, { key: `${close.key}:commons`, reason: 'close', epoch: close.epoch, lines })
  }
}

/** Pay and fee that were set aside for the accepted answers among these rows. */
function reservesOf(one: ReadCampaign, answers: readonly RowDraft[]): bigint {
  const settling = new Set(answers.map(row => row.submissionId))
  return [...one.answers.map(answer => answer.row), ...one.blank]
    .filter(({ submission }) => submission.state === 'accepted' && settling.has(submission.id))
    .reduce((sum, { lease }) => sum + lease.payReserve + lease.feeReserve, 0n)
}

/** Closed campaigns with nothing left to decide or to pay; what they still have is their requester's. Call after the rows are marked. */
export async function releaseCampaigns(
  ctx: Context,
  close: Close,
  campaigns: readonly CampaignRow[],
): Promise<CampaignId[]> {
  const released: CampaignId[] = []
  for (const campaign of campaigns) {
    if (!(await isReleasable(ctx, campaign))) continue
    const purses = await balancesUnder(ctx.db, `campaign:${campaign.id}:`)
    const lines = releaseLines(campaign.id, purses)
    await post(ctx, { key: `${close.key}:release:${campaign.id}`, reason: 'release', epoch: close.epoch, lines })
    await updateCampaign(ctx.db, campaign.id, { state: 'settled' })
    released.push(campaign.id)
  }
  return released
}

export async function isReleasable(ctx: Context, campaign: CampaignRow): Promise<boolean> {
  if (campaign.state !== 'closed') return false
  const purses = await balancesUnder(ctx.db, `campaign:${campaign.id}:`)
  const inUse = (['leased', 'pending', 'earned'] as const).some(
    purse => (purses.get(campaignAccount(campaign.id, purse)) ?? 0n) !== 0n,
  )
  return !inUse && !(await hasUnsettled(ctx.db, campaign.id))
}

/**
 * A campaign in the manifest: what it holds after the close, and how much of that its requester cannot take. While tasks may still be
 * handed out that is everything, since free money backs the next lease; of a closed one what people may still earn.
 */
export async function campaignFacts(ctx: Context, campaign: CampaignRow, peff: bigint): Promise<CampaignFacts> {
  const purses = await balancesUnder(ctx.db, `campaign:${campaign.id}:`)
  const balanceAfter = [...purses.values()].reduce((sum, purse) => sum + purse, 0n)
  const free = purses.get(campaignAccount(campaign.id, 'free')) ?? 0n
  return {
    id: campaign.chainId as Hash,
    termsHash: campaign.termsHash,
    peff,
    feeBps: campaign.feeBps,
    commonsShareBps: campaign.commonsShareBps,
    balanceAfter,
    reservedAfter: campaign.state === 'closed' || campaign.state === 'settled' ? balanceAfter - free : balanceAfter,
  }
}
