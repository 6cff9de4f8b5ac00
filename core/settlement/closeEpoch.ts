import { type Amount, amount } from '../amount.ts'
import type { Context } from '../context.ts'
import type { ContributorId, Hash } from '../ids.ts'
import { COMMONS, campaignAccount } from '../money/ledger.ts'
import { balanceOf } from '../money/store.ts'
import { addNotice } from '../outbox/store.ts'
import { type Manifest, toHex } from '../proof/index.ts'
import { assert, type Only, ok, type Result, refuse } from '../refusals.ts'
import { derivedSalt, type SaltUse } from './derivedSalt.ts'
import { insertRewards, lockSettlement, newestEpoch } from './epochStore.ts'
import { cutOffAfter, nextEpoch } from './epochTerms.ts'
import { fundRows } from './fundRows.ts'
import { type Gathered, gatherEpoch } from './gatherEpoch.ts'
import { type Judged, judgeEpoch } from './judgeEpoch.ts'
import { nextPayday, postponePayday } from './nextPayday.ts'
import { pauseFailing } from './pauseFailing.ts'
import { type Close, isReleasable, postRows, releaseCampaigns } from './postClose.ts'
import { duePublishing, publish } from './publish.ts'
import type { Clock } from './readiness.ts'
import { recordContributions, recordReputations } from './recordBatch.ts'
import { type RowDraft, stipendDraft } from './rowDraft.ts'
import { type SaltedRow, saltRow, storedRow } from './saltedRow.ts'
import { accountKeysOf, markSubmissionsSettled, markVotesSettled, stipendsDue } from './settlingStore.ts'
import { updateReputations } from './updateReputations.ts'
import { writeEpoch } from './writeEpoch.ts'

export type ClosedEpoch = {
  epoch: number
  manifest: Manifest
  rows: number
  people: number
  /** What people earned, fees apart. */
  pay: Amount
  /** Campaigns that the breaker held back, to be looked at: more check questions and a panel first. */
  stopped: Judged['stopped']
}

/**
 * Closes an epoch at `ctx.now()`: fixes quality and pay of everything that settles, moves the ledger, freezes the manifest and asks for the
 * settle transaction. Value null when there is nothing to settle, to publish or to release: then there is no epoch. With `isFlush` holds
 * and waiting times count as over. Deterministic: everything is taken in order of id.
 */
export async function closeEpoch(
  ctx: Context,
  input: { isFlush: boolean },
): Promise<Result<ClosedEpoch | null, Only<'epoch.previous_unsettled'>>> {
  await lockSettlement(ctx.db)
  const newest = await newestEpoch(ctx.db)
  const epoch = nextEpoch(newest)
  if (epoch === undefined) return refuse({ code: 'epoch.previous_unsettled', epoch: newest?.epoch ?? 0 })
  const { parameters } = ctx.settings
  const cutOffAt = cutOffAfter(newest, ctx.now())
  const clock: Clock = { cutOffAt, maxHoldSeconds: parameters.maxHoldSeconds, isFlush: input.isFlush }
  const gathered = await gatherEpoch(ctx, clock)
  const judged = judgeEpoch(gathered, clock, parameters)
  for (const stop of judged.stopped) ctx.log.error(stop, 'the breaker holds a campaign back')
  const commonsBefore = await balanceOf(ctx.db, COMMONS)
  const { drafts, accountKeys } = await payable(ctx, gathered, judged, clock, commonsBefore)
  const isIdle = drafts.length === 0 && (await duePublishing(ctx, clock)).length === 0
  await postponePayday(ctx)
  if (isIdle && !(await hasRelease(ctx, gathered))) return ok(null)
  const close: Close = { epoch, key: `close:${epoch}:${ctx.newId()}` }
  const rows = drafts.map(draft => salted(ctx, draft, accountKeys, { epoch, cutOffAt }))
  await postRows(ctx, close, gathered, rows)
  await settleRows(ctx, rows, epoch, clock.cutOffAt)
  const campaigns = gathered.campaigns.map(one => one.campaign)
  const released = await releaseCampaigns(ctx, close, campaigns)
  const answered = rows.flatMap(row => (row.submissionId === null ? [] : [row.submissionId]))
  const contributions = await recordContributions(ctx, { epoch, gathered, settling: new Set(answered) })
  const updated = await updateReputations(ctx, answerers(rows))
  const reputation = await recordReputations(ctx, { epoch, cutOffAt, updated, accountKeys })
  const published = await publish(ctx, close, clock)
  const peffs = new Map(judged.campaigns.map(one => [one.campaignId, one.peff]))
  const leaves = { contributions, reputation }
  const facts = { close, clock, campaigns, released, peffs, rows, leaves, published, commonsBefore }
  const manifest = await writeEpoch(ctx, facts)
  await tellPayday(ctx, rows, epoch, published.people)
  await pauseFailing(ctx, judged)
  const people = new Set(rows.map(row => row.contributorId)).size
  const pay = amount(rows.reduce((sum, row) => sum + row.pay, 0n))
  return ok({ epoch, manifest, rows: rows.length, people, pay, stopped: judged.stopped })
}

