import type { Context } from '../context.ts'
import { recordSweep } from '../inbox/store.ts'
import { balancesUnder } from '../money/store.ts'
import { type BridgeState, type Equation, equationsOf } from './bridge.ts'
import { eventKeysAbove, linesUnder, openEpochLines } from './bridgeStore.ts'
import { campaignsOnChain, newestBlock } from './chainEventStore.ts'

export type Bridge = {
  isEqual: boolean
  block: bigint
  /** Sums as decimal strings; campaign slots only where `state.campaigns` has them. */
  equations: { name: string; ledger: string; chain: string; isEqual: boolean }[]
}

/**
 * Compares the ledger with the contract's figures at one block. What the ledger knows beyond that block (epochs not settled there, events
 * above it) is in flight and taken out first. A difference is logged loud and noted for the status page. Undefined while we have not read
 * as far as that block: then there is nothing to compare.
 */
export async function checkBridge(ctx: Context, state: BridgeState): Promise<Bridge | undefined> {
  const read = await newestBlock(ctx.db)
  if (read === undefined || BigInt(read.number) < state.block.number) return undefined
  const balances = await balancesUnder(ctx.db, '')
  for (const { account, amount } of await linesInFlight(ctx, Number(state.block.number))) {
    balances.set(account, (balances.get(account) ?? 0n) - amount)
  }
  const equations = equationsOf(balances, await campaignsOnChain(ctx.db), state)
  const isEqual = equations.every(equation => equation.isEqual)
  const shown = equations.map(shownOf)
  const wrong = JSON.stringify(shown.filter(equation => !equation.isEqual))
  if (!isEqual) ctx.log.error({ block: Number(state.block.number) }, `the ledger and the chain differ: ${wrong}`)
  await recordSweep(ctx.db, {
    name: 'bridge',
    at: ctx.now(),
    note: JSON.stringify(shown),
    ...(isEqual ? {} : { failure: wrong }),
  })
  return { isEqual, block: state.block.number, equations: shown }
}

function shownOf({ name, ledger, chain, isEqual }: Equation) {
  return { name, ledger: ledger.toString(), chain: chain.toString(), isEqual }
}

async function linesInFlight(ctx: Context, block: number) {
  const keys = await eventKeysAbove(ctx.db, block)
  return [...(await openEpochLines(ctx.db, block)), ...(await linesUnder(ctx.db, keys))]
}
