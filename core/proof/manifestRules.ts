// Rules that a manifest must keep beyond its sums: what the contract would refuse, and what no honest row looks like.
import type { Difference, Report } from './difference.ts'
import { fault } from './difference.ts'
import type { Account, ManifestCampaign, ManifestHead } from './manifest.ts'
import type { ManifestRow } from './manifestParts.ts'
import { payOf } from './payFormula.ts'
import type { Hash } from './words.ts'

const SLOT = 1n << 96n
/** Upper bound that governance can give a tier. */
const MAX_M_BPS = 15_000

/** Keys must rise strictly: this also finds doubles. */
export function checkOrder(part: string, keys: readonly string[], report: Report): void {
  for (let i = 1; i < keys.length; i++) {
    if ((keys[i - 1] as string) >= (keys[i] as string)) {
      report(fault(part, `line ${i + 1}`, 'order', keys[i] as string, `more than ${keys[i - 1]}`))
    }
  }
}

export function checkRows(rows: readonly ManifestRow[], campaigns: readonly ManifestCampaign[], report: Report): void {
  checkOrder(
    'rows',
    rows.map(row => row.rowId),
    report,
  )
  const prices = new Map<Hash, bigint>(campaigns.map(campaign => [campaign.id, campaign.peff]))
  for (const row of rows) for (const difference of rowFaults(row, prices)) report(difference)
}

function rowFaults(row: ManifestRow, prices: ReadonlyMap<Hash, bigint>): Difference[] {
  const faults: Difference[] = []
  const expect = (good: boolean, field: keyof ManifestRow, expected: string) => {
    if (!good) faults.push(fault('rows', row.rowId, field, String(row[field]), expected))
  }
  const pay = payOf(row)
  expect(row.pay === pay, 'pay', String(pay))
  expect(row.q <= 100, 'q', 'at most 100')
  const price = row.campaignId === '' ? undefined : prices.get(row.campaignId)
  expect(row.campaignId === '' || price !== undefined, 'campaignId', "one of the head's campaigns")
  expect((row.repairs !== '') === (row.kind === 'repair'), 'repairs', 'the row that a repair repairs, and "" elsewhere')
  if (row.kind === 'answer') {
    expect(row.campaignId !== '', 'campaignId', 'a campaign: nobody else pays answers')
    expect(price === undefined || row.peff === price, 'peff', String(price))
    expect(row.mBps <= MAX_M_BPS, 'mBps', `at most ${MAX_M_BPS}`)
    return faults
  }
  expect(row.mBps === 10_000, 'mBps', '10000')
  expect(row.kind === 'vote' || row.q === 100, 'q', '100')
  expect(row.kind !== 'stipend' || row.campaignId === '', 'campaignId', '"": the commons pay stipends')
  return faults
}

/** What `settle` would revert on, but for the balances on chain, which only the chain knows. */
export function checkHead(head: ManifestHead, accounts: readonly Account[], report: Report): void {
  const expect = (good: boolean, row: string, field: string, found: bigint | string, expected: string) => {
    if (!good) report(fault('head', row, field, found, expected))
  }
  checkOrder(
    'head',
    head.campaigns.map(campaign => campaign.id),
    report,
  )
  checkOrder(
    'head',
    head.moves.map(move => `${move.address} ${move.phase}`),
    report,
  )
  for (const { id, debit, reservedAfter, balanceAfter, feeBps, commonsShareBps } of head.campaigns) {
    expect(debit < SLOT, id, 'debit', debit, 'below 2^96')
    expect(reservedAfter <= balanceAfter, id, 'reservedAfter', reservedAfter, `at most balanceAfter ${balanceAfter}`)
    expect(balanceAfter < SLOT, id, 'balanceAfter', balanceAfter, 'below 2^96')
    expect(feeBps <= 1000, id, 'feeBps', String(feeBps), 'at most 1000')
    expect(commonsShareBps <= 10_000, id, 'commonsShareBps', String(commonsShareBps), 'at most 10000')
  }
  expect(head.published < SLOT, '', 'published', head.published, 'below 2^96')
  expect(head.heldAfter < 1n << 128n, '', 'heldAfter', head.heldAfter, 'below 2^128')
  const quantum = String(head.parameters['publishQuantum'])
  expect(/^[1-9]\d{0,18}$/.test(quantum), '', 'parameters.publishQuantum', quantum, 'base units above 0, as text')
  const withheld = new Set(head.withheldLeaves.map(leaf => leaf.address))
  for (const { address } of accounts) {
    if (withheld.has(address))
      report(fault('accounts', address, 'address', 'in the tree', 'withheld, until a move of phase 3'))
  }
  for (const { address, phase, to } of head.moves) {
    expect(
      (phase === 2) === (to !== ''),
      address,
      'moves',
      `phase ${phase} to "${to}"`,
      'a target in phase 2 and only there',
    )
  }
  checkIncrease(head, report)
}

/** The contract's limit on what one epoch may move, in whole tokens. */
function checkIncrease(head: ManifestHead, report: Report): void {
  const tokens = head.parameters['maxIncrease']
  if (tokens === undefined) return
  const limit = BigInt(tokens) * 10n ** BigInt(head.decimals)
  const rise = head.totals.publishedAccrued + head.totals.publishedTreasury
  if (head.totals.debit > limit) report(fault('head', '', 'totals.debit', head.totals.debit, `at most ${limit}`))
  if (rise > limit) report(fault('head', '', 'published', rise, `a rise of at most ${limit}`))
}

/** What must hold between a head and the one before it. */
export function checkSuccession(head: ManifestHead, previous: ManifestHead, report: Report): void {
  for (const field of ['chainId', 'contract', 'token', 'decimals'] as const) {
    if (head[field] !== previous[field]) report(fault('head', '', field, String(head[field]), String(previous[field])))
  }
  if (head.cutOffAt <= previous.cutOffAt) {
    report(fault('head', '', 'cutOffAt', String(head.cutOffAt), `after ${previous.cutOffAt}`))
  }
  if (head.published < previous.published) {
    report(fault('head', '', 'published', head.published, `at least ${previous.published}`))
  }
}
