// Follows the chain with a cursor of our own: ranges, confirmations, and the way back when blocks vanish.
import type { OpenDatabase } from '../database/database.ts'
import { type BaseContext, runTurn } from '../inbox/runTurn.ts'
import type { Chain } from '../outbox/chain.ts'
import { activateDueEpochs } from './activateDueEpochs.ts'
import { blocksDown, eventsAbove, newestBlock, type StoredEvent } from './chainEventStore.ts'
import { RANGE, type Read, readEvents } from './chainRanges.ts'
import { finalizeEpochs } from './finalizeEpochs.ts'
import { recordChainEvents } from './recordChainEvents.ts'
import { rewindChainEvents } from './rewindChainEvents.ts'

export type Reading = { database: OpenDatabase; base: BaseContext; chain: Chain }

/**
 * `events`: new ones. `dropped`: taken back. `block`: everything up to it is applied; `behind`: blocks with confirmations enough that are
 * not read yet. `finalized`: epochs whose settle became final in this pass; the bridge is to be checked for them.
 */
export type ReadPass = { events: number; dropped: number; block: bigint; behind: bigint; finalized: number[] }

/** Read again each time: a node may answer before it has indexed a block's logs, and a log missed once would be missed for ever. */
const OVERLAP = 16n
/** 100,000 blocks a pass; the rest waits for the next one, so that other sweeps have their turn. */
const RANGES_PER_PASS = 50

/** One pass from the cursor to the newest block that has enough confirmations. Throws `Fault` when the node fails; nothing is half done. */
export async function readChain(reading: Reading): Promise<ReadPass> {
  const { database, base, chain } = reading
  const latest = await chain.latest()
  const finalized = await chain.finalized()
  const believed = latest.number - BigInt(chain.confirmations)
  const pass: ReadPass = { events: 0, dropped: 0, block: 0n, behind: 0n, finalized: [] }
  const common = await lastCommonBlock(reading, believed)
  const cursor = await newestBlock(database.db)
  if (cursor !== undefined && common < BigInt(cursor.number)) await rewind(reading, common, believed, pass)
  else await readOn(reading, believed, pass)
  pass.block = BigInt((await newestBlock(database.db))?.number ?? 0)
  pass.behind = believed > pass.block ? believed - pass.block : 0n
  pass.finalized = await runTurn(database, base, async ctx => {
    await activateDueEpochs(ctx, { at: new Date(Number(latest.timestamp) * 1000) })
    return finalizeEpochs(ctx, { block: Number(finalized.number) })
  })
  return pass
}

async function readOn(reading: Reading, believed: bigint, pass: ReadPass): Promise<void> {
  const { database, base, chain } = reading
  for (let range = 0; range < RANGES_PER_PASS; range++) {
    const cursor = (await newestBlock(database.db))?.number
    const next = cursor === undefined ? chain.deployedAtBlock : BigInt(cursor) + 1n
    const to = next + RANGE - OVERLAP - 1n < believed ? next + RANGE - OVERLAP - 1n : believed
    const from = next - OVERLAP > chain.deployedAtBlock ? next - OVERLAP : chain.deployedAtBlock
    if (to < from) return
    const read = await readEvents(chain, from, to)
    if (read === undefined) return
    pass.events += await runTurn(database, base, ctx => recordChainEvents(ctx, read))
    if (read.block.number < to || to >= believed) return
  }
}

async function rewind(reading: Reading, common: bigint, believed: bigint, pass: ReadPass): Promise<void> {
  const { database, base, chain } = reading
  const read: Read | undefined = common < believed ? await readEvents(chain, common + 1n, believed) : undefined
  const old = await eventsAbove(database.db, Number(common))
  const cursor = await newestBlock(database.db)
  if (isOnlyLate(old, read, believed, BigInt(cursor?.number ?? 0))) return
  base.log.warn({ common: Number(common), cursor: cursor?.number }, 'blocks vanished from the chain; reading goes back')
  const change = await runTurn(database, base, ctx => rewindChainEvents(ctx, { common, read }))
  pass.events += change.events
  pass.dropped += change.dropped
}

/** The newest block of ours that the chain still has. Blocks above `believed` are not asked for: the node may only be late. */
export async function lastCommonBlock(reading: Pick<Reading, 'database' | 'chain'>, believed: bigint): Promise<bigint> {
  const { database, chain } = reading
  let below = Number(believed)
  for (;;) {
    const known = await blocksDown(database.db, below, 32)
    for (const block of known) {
      if ((await chain.blockHash(BigInt(block.number))) === block.hash) return BigInt(block.number)
    }
    const last = known.at(-1)
    if (last === undefined) return chain.deployedAtBlock - 1n
    below = last.number - 1
  }
}

/** A node that is behind others shows a shorter chain with the same content. A chain that was rewound shows other events. */
function isOnlyLate(old: StoredEvent[], read: Read | undefined, believed: bigint, cursor: bigint): boolean {
  if (believed >= cursor) return false
  const seen = new Map((read?.events ?? []).map(event => [`${event.tx}:${event.logIndex}`, event.block.hash as string]))
  const shown = old.filter(event => BigInt(event.blockNumber) <= believed)
  return (
    shown.length === seen.size && shown.every(event => seen.get(`${event.tx}:${event.logIndex}`) === event.blockHash)
  )
}
