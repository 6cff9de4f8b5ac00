// Writes the manifest of an epoch. Pure: the same input gives the same bytes.
import { type Before, deriveHead, type Facts } from './deriveHead.ts'
import type { Difference } from './difference.ts'
import { type Header, headerHash } from './header.ts'
import { movedInto } from './leafMoves.ts'
import { type Account, headerOf, type ManifestHead, type Part, parseHead, writeHead } from './manifest.ts'
import { linesOf, type ManifestRow, parseAccount, partsOf, writeAccount, writeLeaf, writeRow } from './manifestParts.ts'
import { checkHead, checkRows, checkSuccession } from './manifestRules.ts'
import type { MerkleTree } from './merkle.ts'
import { payOf } from './payFormula.ts'
import type { Address, Hash } from './words.ts'

/** The last settled epoch's files, its account parts in the head's order. */
export type PreviousEpoch = { headText: string; accountTexts: readonly string[] }

export type ManifestInput = Omit<Facts, 'inFull'> & {
  /** Undefined in the first epoch alone. */
  previous?: PreviousEpoch | undefined
  rows: readonly Omit<ManifestRow, 'pay'>[]
  /** Leaves of the annotations recorded in this epoch, in any order. */
  contributions: readonly Hash[]
  reputation: readonly Hash[]
  /** From people's balances into leaves, one entry an address: whole steps of publishQuantum, or all of it for one who leaves (`inFull`). */
  credits: readonly { address: Address; amount: bigint; inFull: boolean }[]
}

export type Manifest = {
  headText: string
  head: ManifestHead
  parts: Part[]
  header: Header
  /** keccak of the header: what the contract will hold. */
  headerHash: Hash
  /** Arguments of `settle` beside the header. */
  ids: Hash[]
  words: bigint[]
  /** Sorted by rowId, with pay. */
  rows: ManifestRow[]
  /** Leaf i of the payout tree is account i. */
  accounts: Account[]
  payoutTree: MerkleTree
  /** Leaf i of the batch tree is contribution i. */
  contributions: Hash[]
  batchTree: MerkleTree
  reputation: Hash[]
  reputationTree: MerkleTree
}

/** Throws Error listing what is wrong when the input cannot give a manifest that verifies: that is a bug of the caller. */
export function buildManifest(input: ManifestInput): Manifest {
  const differences: Difference[] = []
  const report = (difference: Difference) => void differences.push(difference)
  const { previous, rows: unpaid, contributions: _, reputation: __, credits, ...stated } = input
  const before = previous === undefined ? undefined : readPrevious(previous)
  const rows = unpaid.map(row => ({ ...row, pay: payOf(row) })).sort((a, b) => (a.rowId < b.rowId ? -1 : 1))
  const contributions = sortLeaves(input.contributions, 'contribution')
  const reputation = sortLeaves(input.reputation, 'reputation')
  const campaigns = [...input.campaigns].sort((a, b) => (a.id < b.id ? -1 : 1))
  const moves = [...input.moves].sort((a, b) => (`${a.address} ${a.phase}` < `${b.address} ${b.phase}` ? -1 : 1))
  const inFull = credits.filter(credit => credit.inFull).map(credit => credit.address)
  const facts: Facts = { ...stated, campaigns, moves, inFull: inFull.sort() }
  const treasury = deriveHead(
    facts,
    { rows, accounts: [], contributions: [], reputation: [], parts: [] },
    before,
    () => {},
  ).head.totals.publishedTreasury
  const accounts = creditAccounts(facts, before?.accounts ?? [], credits, treasury)
  const parts = [
    ...partsOf('rows', rows.map(writeRow)),
    ...partsOf('accounts', accounts.map(writeAccount)),
    ...partsOf('contributions', contributions.map(writeLeaf)),
    ...partsOf('reputation', reputation.map(writeLeaf)),
  ]
  const references = parts.map(({ name, sha256, lines }) => ({ name, sha256, lines }))
  const { head, trees, ids, words } = deriveHead(
    facts,
    { rows, accounts, contributions, reputation, parts: references },
    before,
    report,
  )
  checkRows(rows, head.campaigns, report)
  checkHead(head, accounts, report)
  if (before !== undefined) checkSuccession(head, before.head, report)
  if (differences.length > 0)
    throw new Error(`no manifest follows from this: ${JSON.stringify(differences.slice(0, 10))}`)
  const headText = writeHead(head)
  const header = headerOf(head, headText)
  return {
    headText,
    head,
    parts,
    header,
    headerHash: headerHash(header),
    ids,
    words,
    rows,
    accounts,
    payoutTree: trees.payout,
    contributions,
    batchTree: trees.batch,
    reputation,
    reputationTree: trees.reputation,
  }
}

/** Throws SyntaxError or ShapeError on files that are not a manifest's. */
export function readPrevious(previous: PreviousEpoch): Before {
  return {
    headText: previous.headText,
    head: parseHead(previous.headText),
    accounts: previous.accountTexts.flatMap(text => linesOf(text).map(parseAccount)),
  }
}

function sortLeaves(leaves: readonly Hash[], name: string): Hash[] {
  const sorted = [...leaves].sort()
  const double = sorted.find((leaf, i) => leaf === sorted[i - 1])
  if (double !== undefined) throw new Error(`a ${name} leaf comes twice: ${double}`)
  return sorted
}

function creditAccounts(
  facts: Facts,
  before: readonly Account[],
  credits: ManifestInput['credits'],
  treasury: bigint,
): Account[] {
  const sums = new Map(before.map(account => [account.address, account.cumulative]))
  for (const move of facts.moves) if (move.phase === 1) sums.delete(move.address)
  const rises: [Address, bigint][] = [...movedInto(facts.moves)]
  const seen = new Set<Address>()
  for (const { address, amount } of credits) {
    if (amount < 0n || seen.has(address)) throw new Error(`a negative or second credit of ${address}`)
    seen.add(address)
    rises.push([address, amount])
  }
  if (facts.treasuryAddress !== '') rises.push([facts.treasuryAddress, treasury])
  for (const [address, rise] of rises) if (rise > 0n) sums.set(address, (sums.get(address) ?? 0n) + rise)
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([address, cumulative]) => ({ address, cumulative }))
}
