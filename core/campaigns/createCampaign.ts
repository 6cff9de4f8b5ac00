import { bytesToHex } from 'viem'
import type { Context } from '../context.ts'
import { type CampaignId, type ContributorId, codeFrom, type Hash } from '../ids.ts'
import { type AgreementTerms, agreementText } from '../people/agreement.ts'
import { insertAgreement } from '../people/store.ts'
import { canonicalJson, hashText, type Json } from '../proof/index.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'
import { findCampaignBy, insertCampaign, insertGuide } from './store.ts'
import type { Terms } from './terms.ts'

/** A campaign as a draft: it opens once its deposit is seen on the chain. A short name that is taken is refused. */
export async function createCampaign(
  ctx: Context,
  input: { requesterId: ContributorId; requesterName: string; terms: Terms },
): Promise<Result<{ campaignId: CampaignId; termsHash: Hash }, Only<'campaign.exists'>>> {
  const { terms } = input
  if ((await findCampaignBy(ctx.db, { slug: terms.slug })) !== undefined) {
    return refuse({ code: 'campaign.exists', slug: terms.slug })
  }
  const campaignId = ctx.newId() as CampaignId
  const createdAt = ctx.now()
  const { guide, ask, runSeconds, ...columns } = terms
  // Whole seconds: the chain knows no finer time, and this one goes into the campaign's id there.
  const expiresAt = new Date((Math.floor(createdAt.getTime() / 1000) + runSeconds) * 1000)
  const termsText = canonicalJson(termsAsJson(terms))
  await insertCampaign(ctx.db, {
    ...columns,
    id: campaignId,
    code: codeFrom(ctx.randomBytes(10)),
    requesterId: input.requesterId,
    requesterName: input.requesterName,
    ask: canonicalJson(ask as Json),
    termsText,
    termsHash: hashText(termsText),
    chainSalt: bytesToHex(ctx.randomBytes(32)),
    expiresAt,
    state: 'draft',
    createdAt,
  })
  await insertGuide(ctx.db, { campaignId, version: 1, rules: canonicalJson(guide), createdAt })
  const { title, purpose, licence, keptUntil } = terms
  const shown = { title, requester: input.requesterName, purpose, licence, keptUntil }
  const text = canonicalJson({ ...shown, text: agreementText(shown) } satisfies AgreementTerms)
  await insertAgreement(ctx.db, { id: ctx.newId(), campaignId, version: 1, text, textHash: hashText(text), createdAt })
  return ok({ campaignId, termsHash: hashText(termsText) })
}

/** Amounts as decimal strings; everything that is promised to people or to the chain. */
function termsAsJson(terms: Terms): Json {
  return JSON.parse(
    JSON.stringify(terms, (_key, value) => (typeof value === 'bigint' ? value.toString() : value)),
  ) as Json
}
