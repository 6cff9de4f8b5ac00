// One round between us and the chain: write what is wanted, read what happened, send pay that has become claimable.
import { amount, checkBooks, Fault, readChain, relayClaims, runTurn, writeChain } from '@perle/core'
import { parseUnits } from 'viem'
import type { Composition } from './compose.ts'
import { keepPayday } from './paydayFiles.ts'

export type ChainRound = { isChanged: boolean; isWaiting: boolean }

/** `isWaiting`: transactions are under way or wanted, so it is worth coming back soon. */
export async function chainPass(composition: Composition): Promise<ChainRound> {
  const { database, base, chain, config, localChain } = composition
  await keepPayday(composition)
  const { wrote, fault } = await write(composition)
  // A local chain mines only when asked to: without two blocks more nothing of this would ever be final.
  if (localChain !== undefined && wrote !== undefined && wrote.signed + wrote.mined > 0) await localChain.mine(3)
  const read = await readChain({ database, base, chain })
  const least = amount(parseUnits(config.claimLeast, chain.token.decimals))
  const claims = await runTurn(database, base, ctx => relayClaims(ctx, { least }))
  if (read.finalized.length > 0) {
    await checkBooks({ database, base, chain })
    await localChain?.dumpState()
  } else if (read.events > 0) await localChain?.dumpState()
  if (fault !== undefined) throw fault
  const isChanged = read.events + read.dropped + claims + (wrote?.mined ?? 0) > 0
  return { isChanged, isWaiting: claims > 0 || (wrote?.waiting ?? 0) > 0 || read.behind > 0n }
}

/**
 * A signer that cannot be served now (no money for gas, a node that refuses) must not keep deposits from being seen: its fault is thrown
 * after reading. Where the chain knows what this database does not, nothing is read either, or it would be read past.
 */
async function write({ database, base, chain, holder, config }: Composition) {
  const spendCap = config.chain.kind === 'remote' ? config.chain.spendCap : undefined
  try {
    return { wrote: await writeChain({ database, base, chain, holder, spendCap }), fault: undefined }
  } catch (error) {
    if (!(error instanceof Fault) || error.retry === 'never') throw error
    return { wrote: undefined, fault: error }
  }
}
