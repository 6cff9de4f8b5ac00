// How events of a range are taken from a node that may be late, repeat itself, or answer beside the question. No database.

import type { BlockRef, Chain, ChainEvent } from '../outbox/chain.ts'
import { Fault } from '../refusals.ts'

/** What common nodes allow for one `eth_getLogs`. */
export const RANGE = 2_000n

/** Events of a range up to `until`, whose block is `block`; `activeAt` by epoch, from the contract. */
export type Read = { events: ChainEvent[]; activeAt: Map<number, Date>; block: BlockRef }

/**
 * Everything from `from` to `to`, sorted, each log once. An unwound epoch is rewritten here, which cannot be taken back: reading stops
 * before it until its block is final. Undefined when that leaves nothing.
 */
export async function readEvents(chain: Chain, from: bigint, to: bigint): Promise<Read | undefined> {
  const found: ChainEvent[] = []
  for (let start = from; start <= to; start += RANGE) {
    const end = start + RANGE - 1n < to ? start + RANGE - 1n : to
    found.push(...(await eventsBetween(chain, start, end)))
  }
  const until = await beforeUnfinal(chain, found, to)
  if (until < from) return undefined
  const hash = await chain.blockHash(until)
  if (hash === undefined) throw new Fault('The node lost a block while it was read.', { retry: 'later' })
  const events = found.filter(event => event.block.number <= until)
  return { events, activeAt: await activationTimes(chain, events), block: { number: until, hash } }
}

async function eventsBetween(chain: Chain, from: bigint, to: bigint): Promise<ChainEvent[]> {
  const events = await chain.events(from, to)
  const once = new Map(events.map(event => [`${event.tx}:${event.logIndex}`, event]))
  return [...once.values()]
    .filter(event => event.block.number >= from && event.block.number <= to)
    .sort((a, b) => Number(a.block.number - b.block.number) || a.logIndex - b.logIndex)
}

async function beforeUnfinal(chain: Chain, events: ChainEvent[], to: bigint): Promise<bigint> {
  const unwound = events.filter(event => event.kind === 'unwound')
  if (unwound.length === 0) return to
  const finalized = await chain.finalized()
  const open = unwound.find(event => event.block.number > finalized.number)
  return open === undefined ? to : open.block.number - 1n
}

/**
 * Asked of the newest state alone: a node that was restored from a dump cannot speak of the past. An epoch with a successor is active,
 * or the contract would not have taken the successor.
 */
async function activationTimes(chain: Chain, events: ChainEvent[]): Promise<Map<number, Date>> {
  const times = new Map<number, Date>()
  const settled = events.flatMap(event => (event.kind === 'settled' ? [event.header.epoch] : []))
  if (settled.length === 0) return times
  const state = await chain.state()
  const { timestamp } = await chain.latest()
  for (const epoch of settled) {
    const activeAt = epoch < state.epoch ? timestamp : epoch === state.epoch ? state.activeAt : undefined
    if (activeAt !== undefined) times.set(epoch, new Date(Number(activeAt) * 1000))
  }
  return times
}
