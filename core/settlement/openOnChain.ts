import type { Amount } from '../amount.ts'
import { lockCampaign, updateCampaign } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { Address, CampaignId, Hash } from '../ids.ts'
import { wantTransaction } from '../outbox/chainStore.ts'
import { campaignId } from '../proof/index.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'

/**
 * Asks for the deposit of a draft campaign: allowance, then opening, signed by the local test requester. Live requesters sign with their own
 * wallet and only the id is computed. Twice asked is once done. Funded it is when the chain says so.
 */
export async function openOnChain(
  ctx: Context,
  input: { campaignId: CampaignId; amount: Amount; requester: Address },
): Promise<Result<{ chainId: Hash }, Only<'campaign.unknown'>>> {
  const campaign = await lockCampaign(ctx.db, input.campaignId)
  if (campaign === undefined) return refuse({ code: 'campaign.unknown' })
  const expiry = BigInt(Math.floor(campaign.expiresAt.getTime() / 1000))
  const { termsHash: manifestHash, chainSalt: salt } = campaign
  const { chainId: chain, settlement } = ctx.settings.chain
  const place = { chainId: chain, settlement, requester: input.requester }
  const chainId = campaign.chainId ?? campaignId({ ...place, expiryAtOpening: expiry, manifestHash, salt })
  await updateCampaign(ctx.db, campaign.id, { chainId })
  if (campaign.state !== 'draft') return ok({ chainId })
  const { amount } = input
  await wantTransaction(ctx, { purpose: `approve:${chainId}`, call: { kind: 'approve', signer: 'requester', amount } })
  await wantTransaction(ctx, {
    purpose: `open:${chainId}`,
    call: { kind: 'open', signer: 'requester', amount, expiry, manifestHash, salt },
  })
  return ok({ chainId })
}
