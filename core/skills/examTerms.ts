import type { Amount } from '../amount.ts'
import { findCampaign, itemsOf } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { CampaignId, ContributorId } from '../ids.ts'
import { COMMONS } from '../money/ledger.ts'
import { balanceOf } from '../money/store.ts'
import { assert } from '../refusals.ts'
import { stipendOf } from './exam.ts'
import { findQualification, promisedStipends } from './store.ts'

export type ExamTerms = {
  skill: string
  practice: number
  questions: number
  pass: number
  minutes: number
  stipend: Amount
  /** Whether the commons can pay it; if not, it is said before the test begins. */
  isStipendCovered: boolean
  hasHadStipend: boolean
}

/** What a test asks and pays, said before it starts. */
export async function examTerms(
  ctx: Context,
  input: { contributorId: ContributorId; campaignId: CampaignId },
): Promise<ExamTerms> {
  const campaign = await findCampaign(ctx.db, input.campaignId)
  assert(campaign !== undefined, 'a test of an unknown campaign')
  const [practice, questions, qualification] = [
    await itemsOf(ctx.db, campaign.id, 'practice'),
    await itemsOf(ctx.db, campaign.id, 'test'),
    await findQualification(ctx.db, input.contributorId, campaign.skill),
  ]
  const stipend = stipendOf(campaign.floorPerHour, campaign.minutesOfTest)
  const hasHadStipend = qualification?.stipendAt != null
  const left = (await balanceOf(ctx.db, COMMONS)) - (await promisedStipends(ctx.db))
  return {
    skill: campaign.skill,
    practice: practice.length,
    questions: questions.length,
    pass: campaign.passMark,
    minutes: campaign.minutesOfTest,
    stipend,
    isStipendCovered: !hasHadStipend && left >= stipend,
    hasHadStipend,
  }
}
