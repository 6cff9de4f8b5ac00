// From rows, accounts and a few stated facts to the head that must follow from them. Building and checking a manifest share this
// function: the builder takes its result, the verifier compares it, field by field, with what was published.
import { fault, type Report } from './difference.ts'
import { headerHash, packDebits } from './header.ts'
import { appendHistory, EMPTY_HISTORY, rootOfPeaks } from './historyTree.ts'
import { moveLeaves, quantumOf, risesOf } from './leafMoves.ts'
import { type Domain, payoutLeaf } from './leaves.ts'
import {
  type Account,
  headerOf,
  MANIFEST_VERSION,
  type ManifestCampaign,
  type ManifestHead,
  manifestHash,
  type PartReference,
} from './manifest.ts'
import type { ManifestRow } from './manifestParts.ts'
import { type MerkleTree, merkleRoot, merkleTree } from './merkle.ts'
import { feeOf } from './payFormula.ts'
import { type Hash, ZERO_HASH } from './words.ts'

export type CampaignFacts = Pick<
  ManifestCampaign,
  'id' | 'termsHash' | 'peff' | 'feeBps' | 'commonsShareBps' | 'balanceAfter' | 'reservedAfter'
>

/** What a head states that follows from nothing else in it. */
export type Facts = Pick<
  ManifestHead,
  | 'chainId'
  | 'contract'
  | 'token'
  | 'decimals'
  | 'cutOffAt'
  | 'rewardVersion'
  | 'parameters'
  | 'moves'
  | 'inFull'
  | 'treasuryAddress'
  | 'bondSum'
> & { campaigns: CampaignFacts[]; toCommons: bigint }

/** The last settled epoch that was not vetoed. Its accounts are what may not fall. */
export type Before = { head: ManifestHead; headText: string; accounts: readonly Account[] }

export type Content = {
  /** Sorted, `pay` already right. */
  rows: readonly ManifestRow[]
  accounts: readonly Account[]
  contributions: readonly Hash[]
  reputation: readonly Hash[]
  parts: PartReference[]
}

export type Trees = { payout: MerkleTree; batch: MerkleTree; reputation: MerkleTree }

/** `before` undefined means the first epoch. Faults of money (something below zero, a leaf that falls) go to `report`. */
export function deriveHead(facts: Facts, content: Content, before: Before | undefined, report: Report) {
  const domain: Domain = { chainId: facts.chainId, settlement: facts.contract }
  const trees: Trees = {
    payout: merkleTree(content.accounts.map(account => payoutLeaf(domain, account.address, account.cumulative))),
    batch: merkleTree(content.contributions),
    reputation: merkleTree(content.reputation),
  }
  const batchRoot = merkleRoot(trees.batch)
  const previous = before?.head
  const history = appendHistory(previous?.history ?? EMPTY_HISTORY, domain, batchRoot)
  const rowsOf = Map.groupBy(content.rows, row => row.campaignId)
  const campaigns = facts.campaigns.map(campaign => sumCampaign(campaign, rowsOf.get(campaign.id) ?? []))
  const income = incomeOf(content.rows, campaigns)
  const held = holdings(facts, income, previous, report)
  const withheldLeaves = moveLeaves(facts.moves, previous?.withheldLeaves ?? [], report)
  const withheld = withheldLeaves.reduce((total, leaf) => total + leaf.amount, 0n)
  const publishedAccrued = risesOf(facts, content.accounts, before?.accounts ?? [], held.publishedTreasury, report)
  const accruedSum = floorZero('accruedSum', held.people - facts.bondSum - publishedAccrued, report)
  const { campaigns: _, toCommons, ...stated } = facts
  const head: ManifestHead = {
    ...stated,
    version: MANIFEST_VERSION,
    epoch: (previous?.epoch ?? 0) + 1,
    prevHead: before === undefined ? ZERO_HASH : headerHash(headerOf(before.head, before.headText)),
    prevManifestHash: before === undefined ? ZERO_HASH : manifestHash(before.headText),
    campaigns,
    totals: { ...income, toCommons, publishedAccrued, publishedTreasury: held.publishedTreasury },
    parts: content.parts,
    batchRoot,
    history: { ...history, root: rootOfPeaks(history.peaks) },
    reputationRoot: merkleRoot(trees.reputation),
    payoutRoot: merkleRoot(trees.payout),
    published: content.accounts.reduce((total, account) => total + account.cumulative, withheld),
    withheld,
    withheldLeaves,
    heldBefore: previous?.heldAfter ?? 0n,
    heldAfter: accruedSum + facts.bondSum + held.commons + held.treasury,
    accruedSum,
    commons: held.commons,
    treasury: held.treasury,
  }
  return { head, trees, ...packDebits(head.campaigns) }
}

function sumCampaign(facts: CampaignFacts, own: readonly ManifestRow[]): ManifestCampaign {
  const paid = (kind: ManifestRow['kind']) => sumOf(own.filter(row => row.kind === kind).map(row => row.pay))
  const [pay, votes, repair] = [paid('answer'), paid('vote'), paid('repair')]
  const { fee } = feeOf({ pay, votes, feeBps: facts.feeBps, commonsShareBps: facts.commonsShareBps })
  return { ...facts, rows: own.length, pay, votes, repair, fee, debit: pay + votes + repair + fee }
}

/** Answers are paid by their campaign; votes and repairs by theirs, or by the commons; stipends by the commons; shares by the treasury. */
function incomeOf(rows: readonly ManifestRow[], campaigns: readonly ManifestCampaign[]) {
  const fees = campaigns.map(feeOf)
  const commonsRows = rows.filter(row => row.kind === 'stipend' || (row.campaignId === '' && row.kind !== 'share'))
  return {
    rows: rows.length,
    debit: sumOf(campaigns.map(campaign => campaign.debit)),
    income: sumOf(rows.map(row => row.pay)),
    feeCommons: sumOf(fees.map(fee => fee.commons)),
    feeTreasury: sumOf(fees.map(fee => fee.treasury)),
    commonsPaid: sumOf(commonsRows.map(row => row.pay)),
    treasuryPaid: sumOf(rows.filter(row => row.kind === 'share').map(row => row.pay)),
  }
}

/** Balances after the close; `people` is what is accrued and bonded before anything of it is published. */
function holdings(
  facts: Facts,
  income: ReturnType<typeof incomeOf>,
  previous: ManifestHead | undefined,
  report: Report,
) {
  const released = (to: string) => sumOf(facts.moves.filter(m => m.phase === 2 && m.to === to).map(m => m.amount))
  const treasuryBefore = (previous?.treasury ?? 0n) + income.feeTreasury - income.treasuryPaid
  const commons = (previous?.commons ?? 0n) + income.feeCommons + facts.toCommons + released('commons')
  const people = (previous?.accruedSum ?? 0n) + (previous?.bondSum ?? 0n) + income.income + released('accrued')
  const publishedTreasury =
    facts.treasuryAddress === '' || treasuryBefore < 0n ? 0n : treasuryBefore - (treasuryBefore % quantumOf(facts))
  return {
    publishedTreasury,
    treasury: floorZero('treasury', treasuryBefore - publishedTreasury, report),
    commons: floorZero('commons', commons - income.commonsPaid, report),
    people: people - facts.toCommons,
  }
}

function floorZero(field: string, value: bigint, report: Report): bigint {
  if (value >= 0n) return value
  report(fault('head', '', field, value, 'zero or more'))
  return 0n
}

function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n)
}
