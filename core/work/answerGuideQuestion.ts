import { findGuide, insertGuide, lockCampaign } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { CampaignId } from '../ids.ts'
import { addNotices } from '../outbox/store.ts'
import { agreedTo } from '../people/store.ts'
import { canonicalJson, type Json } from '../proof/index.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'
import { type Rule, withRule } from './guideRule.ts'
import { closeGuideQuestion, findGuideQuestion } from './requestStore.ts'

export type GuideAnswer = { version: number; rule: number; isNew: boolean; told: number }

/**
 * Answers a question on the guide to everybody: its text becomes a rule, new or in the place of an old one, in a new version of the guide.
 * Whoever agreed to the campaign is told at their next visit; leases and answers keep the version they were given under. The same question
 * again is refused: it has its rule already.
 */
export async function answerGuideQuestion(
  ctx: Context,
  input: { campaignId: CampaignId; questionId: string; text: string; rule?: number },
): Promise<Result<GuideAnswer, Only<'campaign.unknown' | 'guide.question_unknown' | 'guide.rule_unfit'>>> {
  const { campaignId } = input
  const campaign = await lockCampaign(ctx.db, campaignId)
  const guide = await findGuide(ctx.db, campaignId)
  if (campaign === undefined || guide === undefined) return refuse({ code: 'campaign.unknown' })
  const question = await findGuideQuestion(ctx.db, input.questionId)
  if (question?.campaignId !== campaignId || question.answeredAt !== null) {
    return refuse({ code: 'guide.question_unknown' })
  }
  const changed = withRule(JSON.parse(guide.rules) as Rule[], input)
  if (!changed.ok) return refuse({ code: 'guide.rule_unfit', expected: changed.expected })
  const { rules, rule, isNew, text } = changed
  const version = guide.version + 1
  await insertGuide(ctx.db, { campaignId, version, rules: canonicalJson(rules as Json), createdAt: ctx.now() })
  await closeGuideQuestion(ctx.db, question.id, { answeredAt: ctx.now(), rule })
  const people = await agreedTo(ctx.db, campaignId)
  const values = { campaign: campaign.title, rule: String(rule), text, isNew: isNew ? 1 : 0, people: people.length }
  await addNotices(
    ctx,
    people.map(contributorId => ({
      contributorId,
      code: contributorId === question.contributorId ? 'guide.answered' : 'guide.changed',
      values,
    })),
  )
  return ok({ version, rule, isNew, told: people.length })
}
