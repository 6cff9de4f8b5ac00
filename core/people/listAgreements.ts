import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import type { Agreement, AgreementTerms } from './agreement.ts'
import { consentsOf } from './store.ts'

/** Everything this person has agreed to, and what they took back. */
export async function listAgreements(ctx: Context, input: { contributorId: ContributorId }): Promise<Agreement[]> {
  const rows = await consentsOf(ctx.db, input.contributorId)
  return rows.map(row => ({
    ...(JSON.parse(row.agreements.text) as AgreementTerms),
    campaignId: row.consents.campaignId,
    version: row.agreements.version,
    agreedAt: row.consents.agreedAt,
    withdrawnAt: row.consents.withdrawnAt,
  }))
}
