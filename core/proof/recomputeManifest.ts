// Anybody's check of an epoch: from the published files alone to the roots that stand on chain.

import { type PreviousEpoch, readPrevious } from './buildManifest.ts'
import type { Json } from './canonical.ts'
import { type Before, deriveHead, type Facts } from './deriveHead.ts'
import { type Difference, fault, type Report } from './difference.ts'
import { type Header, headerHash } from './header.ts'
import { rootOfPeaks } from './historyTree.ts'
import { type Account, headerOf, type ManifestHead, type PartName, parseHead, partHash } from './manifest.ts'
import { linesOf, type ManifestRow, parseAccount, parseLeaf, parseRow } from './manifestParts.ts'
import { checkHead, checkOrder, checkRows, checkSuccession } from './manifestRules.ts'
import { payOf } from './payFormula.ts'
import { ShapeError, toJson } from './shape.ts'
import type { Hash } from './words.ts'

export type Recomputed =
  | {
      ok: true
      /** Compare its hash with the contract's head, or with the Settled event of the epoch. */
      header: Header
      headerHash: Hash
      roots: Pick<Header, 'batchRoot' | 'contributionsRoot' | 'reputationRoot' | 'payoutRoot'>
      rows: number
      /** False when the previous epoch was not given: then falling leaves, a rewritten history and what the balances were before stay unchecked. */
      succession: boolean
    }
  | { ok: false; differences: Difference[] }

/** Enough to see what is wrong; a manifest that is another one would differ in every line. */
const MAX_DIFFERENCES = 200

/**
 * Recomputes pay of every row, debits, fees, sums, balances, the three roots, the history and the header, and compares.
 * `partTexts`: file text by the SHA-256 that the head names. `previous`: files of the last settled epoch (none for epoch 1).
 */
export function recomputeManifest(
  headText: string,
  partTexts: ReadonlyMap<Hash, string>,
  previous?: PreviousEpoch,
): Recomputed {
  const differences: Difference[] = []
  const report: Report = difference => {
    if (differences.length < MAX_DIFFERENCES) differences.push(difference)
  }
  const head = attempt('head', '', report, () => parseHead(headText))
  const before = previous === undefined ? undefined : attempt('previous', '', report, () => readPrevious(previous))
  if (head === undefined || (previous !== undefined && before === undefined)) return { ok: false, differences }
  if (before !== undefined) checkPreviousFiles(before, previous as PreviousEpoch, report)
  const content = readContent(head, partTexts, report)
  if (differences.length > 0) return { ok: false, differences }
  const succession = before !== undefined || head.epoch === 1
  const paid = content.rows.map(row => ({ ...row, pay: payOf(row) }))
  const derived = deriveHead(factsOf(head), { ...content, rows: paid }, before, succession ? report : () => {}).head
  compare('', toJson(head), toJson(succession ? derived : assumeBefore(derived, head, content.accounts)), report)
  checkRows(content.rows, head.campaigns, report)
  checkHead(head, content.accounts, report)
  if (before !== undefined) checkSuccession(head, before.head, report)
  if (differences.length > 0) return { ok: false, differences }
  const header = headerOf(head, headText)
  const { batchRoot, contributionsRoot, reputationRoot, payoutRoot } = header
  const roots = { batchRoot, contributionsRoot, reputationRoot, payoutRoot }
  return { ok: true, header, headerHash: headerHash(header), roots, rows: content.rows.length, succession }
}

type Files = {
  rows: ManifestRow[]
  accounts: Account[]
  contributions: Hash[]
  reputation: Hash[]
  parts: ManifestHead['parts']
}

function readContent(head: ManifestHead, texts: ReadonlyMap<Hash, string>, report: Report): Files {
  const rows = readPart(head, 'rows', texts, parseRow, report)
  const accounts = readPart(head, 'accounts', texts, parseAccount, report)
  const contributions = readPart(head, 'contributions', texts, parseLeaf, report)
  const reputation = readPart(head, 'reputation', texts, parseLeaf, report)
  checkOrder(
    'accounts',
    accounts.map(account => account.address),
    report,
  )
  checkOrder('contributions', contributions, report)
  checkOrder('reputation', reputation, report)
  return { rows, accounts, contributions, reputation, parts: head.parts }
}

