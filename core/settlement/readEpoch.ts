import type { Context } from '../context.ts'
import type { Address, Hash } from '../ids.ts'
import { type ManifestHead, parseHead, utf8 } from '../proof/index.ts'
import { allEpochs, type EpochRow, findEpoch, findPart, newestSettled, partsOfEpoch, payoutsOf } from './epochStore.ts'
import { givenBack, rowCounts } from './publicStore.ts'

/** Sums are decimal strings of base units, times ISO. */
export type PublicEpoch = {
  epoch: number
  state: EpochRow['state']
  cutOffAt: string
  activeAt: string | null
  tx: Hash | null
  headText: string
  parts: { name: string; sha256: Hash; bytes: number }[]
  /** debit + back = pay + votes + repair + fee + back: what was set aside and where it went. */
  totals: Record<
    'debit' | 'pay' | 'votes' | 'repair' | 'fee' | 'back' | 'published' | 'heldBefore' | 'heldAfter' | 'withheld',
    string
  >
  /** Wallets by what they got in this epoch; `upTo` in base units, null is the open end. */
  sizes: { upTo: string | null; count: number }[]
  accounts: { address: Address; cumulative: string; increase: string }[]
  previous: { headText: string; accountsSha256: Hash } | null
}

/** Round sums that people think in: 0.1, 1, 10 and 100 tokens. */
const EDGES = [10n ** 17n, 10n ** 18n, 10n ** 19n, 10n ** 20n]

/** Undefined for a number that was never closed. */
export async function readEpoch(ctx: Context, input: { epoch: number }): Promise<PublicEpoch | undefined> {
  const row = await findEpoch(ctx.db, input.epoch)
  if (row === undefined) return undefined
  const head = parseHead(row.headText)
  const parts = await partsOfEpoch(ctx.db, row.epoch)
  const before = await newestSettled(ctx.db, row.epoch)
  const earlier = new Map(
    (before === undefined ? [] : await payoutsOf(ctx.db, before.epoch)).map(leaf => [leaf.address, leaf.cumulative]),
  )
  const leaves = (await payoutsOf(ctx.db, row.epoch)).map(leaf => ({
    ...leaf,
    increase: leaf.cumulative - (earlier.get(leaf.address) ?? 0n),
  }))
  const accountsPart = before === undefined ? undefined : await accountsPartOf(ctx, before.epoch)
  return {
    epoch: row.epoch,
    state: row.state,
    cutOffAt: row.cutOffAt.toISOString(),
    activeAt: row.activeAt?.toISOString() ?? null,
    tx: row.tx,
    headText: row.headText,
    parts: parts.map(({ name, sha256, text }) => ({ name, sha256, bytes: utf8(text).length })),
    totals: totalsOf(head, await givenBack(ctx.db, row.epoch)),
    sizes: sizesOf(leaves.map(leaf => leaf.increase)),
    accounts: leaves.map(({ address, cumulative, increase }) => {
      return { address, cumulative: cumulative.toString(), increase: increase.toString() }
    }),
    previous:
      before === undefined || accountsPart === undefined
        ? null
        : { headText: before.headText, accountsSha256: accountsPart },
  }
}

async function accountsPartOf(ctx: Context, epoch: number): Promise<Hash | undefined> {
  return (await partsOfEpoch(ctx.db, epoch)).find(part => part.name === 'accounts')?.sha256
}

function totalsOf(head: ManifestHead, back: bigint): PublicEpoch['totals'] {
  const sum = (pick: (campaign: ManifestHead['campaigns'][number]) => bigint) =>
    head.campaigns.reduce((total, campaign) => total + pick(campaign), 0n).toString()
  return {
    debit: head.totals.debit.toString(),
    pay: sum(campaign => campaign.pay),
    votes: sum(campaign => campaign.votes),
    repair: sum(campaign => campaign.repair),
    fee: sum(campaign => campaign.fee),
    back: back.toString(),
    published: head.published.toString(),
    heldBefore: head.heldBefore.toString(),
    heldAfter: head.heldAfter.toString(),
    withheld: head.withheld.toString(),
  }
}

function sizesOf(increases: readonly bigint[]): PublicEpoch['sizes'] {
  const risen = increases.filter(increase => increase > 0n)
  const edges = [...EDGES, undefined]
  return edges.map((edge, place) => {
    const from = place === 0 ? 0n : (EDGES[place - 1] ?? 0n)
    const count = risen.filter(increase => increase > from && (edge === undefined || increase <= edge)).length
    return { upTo: edge === undefined ? null : edge.toString(), count }
  })
}

export type EpochLine = { epoch: number; cutOffAt: string; state: EpochRow['state']; total: string; rows: number }

/** Every epoch, newest first. `total`: what people earned, in base units. */
export async function listEpochs(ctx: Context): Promise<EpochLine[]> {
  const rows = await allEpochs(ctx.db)
  const counts = await rowCounts(
    ctx.db,
    rows.map(row => row.epoch),
  )
  return rows.map(row => ({
    epoch: row.epoch,
    cutOffAt: row.cutOffAt.toISOString(),
    state: row.state,
    total: parseHead(row.headText).totals.income.toString(),
    rows: counts.get(row.epoch) ?? 0,
  }))
}

/** The bytes of one part; with or without 0x. */
export async function readEpochPart(
  ctx: Context,
  input: { epoch: number; sha256: string },
): Promise<string | undefined> {
  const sha256 = (input.sha256.startsWith('0x') ? input.sha256 : `0x${input.sha256}`) as Hash
  return (await findPart(ctx.db, input.epoch, sha256))?.text
}
