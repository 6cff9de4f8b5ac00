// What each event of the chain does here, and how it is taken back when its block vanishes. Called inside a turn by
// recordChainEvents and dropChainEvents; a database trigger refuses what would bring an account below zero.
import { updateCampaign } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import { depositLines, leafAccount, reversed } from '../money/ledger.ts'
import { balanceOf, balancesUnder, post } from '../money/store.ts'
import type { ChainEvent } from '../outbox/chain.ts'
import { addNotice } from '../outbox/store.ts'
import { headerHash } from '../proof/index.ts'
import { Fault } from '../refusals.ts'
import { campaignByChainId } from './chainEventStore.ts'
import { findEpoch, updateEpoch } from './epochStore.ts'
import { claimLines, refundLines } from './eventLines.ts'
import { claimNotice } from './payNotices.ts'
import { postingsUnder } from './postingStore.ts'
import { unwindEpoch } from './unwindEpoch.ts'

type Of<K extends ChainEvent['kind']> = Extract<ChainEvent, { kind: K }>

/** Names the event within its block: the same log in another block is another posting. */
export function eventKey(event: Pick<ChainEvent, 'tx' | 'logIndex'> & { block: { hash: string } }): string {
  return `chain:${event.block.hash}:${event.tx}:${event.logIndex}`
}

export async function applyChainEvent(
  ctx: Context,
  event: ChainEvent,
  activeAt: ReadonlyMap<number, Date>,
): Promise<void> {
  switch (event.kind) {
    case 'opened':
    case 'toppedUp':
      return deposit(ctx, event)
    case 'closing':
      return closing(ctx, event)
    case 'extended':
      return extended(ctx, event)
    case 'refunded':
      return refunded(ctx, event)
    case 'settled':
      return settled(ctx, event, activeAt)
    case 'vetoed':
      return vetoed(ctx, event)
    case 'unwound':
      return unwindEpoch(ctx, { epoch: event.epoch, key: eventKey(event) })
    case 'claimed':
      return claimed(ctx, event)
  }
}

async function deposit(ctx: Context, event: Of<'opened' | 'toppedUp'>): Promise<void> {
  const campaign = await campaignByChainId(ctx.db, event.id)
  if (campaign === undefined) {
    // Anybody may open a campaign on the contract; what this platform does not know stays the depositor's.
    ctx.log.warn({ tx: event.tx }, 'a deposit for a campaign that is not known here')
    return
  }
  const lines = depositLines(campaign.id, event.amount, 0n)
  await post(ctx, { key: eventKey(event), reason: 'deposit', lines })
  if (campaign.state === 'draft') await updateCampaign(ctx.db, campaign.id, { state: 'funded' })
}

/** The requester wants its money back after the notice period: nothing more is handed out, what is in hand goes on. */
async function closing(ctx: Context, event: Of<'closing'>): Promise<void> {
  const campaign = await campaignByChainId(ctx.db, event.id)
  if (campaign === undefined) return
  const isLive = campaign.state !== 'closed' && campaign.state !== 'settled'
  const change = isLive ? ({ state: 'closed', closedAt: ctx.now() } as const) : {}
  await updateCampaign(ctx.db, campaign.id, { ...change, expiresAt: new Date(Number(event.expiry) * 1000) })
}

async function extended(ctx: Context, event: Of<'extended'>): Promise<void> {
  const campaign = await campaignByChainId(ctx.db, event.id)
  if (campaign === undefined) return
  await updateCampaign(ctx.db, campaign.id, { expiresAt: new Date(Number(event.expiry) * 1000) })
}

async function refunded(ctx: Context, event: Of<'refunded'>): Promise<void> {
  const campaign = await campaignByChainId(ctx.db, event.id)
  if (campaign === undefined) return
  const purses = await balancesUnder(ctx.db, `campaign:${campaign.id}:`)
  const { lines, missing, isBeyondFree } = refundLines(campaign.id, purses, event.amount)
  if (missing > 0n) ctx.log.error({ tx: event.tx, missing: missing.toString() }, 'a refund beyond what the ledger has')
  if (isBeyondFree) ctx.log.error({ tx: event.tx }, 'a refund took what was set aside for people')
  await post(ctx, { key: eventKey(event), reason: 'refund', lines })
}