/** Closes an epoch when its day has come; while the one before is on its way to the chain it stays due. Answers 1 when it closed. */
export async function closeDueEpoch(ctx: Context): Promise<number> {
  if (ctx.now() < (await nextPayday(ctx))) return 0
  const closed = await closeEpoch(ctx, { isFlush: false })
  return closed.ok && closed.value !== null ? 1 : 0
}

/** Drafts that somebody can pay, and the secrets of everybody among them. */
async function payable(ctx: Context, gathered: Gathered, judged: Judged, clock: Clock, commonsBefore: bigint) {
  const due = await stipendsDue(ctx.db, clock.cutOffAt)
  const takers = [...new Set(due.map(row => row.contributorId))]
  const accountKeys = new Map([...gathered.accountKeys, ...(await accountKeysOf(ctx.db, takers))])
  const stipends = due.flatMap(({ contributorId, skill, stipend }) =>
    stipend === null || stipend === 0n || !accountKeys.has(contributorId)
      ? []
      : [stipendDraft({ contributorId, skill, sum: stipend })],
  )
  const funders = await Promise.all(
    judged.campaigns.map(async ({ campaignId, rows }) => {
      const campaign = gathered.campaigns.find(one => one.campaign.id === campaignId)?.campaign
      assert(campaign !== undefined, 'a judged campaign that was not gathered')
      const review = await balanceOf(ctx.db, campaignAccount(campaignId, 'review'))
      return { campaignId, rows, review, feeBps: campaign.feeBps, commonsShareBps: campaign.commonsShareBps }
    }),
  )
  const { rows, waiting } = fundRows(funders, stipends, commonsBefore)
  if (waiting.length > 0) ctx.log.warn({ rows: waiting.length }, 'the commons cannot pay everything that is due')
  return { drafts: rows, accountKeys }
}

async function hasRelease(ctx: Context, gathered: Gathered): Promise<boolean> {
  for (const { campaign } of gathered.campaigns) if (await isReleasable(ctx, campaign)) return true
  return false
}

function salted(
  ctx: Context,
  draft: RowDraft,
  accountKeys: ReadonlyMap<ContributorId, Hash>,
  at: { epoch: number; cutOffAt: Date },
): SaltedRow {
  const secret = accountKeys.get(draft.contributorId)
  // Who left has no secret any more: noise that nobody keeps, and that no later close can repeat.
  const salt = (use: SaltUse) =>
    secret === undefined ? toHex(ctx.randomBytes(32)) : derivedSalt(secret, { use, subject: draft.subject, ...at })
  return saltRow(draft, secret, { row: salt('row'), link: salt('link'), thrownAway: toHex(ctx.randomBytes(32)) })
}

async function settleRows(ctx: Context, rows: readonly SaltedRow[], epoch: number, cutOffAt: Date): Promise<void> {
  await insertRewards(
    ctx.db,
    rows.map(row => storedRow(row, epoch, cutOffAt)),
  )
  const answers = rows.flatMap(row => (row.submissionId === null ? [] : [row.submissionId]))
  const votes = rows.flatMap(row => (row.voteId === null ? [] : [row.voteId]))
  await markSubmissionsSettled(ctx.db, answers, epoch)
  await markVotesSettled(ctx.db, votes, epoch)
}

/** People and skills whose answers settled, in order. */
function answerers(rows: readonly SaltedRow[]): { contributorId: ContributorId; skill: string }[] {
  const pairs = new Map(
    rows
      .filter(row => row.kind === 'answer' && !row.isUnlinked)
      .map(({ contributorId, skill }) => [`${contributorId} ${skill}`, { contributorId, skill }]),
  )
  return [...pairs.keys()].sort().flatMap(key => pairs.get(key) ?? [])
}

async function tellPayday(
  ctx: Context,
  rows: readonly SaltedRow[],
  epoch: number,
  withWallet: ReadonlySet<ContributorId>,
): Promise<void> {
  const byPerson = Map.groupBy(
    rows.filter(row => !row.isUnlinked),
    row => row.contributorId,
  )
  for (const contributorId of [...byPerson.keys()].sort()) {
    const own = byPerson.get(contributorId) ?? []
    const sum = own.reduce((total, row) => total + row.pay, 0n)
    if (sum === 0n) continue
    const answers = own.filter(row => row.kind === 'answer').length
    const hasWallet = withWallet.has(contributorId) ? 1 : 0
    await addNotice(ctx, { contributorId, code: 'payday', values: { sum: sum.toString(), answers, epoch, hasWallet } })
  }
}
