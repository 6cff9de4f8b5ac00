import type { Context } from '../context.ts'
import type { CampaignId, ContributorId } from '../ids.ts'
import { assert } from '../refusals.ts'
import type { Agreement, AgreementTerms } from './agreement.ts'
import { latestAgreement, liveConsent } from './store.ts'

/** The campaign's present agreement, and whether this person has given it. */
export async function readAgreement(
  ctx: Context,
  input: { contributorId: ContributorId; campaignId: CampaignId },
): Promise<Agreement> {
  const agreement = await latestAgreement(ctx.db, input.campaignId)
  assert(agreement !== undefined, 'a campaign without an agreement')
  const consent = await liveConsent(ctx.db, input.contributorId, input.campaignId)
  const isSame = consent !== undefined && consent.agreements.id === agreement.id
  return {
    ...(JSON.parse(agreement.text) as AgreementTerms),
    campaignId: input.campaignId,
    version: agreement.version,
    agreedAt: isSame ? consent.consents.agreedAt : null,
    withdrawnAt: null,
  }
}
