import { type CampaignRow, findCampaign, type ItemTableRow } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { AssignmentId, CampaignId, ConsentId, ContributorId } from '../ids.ts'
import { reserveLines } from '../money/ledger.ts'
import { lockFree, postAtEnd } from '../money/store.ts'
import { lockContributor } from '../people/store.ts'
import { assert, type Only, ok, type Result, refuse } from '../refusals.ts'
import { seedFrom } from '../skills/exam.ts'
import { endLease } from './endLease.ts'
import { priceNow, reserveOf, reserveTotal } from './reserve.ts'
import { checkShares, isCheckDue } from './selection.ts'
import { startOfDay } from './submitAnswer.ts'
import type { Task } from './task.ts'
import { taskOf } from './taskInHand.ts'
import {
  type AssignmentRow,
  foldTaken,
  heldLease,
  insertHeld,
  nextCheckItem,
  nextLiveItem,
  type StandingIn,
  standingIn,
} from './turnStore.ts'

/** So many hand-outs' worth of free money is plenty: more than can be under way at once. */
const PLENTY = 1000n

type Noes =
  | 'campaign.unknown'
  | 'campaign.not_open'
  | 'consent.missing'
  | 'qualification.missing'
  | 'skill.paused'
  | 'contributor.excluded'
  | 'work.none'
  | 'work.hard_to_see'

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
  const held = await heldLease(ctx.db, person.id)
  if (held !== undefined && held.lease.expiresAt > ctx.now()) return ok(await taskOf(ctx, held))
  if (held !== undefined) await endLease(ctx, held.lease, { state: 'expired' })
  const campaign = await findCampaign(ctx.db, input.campaignId)
  if (campaign === undefined) return refuse({ code: 'campaign.unknown' })
  const entry = await standingIn(ctx.db, { contributorId: person.id, campaign, since: startOfDay(ctx.now()) })
  const mayWork = entryRules(ctx, campaign, { ...entry, seesHard: person.seesHardAt !== null })
  if (!mayWork.ok) return mayWork
  const { price } = priceNow(campaign)
  const mBps = ctx.settings.parameters.tiers[entry.standing]
  const reserve = reserveOf(campaign, mBps)
  const item = await chooseItem(ctx, campaign, { contributorId: person.id, sent: entry.sent })
  if (item === undefined) return refuse({ code: 'work.none' })
  if (!(await isCovered(ctx, campaign, { total: reserveTotal(reserve), free: entry.free }))) {
    return refuse({ code: 'campaign.not_open', title: campaign.title })
  }
  const lease: AssignmentRow = {
    id: ctx.newId() as AssignmentId,
    campaignId: campaign.id,
    itemId: item.id,
    contributorId: person.id,
    consentId: mayWork.value.consentId,
    state: 'open',
    price,
    mBps,
    payReserve: reserve.pay,
    feeReserve: reserve.fee,
    reviewReserve: reserve.review,
    guideVersion: mayWork.value.guideVersion,
    shuffleSeed: seedFrom(`${person.id}:${item.id}`),
    draft: null,
    skipReason: null,
    createdAt: ctx.now(),
    expiresAt: new Date(ctx.now().getTime() + campaign.leaseSeconds * 1000),
    endedAt: null,
  }
  foldTaken(ctx.db, item.id)
  insertHeld(ctx.db, { lease, campaign, item })
  postAtEnd(ctx, { key: `reserve:${lease.id}`, reason: 'reserve', lines: reserveLines(campaign.id, reserve) })
  return ok(await taskOf(ctx, { lease, campaign, item }))
}

/** Open, agreed to, and tested for: the rules of entry, in the order in which a person can do something about them. */
function entryRules(
  ctx: Context,
  campaign: CampaignRow,
  entry: StandingIn & { seesHard: boolean },
): Result<{ consentId: ConsentId; guideVersion: number }, Only<Exclude<Noes, 'contributor.excluded' | 'work.none'>>> {
  const { consentId, qualification, pausedUntil, guideVersion } = entry
  const { title, skill, hardToSee } = campaign
  if (campaign.state !== 'open') return refuse({ code: 'campaign.not_open', title })
  if (hardToSee !== null && !entry.seesHard) return refuse({ code: 'work.hard_to_see', title, what: hardToSee })
  if (consentId === null) return refuse({ code: 'consent.missing', title })
  if (qualification === 'paused') return refuse({ code: 'skill.paused', skill, until: pausedUntil ?? ctx.now() })
  if (qualification !== 'passed') return refuse({ code: 'qualification.missing', skill })
  if (priceNow(campaign).isUnderFloor) return refuse({ code: 'campaign.not_open', title })
  assert(guideVersion !== null, 'a campaign without a guide')
  return ok({ consentId, guideVersion })
}

/**
 * Whether the campaign's free money covers a hand-out. While there is plenty nobody waits for the purse: the ledger itself refuses to go below
 * zero at the commit, and the turn runs again. Near its end it is locked, after the item: two people must not both be promised the last of it.
 */
async function isCovered(
  ctx: Context,
  campaign: CampaignRow,
  given: { total: bigint; free: bigint },
): Promise<boolean> {
  const isPlenty = given.free >= given.total * PLENTY
  return isPlenty || (await lockFree(ctx.db, campaign.id)) >= given.total
}

async function chooseItem(
  ctx: Context,
  campaign: CampaignRow,
  { contributorId, sent }: { contributorId: ContributorId; sent: number },
): Promise<ItemTableRow | undefined> {
  const shares = checkShares(campaign, ctx.settings.parameters)
  if (isCheckDue(sent, ctx.random(), shares)) {
    const check = await nextCheckItem(ctx.db, campaign.id, contributorId)
    if (check !== undefined) return check
  }
  return nextLiveItem(ctx.db, campaign.id, contributorId)
}
