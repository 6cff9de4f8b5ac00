// Who gets which task, what it sets aside, and how it ends. As `takeTask`, `endLease` and the queries behind them do it on a database.
import { amount } from '@perle/core'
import { checkShares, effectivePrice, isCheckDue, reservationOf } from '@perle/core/rules'
import type { Item, Lease, Person, Platform } from './state.ts'

/** The next task for somebody; undefined where nothing is left for them. `isCheck` decides what is otherwise drawn. */
export function chooseItem(platform: Platform, person: Person, isCheck?: boolean): Item | undefined {
  const shares = checkShares(platform.terms, platform.parameters)
  if (isCheck ?? isCheckDue(person.answers.length, platform.random(), shares)) {
    const check = platform.checks.find(item => item.fact.state === 'open' && !person.handled.has(item.id))
    if (check !== undefined) return check
  }
  return [platform.begun, platform.untouched]
    .values()
    .map(items => items.find(item => isFreeFor(item, person)))
    .find(found => found !== undefined)
}

/** An item half answered is of no use to anybody, so begun ones come first; a lease that ran out may come back. */
function isFreeFor(item: Item, person: Person): boolean {
  const before = person.handled.get(item.id)
  return item.taken < item.wanted && (before === undefined || before === 'expired') && !person.judging.has(item.id)
}

export function take(platform: Platform, person: Person, item: Item): Lease {
  const { terms, campaign, parameters, now } = platform
  const { peff } = effectivePrice(campaign, campaign.measuredSeconds ?? campaign.usualSeconds)
  const mBps = parameters.tiers[person.standing ?? 'new']
  const reserve = reservationOf(terms, mBps)
  const lease: Lease = {
    person,
    item,
    terms: { price: amount(peff), mBps, payReserve: amount(reserve.pay) },
    review: reserve.review,
    createdAt: now,
    expiresAt: now + terms.leaseSeconds * 1000,
  }
  person.lease = lease
  person.handled.set(item.id, 'open')
  platform.leases.add(lease)
  moveTaken(platform, item, 1)
  return lease
}

/** Given back or run out: the slot is free again. */
export function endLease(platform: Platform, lease: Lease, end: 'skipped' | 'expired'): void {
  const { person, item } = lease
  platform.leases.delete(lease)
  person.lease = undefined
  person.handled.set(item.id, end)
  moveTaken(platform, item, -1)
}

export function expireLeases(platform: Platform): void {
  for (const lease of platform.leases) if (lease.expiresAt <= platform.now) endLease(platform, lease, 'expired')
}

/** Check items have no slots: they serve everybody. */
export function moveTaken(platform: Platform, item: Item, by: 1 | -1): void {
  if (item.fact.role !== 'live') return
  changeItem(platform, item, () => {
    item.taken = Math.max(0, item.taken + by)
  })
}

/** Changes what decides in which list an item stands, and puts it where it belongs then. */
export function changeItem(platform: Platform, item: Item, change: () => void): void {
  const before = listOf(platform, item)
  change()
  const after = listOf(platform, item)
  if (before === after) return
  if (before !== undefined) before.splice(placeIn(before, item), 1)
  if (after !== undefined) after.splice(placeIn(after, item), 0, item)
}

function listOf(platform: Platform, item: Item): Item[] | undefined {
  if (item.fact.state !== 'open') return undefined
  return item.taken > 0 ? platform.begun : platform.untouched
}

/** Where an item of this position is or would be. */
function placeIn(list: readonly Item[], item: Item): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle] as Item).position < item.position) low = middle + 1
    else high = middle
  }
  return low
}
