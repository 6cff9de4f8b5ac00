// Anybody's check of an epoch that stands on the chain and is not active yet: its files against each other, against the epoch before, and
// against what the contract holds. What is found here is objective: no judgement and no secret is needed to see it.
import type { PreviousEpoch } from './buildManifest.ts'
import { type Difference, fault } from './difference.ts'
import { type Header, headerHash } from './header.ts'
import { type ManifestHead, manifestHash, parseHead, partHash } from './manifest.ts'
import { linesOf, parseAccount } from './manifestParts.ts'
import { type Recomputed, recomputeManifest } from './recomputeManifest.ts'
import { ShapeError } from './shape.ts'
import { type Address, type Hash, ZERO_HASH } from './words.ts'

/** What is asked of the chain; an adapter over any RPC gives it. */
export type EpochChain = {
  chainId(): Promise<number>
  /** The token that the contract pays. */
  token(): Promise<Address>
  /** Header of the epoch as it stands; undefined where it was never settled, or unwound. */
  settled(epoch: number): Promise<Header | undefined>
  /** Hash of the terms that each campaign was opened with, by campaign id; ids that were never opened are left out. */
  termsOf(ids: readonly Hash[]): Promise<ReadonlyMap<Hash, Hash>>
  /** Sum ever paid to this account. */
  claimed(account: Address): Promise<bigint>
}

/** Parts by the SHA-256 that the head names; those that could not be had are left out. */
export type EpochFiles = { headText: string; parts: ReadonlyMap<Hash, string>; previous?: PreviousEpoch | undefined }

export type EpochVerdict =
  | { kind: 'good'; header: Header; headerHash: Hash; rows: number; accounts: number }
  /** Something in it is false, whoever looks. */
  | { kind: 'faulty'; header: Header; faults: Difference[] }
  /** What the chain names cannot be had (here, now): nothing can be said about it yet. */
  | { kind: 'missing'; header: Header; files: string[] }
  | { kind: 'not settled' }

/** `files` undefined: nothing could be had. Errors of `chain` are thrown on; bad files never throw. */
export async function verifyEpoch(
  settlement: Address,
  epoch: number,
  files: EpochFiles | undefined,
  chain: EpochChain,
): Promise<EpochVerdict> {
  const header = await chain.settled(epoch)
  if (header === undefined) return { kind: 'not settled' }
  // Files of another epoch, or of one that was closed again since, say nothing about this one.
  if (files === undefined || !isHeadOf(files.headText, header)) {
    return { kind: 'missing', header, files: [`head ${header.manifestHash}`] }
  }
  const head = readHead(files.headText)
  if (head === undefined) {
    const found = fault('head', '', 'text', 'not a head of a manifest', 'canonical JSON as version 1 has it')
    return { kind: 'faulty', header, faults: [found] }
  }
  const missing = await missingFiles(head, files, epoch, chain)
  if (missing.length > 0) return { kind: 'missing', header, files: missing }
  const recomputed = recompute(files)
  const faults = recomputed.ok ? [] : [...recomputed.differences]
  faults.push(...(await againstChain(settlement, head, { files, header }, chain)))
  if (recomputed.ok) faults.push(...headerFaults(recomputed.header, header))
  if (faults.length > 0 || !recomputed.ok) return { kind: 'faulty', header, faults }
  const accounts = head.parts.filter(part => part.name === 'accounts').reduce((sum, part) => sum + part.lines, 0)
  return { kind: 'good', header, headerHash: headerHash(header), rows: recomputed.rows, accounts }
}

/** What no honest builder writes may make the arithmetic stumble (a sum beyond its word); that is a fault of the files too. */
function recompute(files: EpochFiles): Recomputed {
  try {
    return recomputeManifest(files.headText, files.parts, files.previous)
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error)
    return { ok: false, differences: [fault('head', '', 'check', found, 'files that can be recomputed')] }
  }
}

function isHeadOf(text: string, header: Header): boolean {
  return text.isWellFormed() && manifestHash(text) === header.manifestHash
}

/** A file that is there and holds something else than its name says is as good as missing: the true one may be elsewhere. */
async function missingFiles(
  head: ManifestHead,
  files: EpochFiles,
  epoch: number,
  chain: EpochChain,
): Promise<string[]> {
  const isThere = (text: string | undefined, sha256: Hash) => text?.isWellFormed() && partHash(text) === sha256
  const missing = head.parts
    .filter(({ sha256 }) => !isThere(files.parts.get(sha256), sha256))
    .map(({ name, sha256 }) => `${name} ${sha256}`)
  if (epoch === 1) return missing
  const before = await chain.settled(epoch - 1)
  const { previous } = files
  // Named by the chain, not by the head: a false head might name a false predecessor.
  if (before === undefined || previous === undefined || !isHeadOf(previous.headText, before)) {
    return [...missing, `head of the epoch before ${before?.manifestHash ?? ''}`.trim()]
  }
  const expected = readHead(previous.headText)?.parts.filter(part => part.name === 'accounts') ?? []
  const lacks = expected.filter(({ sha256 }, place) => !isThere(previous.accountTexts[place], sha256))
  return [...missing, ...lacks.map(({ sha256 }) => `accounts of the epoch before ${sha256}`)]
}

async function againstChain(
  settlement: Address,
  head: ManifestHead,
  { files, header }: { files: EpochFiles; header: Header },
  chain: EpochChain,
): Promise<Difference[]> {
  const faults: Difference[] = []
  const expect = (field: string, found: string, expected: string, row = '') => {
    if (found !== expected) faults.push(fault('head', row, field, found, expected))
  }
  expect('chainId', String(head.chainId), String(await chain.chainId()))
  expect('contract', head.contract, settlement.toLowerCase())
  expect('token', head.token, (await chain.token()).toLowerCase())
  expect('epoch', String(head.epoch), String(header.epoch))
  if (head.epoch === 1) expect('prevHead', header.prevHead, ZERO_HASH)
  const terms = await chain.termsOf(head.campaigns.map(campaign => campaign.id))
  for (const { id, termsHash } of head.campaigns) expect('termsHash', termsHash, terms.get(id) ?? 'never opened', id)
  for (const { address, cumulative } of newAccounts(files)) {
    const claimed = await chain.claimed(address)
    if (cumulative < claimed) {
      faults.push(
        fault('accounts', address, 'cumulative', cumulative, `at least ${claimed}, which it was paid already`),
      )
    }
  }
  return faults
}

/** Those that the epoch before did not have; of all others it is enough that they did not fall. */
function newAccounts({ headText, parts, previous }: EpochFiles) {
  try {
    const before = new Set(previous?.accountTexts.flatMap(linesOf).map(line => parseAccount(line).address))
    const names = parseHead(headText).parts.filter(part => part.name === 'accounts')
    return names
      .flatMap(({ sha256 }) => linesOf(parts.get(sha256) ?? ''))
      .map(parseAccount)
      .filter(({ address }) => !before.has(address))
  } catch (error) {
    // Recomputing has named it already.
    if (error instanceof SyntaxError || error instanceof ShapeError || error instanceof TypeError) return []
    throw error
  }
}

function headerFaults(found: Header, settled: Header): Difference[] {
  const fields = Object.keys(settled) as (keyof Header)[]
  return fields.flatMap(field =>
    String(found[field]) === String(settled[field])
      ? []
      : [fault('header', '', field, String(settled[field]), String(found[field]))],
  )
}

function readHead(text: string): ManifestHead | undefined {
  try {
    return parseHead(text)
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof ShapeError || error instanceof TypeError) return undefined
    throw error
  }
}
