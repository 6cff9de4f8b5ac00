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
  return (
    platform.touched.find(item => isFreeFor(item, person)) ?? platform.untouched.find(item => isFreeFor(item, person))
  )
}

/** A lease that ran out may come back. */
function isFreeFor(item: Item, person: Person): boolean {
  const before = person.handled.get(item.id)
  return (before === undefined || before === 'expired') && !person.judging.has(item.id)
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

/**
 * Changes what decides whether an item can be handed out. One that opens, or is touched for the first time, goes to the end of the line of
 * those that somebody has had: as the trigger `items_opens` does.
 */
export function changeItem(platform: Platform, item: Item, change: () => void): void {
  const before = lineOf(platform, item)
  const wasOpen = before !== undefined
  if (before !== undefined) before.splice(placeIn(before, item), 1)
  change()
  if (!isOpen(item)) return
  if (!wasOpen || !item.isTouched) Object.assign(item, { isTouched: true, openedIn: platform.turn })
  const after = lineOf(platform, item)
  if (after !== undefined) after.splice(placeIn(after, item), 0, item)
}

function isOpen(item: Item): boolean {
  return item.fact.state === 'open' && item.taken < item.wanted
}

function lineOf(platform: Platform, item: Item): Item[] | undefined {
  if (!isOpen(item)) return undefined
  return item.isTouched ? platform.touched : platform.untouched
}

/** Where an item is or would be in its line. */
function placeIn(line: readonly Item[], { openedIn, position }: Item): number {
  let [low, high] = [0, line.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const there = line[middle] as Item
    if (there.openedIn < openedIn || (there.openedIn === openedIn && there.position < position)) low = middle + 1
    else high = middle
  }
  return low
}
