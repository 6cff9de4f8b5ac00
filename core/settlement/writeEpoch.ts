import { amount } from '../amount.ts'
import type { Context } from '../context.ts'
import type { CampaignId, Hash } from '../ids.ts'
import { COMMONS, TREASURY } from '../money/ledger.ts'
import { REWARD_VERSION } from '../money/parameters.ts'
import { balanceOf } from '../money/store.ts'
import { wantTransaction } from '../outbox/chainStore.ts'
import { buildManifest, type CampaignFacts, type Manifest, type PreviousEpoch, parseHead } from '../proof/index.ts'
import { assert } from '../refusals.ts'
import { byAddress } from './credits.ts'
import { insertParts, insertPayouts, newestSettled, partsOfEpoch, saveEpoch } from './epochStore.ts'
import { placeFacts, settlePurpose, statedParameters } from './epochTerms.ts'
import { writeHeader } from './header.ts'
import { type Close, campaignFacts } from './postClose.ts'
import { sumOfAccounts } from './postingStore.ts'
import type { Published } from './publish.ts'
import type { Clock } from './readiness.ts'
import { publicRow, type SaltedRow } from './saltedRow.ts'
import type { CampaignRow } from './settlingStore.ts'

export type EpochContent = {
  close: Close
  clock: Clock
  campaigns: readonly CampaignRow[]
  released: readonly CampaignId[]
  peffs: ReadonlyMap<CampaignId, bigint>
  rows: readonly SaltedRow[]
  leaves: { contributions: Hash[]; reputation: Hash[] }
  published: Published
  commonsBefore: bigint
}

/** Freezes the manifest of what was just posted, stores it, and asks for its settle transaction. */
export async function writeEpoch(ctx: Context, content: EpochContent): Promise<Manifest> {
  const { epoch } = content.close
  const { cutOffAt, isFlush } = content.clock
  const previous = await previousFiles(ctx, epoch)
  const head = previous === undefined ? undefined : parseHead(previous.headText)
  const hashes = new Map(content.campaigns.map(campaign => [campaign.id, campaign.chainId]))
  const manifest = buildManifest({
    ...placeFacts(ctx.settings.chain),
    cutOffAt: Math.floor(cutOffAt.getTime() / 1000),
    rewardVersion: REWARD_VERSION,
    parameters: statedParameters(ctx.settings.parameters),
    campaigns: await factsOf(ctx, content),
    rows: content.rows.map(row =>
      publicRow(row, row.campaignId === null ? null : (hashes.get(row.campaignId) ?? null)),
    ),
    ...content.leaves,
    credits: byAddress(content.published.credits),
    moves: [],
    bondSum: await sumOfAccounts(ctx.db, 'person:%:bond'),
    // Lost bonds and lapsed claims since the last close: nothing else brings the commons money between two.
    toCommons: content.commonsBefore - (head?.commons ?? 0n),
    previous,
  })
  assert(manifest.head.epoch === epoch, `the manifest says epoch ${manifest.head.epoch}, the ledger ${epoch}`)
  await checkAgainstLedger(ctx, manifest)
  await store(ctx, manifest, { epoch, cutOffAt, isFlush })
  const { header, ids, words } = manifest
  await wantTransaction(ctx, {
    purpose: settlePurpose(epoch),
    call: { kind: 'settle', signer: 'publisher', header, ids, words },
  })
  return manifest
}

async function previousFiles(ctx: Context, epoch: number): Promise<PreviousEpoch | undefined> {
  const row = await newestSettled(ctx.db, epoch)
  if (row === undefined) return undefined
  const parts = await partsOfEpoch(ctx.db, row.epoch)
  return {
    headText: row.headText,
    accountTexts: parts.filter(part => part.name === 'accounts').map(part => part.text),
  }
}

/** Campaigns that paid a row, were released, or are closed and give free money back with every epoch. */
async function factsOf(ctx: Context, content: EpochContent): Promise<CampaignFacts[]> {
  const paying = new Set(content.rows.flatMap(row => (row.isByCommons ? [] : [row.campaignId])))
  const facts: CampaignFacts[] = []
  for (const campaign of content.campaigns) {
    if (!paying.has(campaign.id) && campaign.state !== 'closed') continue
    facts.push(await campaignFacts(ctx, campaign, content.peffs.get(campaign.id) ?? campaign.price))
  }
  return facts
}

/** Two derivations of one truth: what the ledger holds and what the manifest says must be equal to the unit. */
async function checkAgainstLedger(ctx: Context, { head }: Manifest): Promise<void> {
  const found = {
    accruedSum: await sumOfAccounts(ctx.db, 'person:%:accrued'),
    commons: await balanceOf(ctx.db, COMMONS),
    treasury: await balanceOf(ctx.db, TREASURY),
  }
  for (const name of ['accruedSum', 'commons', 'treasury'] as const) {
    assert(head[name] === found[name], `${name}: the manifest says ${head[name]}, the ledger ${found[name]}`)
  }
}

async function store(
  ctx: Context,
  manifest: Manifest,
  { epoch, cutOffAt, isFlush }: { epoch: number; cutOffAt: Date; isFlush: boolean },
): Promise<void> {
  const { head, headText, header, headerHash, parts, accounts } = manifest
  await saveEpoch(ctx.db, {
    epoch,
    state: 'closed',
    cutOffAt,
    isFlush,
    headText,
    manifestHash: header.manifestHash,
    headHash: headerHash,
    headerText: writeHeader(header),
    published: amount(head.published),
    heldAfter: amount(head.heldAfter),
    withheld: amount(head.withheld),
    heldDelta: header.heldDelta,
    tx: null,
    settledAt: null,
    activeAt: null,
    finalizedAt: null,
    closedAt: ctx.now(),
  })
  await insertParts(
    ctx.db,
    parts.map(({ name, sha256, text }, position) => ({ epoch, position, name, sha256, text })),
  )
  await insertPayouts(
    ctx.db,
    accounts.map(account => ({ epoch, address: account.address, cumulative: amount(account.cumulative) })),
  )
}