function readPart<T>(
  head: ManifestHead,
  name: PartName,
  texts: ReadonlyMap<Hash, string>,
  parse: (line: string) => T,
  report: Report,
): T[] {
  const values: T[] = []
  for (const reference of head.parts.filter(part => part.name === name)) {
    const text = texts.get(reference.sha256)
    if (text === undefined) {
      report(fault(name, '', 'file', 'nothing', reference.sha256))
      continue
    }
    const found = partHash(text)
    if (found !== reference.sha256) report(fault(name, '', 'sha256', found, reference.sha256))
    const lines = attempt(name, '', report, () => linesOf(text)) ?? []
    if (lines.length !== reference.lines)
      report(fault(name, '', 'lines', String(lines.length), String(reference.lines)))
    for (const line of lines) {
      const value = attempt(name, `line ${values.length + 1}`, report, () => parse(line))
      if (value === undefined) return values
      values.push(value)
    }
  }
  return values
}

/** A SyntaxError, TypeError or ShapeError of the files becomes a difference; anything else is ours and goes on. */
function attempt<T>(part: string, row: string, report: Report, read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof ShapeError) report(fault(part, row, error.field, error.found, error.expected))
    else if (error instanceof SyntaxError || error instanceof TypeError) {
      report(fault(part, row, 'text', error.message, 'canonical JSON lines'))
    } else throw error
    return undefined
  }
}

/** The previous accounts must be those that the previous head names, or nothing would be proven by them. */
function checkPreviousFiles(before: Before, previous: PreviousEpoch, report: Report): void {
  const expected = before.head.parts.filter(part => part.name === 'accounts').map(part => part.sha256)
  const found = previous.accountTexts.map(partHash)
  if (found.join() !== expected.join()) report(fault('previous', '', 'accounts', found.join(' '), expected.join(' ')))
}

function factsOf(head: ManifestHead): Facts {
  const { chainId, contract, token, decimals, cutOffAt, rewardVersion, parameters } = head
  const { campaigns, moves, inFull, treasuryAddress, bondSum } = head
  const place = { chainId, contract, token, decimals, cutOffAt, rewardVersion, parameters }
  return {
    ...place,
    campaigns: campaigns.map(campaignFacts),
    moves,
    inFull,
    treasuryAddress,
    bondSum,
    toCommons: head.totals.toCommons,
  }
}

function campaignFacts(campaign: ManifestHead['campaigns'][number]): Facts['campaigns'][number] {
  const { id, termsHash, peff, feeBps, commonsShareBps, balanceAfter, reservedAfter } = campaign
  return { id, termsHash, peff, feeBps, commonsShareBps, balanceAfter, reservedAfter }
}

/** Without the previous epoch its balances are taken as the head tells them; what follows from this epoch alone is still expected. */
function assumeBefore(derived: ManifestHead, head: ManifestHead, accounts: readonly Account[]): ManifestHead {
  const { publishedAccrued, publishedTreasury } = head.totals
  const withheld = head.withheldLeaves.reduce((total, leaf) => total + leaf.amount, 0n)
  return {
    ...head,
    campaigns: derived.campaigns,
    totals: { ...derived.totals, publishedAccrued, publishedTreasury },
    batchRoot: derived.batchRoot,
    history: { size: head.epoch, peaks: head.history.peaks, root: rootOfPeaks(head.history.peaks) },
    reputationRoot: derived.reputationRoot,
    payoutRoot: derived.payoutRoot,
    withheld,
    published: accounts.reduce((total, account) => total + account.cumulative, withheld),
    heldAfter: head.accruedSum + head.bondSum + head.commons + head.treasury,
  }
}

/** Reports the innermost members that differ; entries of `campaigns` are named by their id. */
function compare(field: string, found: Json | undefined, expected: Json | undefined, report: Report, row = ''): void {
  if (found === expected) return
  if (typeof found !== 'object' || typeof expected !== 'object' || found === null || expected === null) {
    report(fault('head', row, field, String(found ?? 'nothing'), String(expected ?? 'nothing')))
    return
  }
  const left = found as { readonly [key: string]: Json }
  const right = expected as { readonly [key: string]: Json }
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const id = field === 'campaigns' ? (left[key] as { id?: string } | undefined)?.id : undefined
    compare(field === '' ? key : `${field}.${key}`, left[key], right[key], report, id ?? row)
  }
}
