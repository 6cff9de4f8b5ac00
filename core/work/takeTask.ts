import { type CampaignRow, findCampaign, findGuide, type ItemTableRow, moveTaken } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { AssignmentId, CampaignId, ConsentId, ContributorId } from '../ids.ts'
import { reserveLines } from '../money/ledger.ts'
import { lockFree, post } from '../money/store.ts'
import { liveConsent, lockContributor } from '../people/store.ts'
import { assert, type Only, ok, type Result, refuse } from '../refusals.ts'
import { seedFrom } from '../skills/exam.ts'
import { findQualification, findReputation } from '../skills/store.ts'
import { endLease } from './endLease.ts'
import { priceNow, reserveOf, reserveTotal } from './reserve.ts'
import { checkShares, isCheckDue } from './selection.ts'
import { insertAssignment, nextCheckItem, nextLiveItem, openAssignment, submissionCount } from './store.ts'
import type { Task } from './task.ts'
import { taskOf } from './taskInHand.ts'

type Noes =
  | 'campaign.unknown'
  | 'campaign.not_open'
  | 'consent.missing'
  | 'qualification.missing'
  | 'skill.paused'
  | 'contributor.excluded'
  | 'work.none'

/**
 * Leases the next task of a campaign, or answers the task in hand: a person holds one at a time. What it may cost is set
 * aside now; a campaign without enough free money hands out nothing.
 */
export async function takeTask(
  ctx: Context,
  input: { contributorId: ContributorId; campaignId: CampaignId },
): Promise<Result<Task, Only<Noes>>> {
  const person = await lockContributor(ctx.db, input.contributorId)
  if (person === undefined || person.excludedAt !== null || person.erasedAt !== null) {
    return refuse({ code: 'contributor.excluded' })
  }
  const held = await openAssignment(ctx.db, person.id)
  if (held !== undefined && held.expiresAt > ctx.now()) return ok(await taskOf(ctx, held))
  if (held !== undefined) await endLease(ctx, held, { state: 'expired' })
  const entry = await mayWork(ctx, input)
  if (!entry.ok) return entry
  const { campaign, consentId } = entry.value
  const { price, isUnderFloor } = priceNow(campaign)
  const standing = (await findReputation(ctx.db, person.id, campaign.skill))?.standing ?? 'new'
  const mBps = ctx.settings.parameters.tiers[standing]
  const reserve = reserveOf(campaign, mBps)
  if (isUnderFloor) return refuse({ code: 'campaign.not_open', title: campaign.title })
  const item = await chooseItem(ctx, campaign, person.id)
  if (item === undefined) return refuse({ code: 'work.none' })
  // Locked, and after the item: two people must not both be promised the last of the money.
  const free = await lockFree(ctx.db, campaign.id)
  if (free < reserveTotal(reserve)) return refuse({ code: 'campaign.not_open', title: campaign.title })
  const guide = await findGuide(ctx.db, campaign.id)
  assert(guide !== undefined, 'a campaign without a guide')
  const id = ctx.newId() as AssignmentId
  const now = ctx.now()
  await moveTaken(ctx.db, item.id, 1)
  await insertAssignment(ctx.db, {
    id,
    campaignId: campaign.id,
    itemId: item.id,
    contributorId: person.id,
    consentId,
    state: 'open',
    price,
    mBps,
    payReserve: reserve.pay,
    feeReserve: reserve.fee,
    reviewReserve: reserve.review,
    guideVersion: guide.version,
    shuffleSeed: seedFrom(`${person.id}:${item.id}`),
    createdAt: now,
    expiresAt: new Date(now.getTime() + campaign.leaseSeconds * 1000),
  })
  await post(ctx, { key: `reserve:${id}`, reason: 'reserve', lines: reserveLines(campaign.id, reserve) })
  const made = await openAssignment(ctx.db, person.id)
  assert(made !== undefined, 'a lease that was just made is not there')
  return ok(await taskOf(ctx, made))
}

/** Open, agreed to, and tested for: the rules of entry, in the order in which a person can do something about them. */
async function mayWork(
  ctx: Context,
  input: { contributorId: ContributorId; campaignId: CampaignId },
): Promise<
  Result<{ campaign: CampaignRow; consentId: ConsentId }, Only<Exclude<Noes, 'contributor.excluded' | 'work.none'>>>
> {
  const campaign = await findCampaign(ctx.db, input.campaignId)
  if (campaign === undefined) return refuse({ code: 'campaign.unknown' })
  if (campaign.state !== 'open') return refuse({ code: 'campaign.not_open', title: campaign.title })
  const consent = await liveConsent(ctx.db, input.contributorId, campaign.id)
  if (consent === undefined) return refuse({ code: 'consent.missing', title: campaign.title })
  const skill = await findQualification(ctx.db, input.contributorId, campaign.skill)
  if (skill?.state === 'paused') {
    return refuse({ code: 'skill.paused', skill: campaign.skill, until: skill.pausedUntil ?? ctx.now() })
  }
  if (skill?.state !== 'passed') return refuse({ code: 'qualification.missing', skill: campaign.skill })
  return ok({ campaign, consentId: consent.consents.id })
}

async function chooseItem(
  ctx: Context,
  campaign: CampaignRow,
  contributorId: ContributorId,
): Promise<ItemTableRow | undefined> {
  const sent = await submissionCount(ctx.db, contributorId)
  const shares = checkShares(campaign, ctx.settings.parameters)
  if (isCheckDue(sent, ctx.random(), shares)) {
    const check = await nextCheckItem(ctx.db, campaign.id, contributorId)
    if (check !== undefined) return check
  }
  return nextLiveItem(ctx.db, campaign.id, contributorId)
}
