// "Pay out now" of local mode: closes due rounds, treats holds and delays as elapsed, and says so.
import {
  autoAccept,
  closeDueRounds,
  closeEpoch,
  finalizeRejections,
  formatPrl,
  runTurn,
  seatAppeals,
} from '@perle/core'
import { chainPass } from './chainPass.ts'
import type { Composition } from './compose.ts'
import type { Progress } from './web/updates.ts'

/** Passes over the chain before we say that it takes longer than it should. */
const PASSES = 60

export async function payOut(composition: Composition, tell: (progress: Progress) => void): Promise<string> {
  const { database, base } = composition
  const label = 'Paying out now'
  const step = (done: number) => tell({ label, done, total: 4 })
  step(0)
  // What was refused before this press is final now; what is refused by it may still be looked at again until the next.
  while ((await runTurn(database, base, ctx => finalizeRejections(ctx, { isFlush: true }))) > 0) step(0)
  // Once, not until nothing is left: a larger round that a tie opens would be closed again without a vote.
  await runTurn(database, base, ctx => closeDueRounds(ctx, { isFlush: true }))
  for (const due of [seatAppeals, autoAccept]) {
    while ((await runTurn(database, base, ctx => due(ctx, { isFlush: true }))) > 0) step(0)
  }
  step(1)
  await settleDown(composition)
  step(2)
  const closed = await runTurn(database, base, ctx => closeEpoch(ctx, { isFlush: true }))
  if (!closed.ok) return 'The payday before this one is still on its way to the chain. Try again in a moment.'
  if (closed.value === null)
    return 'There is nothing to pay: no accepted answer, and no wallet that waits for earned pay.'
  step(3)
  await settleDown(composition)
  const { epoch, rows, pay, people, stopped } = closed.value
  const held =
    stopped.length === 0 ? '' : ` ${stopped.length} campaigns are held back: more check questions come first.`
  return `Payday ${epoch}: ${formatPrl(pay)} PRL for ${rows} answers and votes of ${people} people. Reviews were closed early and waiting times treated as over, because this is local mode.${held}`
}

/** Until nothing is under way on the chain. */
export async function settleDown(composition: Composition): Promise<void> {
  let quiet = 0
  for (let pass = 0; pass < PASSES && quiet < 2; pass++) {
    const round = await chainPass(composition)
    quiet = round.isChanged || round.isWaiting ? 0 : quiet + 1
    await composition.localChain?.mine(1)
  }
}
