import type { Amount } from '../amount.ts'
import { findCampaign } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { CampaignId } from '../ids.ts'
import { wantTransaction } from '../outbox/chainStore.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'

/** More money for a campaign that is open on the chain, from the local test requester. Each call is one top-up. */
export async function topUpOnChain(
  ctx: Context,
  input: { campaignId: CampaignId; amount: Amount },
): Promise<Result<void, Only<'campaign.unknown' | 'campaign.unfunded'>>> {
  const campaign = await findCampaign(ctx.db, input.campaignId)
  if (campaign === undefined) return refuse({ code: 'campaign.unknown' })
  if (campaign.chainId === null || campaign.state === 'draft') {
    return refuse({ code: 'campaign.unfunded', missing: input.amount })
  }
  const { amount } = input
  const name = `${campaign.chainId}:${ctx.newId()}`
  await wantTransaction(ctx, { purpose: `approve:${name}`, call: { kind: 'approve', signer: 'requester', amount } })
  const call = { kind: 'topUp', signer: 'requester', id: campaign.chainId, amount } as const
  await wantTransaction(ctx, { purpose: `topUp:${name}`, call })
  return ok(undefined)
}