async function settled(ctx: Context, event: Of<'settled'>, activeAt: ReadonlyMap<number, Date>): Promise<void> {
  const { epoch } = event.header
  const row = await findEpoch(ctx.db, epoch)
  if (row === undefined || row.headHash !== headerHash(event.header)) {
    ctx.log.error({ epoch, tx: event.tx }, 'the chain has settled an epoch that was not written here')
    return
  }
  const change = { tx: event.tx, settledAt: ctx.now(), activeAt: activeAt.get(epoch) ?? null }
  await updateEpoch(ctx.db, epoch, { ...change, state: row.state === 'closed' ? 'settled' : row.state })
}

async function vetoed(ctx: Context, event: Of<'vetoed'>): Promise<void> {
  ctx.log.error({ epoch: event.epoch, tx: event.tx }, 'the guardian has vetoed an epoch')
  if ((await findEpoch(ctx.db, event.epoch)) === undefined) return
  await updateEpoch(ctx.db, event.epoch, { state: 'vetoed', activeAt: null })
}

async function claimed(ctx: Context, event: Of<'claimed'>): Promise<void> {
  const has = await balanceOf(ctx.db, leafAccount(event.account))
  if (has < event.amount) {
    // A false generation was active, or a leaf of it: the bridge check will show the difference, the reader must go on.
    ctx.log.error({ tx: event.tx }, 'a claim beyond what was published here')
    return
  }
  await post(ctx, { key: eventKey(event), reason: 'claim', lines: claimLines(event.account, event.amount) })
  const notice = await claimNotice(ctx, event)
  if (notice !== undefined) await addNotice(ctx, notice)
}

/** Takes an event back whose block vanished and that no block above the last common one carries any more. */
export async function dropChainEvent(ctx: Context, event: ChainEvent): Promise<void> {
  const key = eventKey(event)
  for (const posting of await postingsUnder(ctx.db, key)) {
    await refuseShortage(ctx, posting.key, posting.lines)
    await post(ctx, { key: `dropped:${posting.key}`, reason: 'dropped', lines: reversed(posting.lines) })
  }
  switch (event.kind) {
    case 'opened': {
      const campaign = await campaignByChainId(ctx.db, event.id)
      if (campaign?.state === 'funded') await updateCampaign(ctx.db, campaign.id, { state: 'draft' })
      return
    }
    case 'settled': {
      const row = await findEpoch(ctx.db, event.header.epoch)
      if (row?.tx !== event.tx) return
      const open = { tx: null, settledAt: null, activeAt: null, finalizedAt: null } as const
      return updateEpoch(ctx.db, row.epoch, { ...open, state: row.state === 'vetoed' ? 'vetoed' : 'closed' })
    }
    case 'vetoed':
      return updateEpoch(ctx.db, event.epoch, { state: 'settled' })
    case 'unwound':
      // The reader applies an unwound epoch only once its block is final, so this cannot happen on a chain that keeps its word.
      throw new Fault('The chain took back an unwound epoch that it had called final. A person must look.', {
        retry: 'never',
      })
    default:
      return
  }
}

/** Says in words what the trigger would say as an error: money of a vanished deposit is in use already. */
async function refuseShortage(ctx: Context, key: string, lines: Record<string, bigint>): Promise<void> {
  for (const [account, change] of Object.entries(lines)) {
    if (account === 'custody' || change <= 0n) continue
    if ((await balanceOf(ctx.db, account)) >= change) continue
    throw new Fault(
      `The block of ${key} vanished and what it brought to ${account} is in use. Reading waits until it is mined again.`,
      {
        retry: 'later',
      },
    )
  }
}
