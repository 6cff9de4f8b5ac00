import { lockCampaign } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { AppealId, ContributorId, SubmissionId } from '../ids.ts'
import { personAccount } from '../money/ledger.ts'
import { balanceOf, post } from '../money/store.ts'
import { sealFor } from '../people/seal.ts'
import { lockContributor } from '../people/store.ts'
import { assert, type Only, ok, type Result, refuse } from '../refusals.ts'
import { bondLines } from './appeal.ts'
import { insertAppeal } from './appealStore.ts'
import { type AppealNoes, findAppealable, termsFor } from './appealTerms.ts'
import { seatAppeal } from './seatAppeals.ts'

/** In code points. */
const NOTE_MAX = 1000

/**
 * Asks other people to judge a rejected answer again; once per answer, their decision is final. Beyond the free ones a
 * bond is held from earned pay. Where too few people are free right now, drawing goes on until shortly before `decideBy`.
 */
export async function openAppeal(
  ctx: Context,
  input: { contributorId: ContributorId; submissionId: SubmissionId; note?: string },
): Promise<Result<{ decideBy: Date }, AppealNoes | Only<'appeal.bond_missing' | 'text.too_long'>>> {
  const note = input.note?.trim() ?? ''
  const length = [...note].length
  if (length > NOTE_MAX) return refuse({ code: 'text.too_long', length, max: NOTE_MAX })
  await lockContributor(ctx.db, input.contributorId)
  const found = await findAppealable(ctx, input)
  if (!found.ok) return found
  const campaign = await lockCampaign(ctx.db, found.value.campaign.id)
  assert(campaign !== undefined, 'an answer without a campaign')
  const { bond, decideBy } = await termsFor(ctx, found.value)
  const accrued = bond === 0n ? 0n : await balanceOf(ctx.db, personAccount(input.contributorId, 'accrued'))
  if (accrued < bond) return refuse({ code: 'appeal.bond_missing', bond })
  const appeal = {
    id: ctx.newId() as AppealId,
    submissionId: input.submissionId,
    contributorId: input.contributorId,
    roundId: null,
    bond,
    note: note === '' ? null : await sealFor(ctx, input.contributorId, note),
    state: 'open' as const,
    openedAt: ctx.now(),
    decideBy,
    decidedAt: null,
  }
  if (!(await insertAppeal(ctx.db, appeal))) return refuse({ code: 'appeal.exists' })
  await post(ctx, { key: `bond:${appeal.id}`, reason: 'appeal opened', lines: bondLines(input.contributorId, bond) })
  await seatAppeal(ctx, campaign, appeal)
  return ok({ decideBy })
}
