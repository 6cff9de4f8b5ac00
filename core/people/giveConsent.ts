import type { Context } from '../context.ts'
import type { CampaignId, ConsentId, ContributorId } from '../ids.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'
import { endConsent, insertConsent, latestAgreement, liveConsent, lockContributor } from './store.ts'

/** Individual, explicit, for one campaign and one version of its agreement. Agreeing twice has one effect. */
export async function giveConsent(
  ctx: Context,
  input: { contributorId: ContributorId; campaignId: CampaignId; surface: string },
): Promise<Result<{ agreedAt: Date }, Only<'campaign.unknown' | 'contributor.excluded'>>> {
  const person = await lockContributor(ctx.db, input.contributorId)
  if (person === undefined || person.excludedAt !== null) return refuse({ code: 'contributor.excluded' })
  const agreement = await latestAgreement(ctx.db, input.campaignId)
  if (agreement === undefined) return refuse({ code: 'campaign.unknown' })
  const standing = await liveConsent(ctx.db, input.contributorId, input.campaignId)
  if (standing?.agreements.id === agreement.id) return ok({ agreedAt: standing.consents.agreedAt })
  const agreedAt = ctx.now()
  if (standing !== undefined) await endConsent(ctx.db, input.contributorId, input.campaignId, agreedAt)
  await insertConsent(ctx.db, {
    id: ctx.newId() as ConsentId,
    contributorId: input.contributorId,
    campaignId: input.campaignId,
    agreementId: agreement.id,
    surface: input.surface,
    agreedAt,
  })
  return ok({ agreedAt })
}
