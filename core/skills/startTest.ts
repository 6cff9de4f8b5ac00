import { findCampaign, itemsOf } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { CampaignId, ContributorId } from '../ids.ts'
import { liveConsent, lockContributor } from '../people/store.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'
import { type ExamQuestion, nextQuestion } from './examQuestion.ts'
import { examAnswersOf, findQualification, saveQualification } from './store.ts'

type Noes =
  | 'campaign.unknown'
  | 'consent.missing'
  | 'qualification.wait'
  | 'skill.paused'
  | 'work.none'
  | 'work.hard_to_see'

/**
 * Begins a test, or goes on with the one that was begun. Answers are kept, so consent comes first. It is also the way back from a pause, once
 * that is over. Who has passed has none to sit: check questions count from the last pass on, and passing again would wipe them out.
 */
export async function startTest(
  ctx: Context,
  input: { contributorId: ContributorId; campaignId: CampaignId },
): Promise<Result<ExamQuestion, Only<Noes>>> {
  const person = await lockContributor(ctx.db, input.contributorId)
  const campaign = await findCampaign(ctx.db, input.campaignId)
  if (campaign === undefined) return refuse({ code: 'campaign.unknown' })
  const { title, hardToSee } = campaign
  if (hardToSee !== null && (person?.seesHardAt ?? null) === null) {
    return refuse({ code: 'work.hard_to_see', title, what: hardToSee })
  }
  if ((await liveConsent(ctx.db, input.contributorId, campaign.id)) === undefined) {
    return refuse({ code: 'consent.missing', title: campaign.title })
  }
  const now = ctx.now()
  const before = await findQualification(ctx.db, input.contributorId, campaign.skill)
  const isWaiting = before?.nextAttemptAt != null && before.nextAttemptAt > now
  if (before?.state === 'failed' && isWaiting) {
    return refuse({ code: 'qualification.wait', skill: campaign.skill, until: before.nextAttemptAt as Date })
  }
  if (before?.state === 'paused' && before.pausedUntil !== null && before.pausedUntil > now) {
    return refuse({ code: 'skill.paused', skill: campaign.skill, until: before.pausedUntil })
  }
  if (before?.state === 'passed') return refuse({ code: 'work.none' })
  const isGoingOn = before?.state === 'testing' && before.campaignId === campaign.id
  const attempt = isGoingOn ? before.attempt : (before?.attempt ?? 0) + 1
  const items = await itemsOf(ctx.db, campaign.id, 'test')
  const answered = await examAnswersOf(ctx.db, input.contributorId, campaign.skill, attempt)
  const question = nextQuestion(items, new Set(answered.map(row => row.itemId)), {
    contributorId: input.contributorId,
    attempt,
  })
  if (question === undefined) return refuse({ code: 'work.none' })
  if (!isGoingOn) {
    await saveQualification(ctx.db, {
      contributorId: input.contributorId,
      skill: campaign.skill,
      campaignId: campaign.id,
      state: 'testing',
      attempt,
      asked: 0,
      right: 0,
      startedAt: now,
      pausedUntil: null,
      stipend: before?.stipend ?? null,
      stipendAt: before?.stipendAt ?? null,
    })
  }
  return ok(question)
}
