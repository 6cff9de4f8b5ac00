// How the payout leaves of one epoch follow from those of the last: no leaf falls, none vanishes unannounced, all rise in whole steps.
import { fault, type Report } from './difference.ts'
import type { Account, ManifestHead, ManifestMove, WithheldLeaf } from './manifest.ts'
import type { Address } from './words.ts'

export type LeafFacts = Pick<ManifestHead, 'moves' | 'inFull' | 'treasuryAddress' | 'parameters'>

/** Withheld sums after this epoch's moves, by address. */
export function moveLeaves(
  moves: readonly ManifestMove[],
  before: readonly WithheldLeaf[],
  report: Report,
): WithheldLeaf[] {
  const amounts = new Map(before.map(leaf => [leaf.address, leaf.amount]))
  for (const move of moves) {
    const after = (amounts.get(move.address) ?? 0n) + (move.phase === 1 ? move.amount : -move.amount)
    if (after < 0n)
      report(fault('head', move.address, 'moves', move.amount, 'no more than is withheld of this address'))
    amounts.set(move.address, after)
  }
  return [...amounts]
    .filter(([, amount]) => amount > 0n)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([address, amount]) => ({ address, amount }))
}

/** Sum that went from people's balances into leaves; reports every leaf that fell, vanished, or rose by something else than whole steps. */
export function risesOf(
  facts: LeafFacts,
  accounts: readonly Account[],
  before: readonly Account[],
  publishedTreasury: bigint,
  report: Report,
): bigint {
  const quantum = quantumOf(facts)
  const gone = new Map(before.map(account => [account.address, account.cumulative]))
  const inFull = new Set<Address>(facts.inFull)
  const moved = movedInto(facts.moves)
  if (facts.treasuryAddress !== '') {
    moved.set(facts.treasuryAddress, (moved.get(facts.treasuryAddress) ?? 0n) + publishedTreasury)
  }
  let total = 0n
  for (const { address, cumulative } of accounts) {
    const least = (gone.get(address) ?? 0n) + (moved.get(address) ?? 0n)
    gone.delete(address)
    moved.delete(address)
    const rise = cumulative - least
    if (rise < 0n) report(fault('accounts', address, 'cumulative', cumulative, `at least ${least}`))
    else if (address === facts.treasuryAddress && rise > 0n) {
      report(
        fault('accounts', address, 'cumulative', cumulative, `${least}: the treasury's address is nobody's wallet`),
      )
    } else if (rise % quantum !== 0n && !inFull.has(address)) {
      report(fault('accounts', address, 'cumulative', cumulative, `${least} and whole steps of ${quantum}`))
    }
    total += rise
  }
  for (const [address, sum] of moved) {
    if (sum > 0n) report(fault('accounts', address, 'cumulative', 0n, `at least ${sum}`))
  }
  checkLeftOut(facts.moves, gone, report)
  return total
}

/** Sums that moves put into leaves, by receiving address. */
export function movedInto(moves: readonly ManifestMove[]): Map<Address, bigint> {
  const sums = new Map<Address, bigint>()
  for (const move of moves) {
    const target = move.phase === 3 ? move.address : move.to
    if (move.phase === 1 || target === '' || target === 'accrued' || target === 'commons') continue
    sums.set(target, (sums.get(target) ?? 0n) + move.amount)
  }
  return sums
}

/** `gone`: leaves of the previous tree that this one lacks. Each needs a move of phase 1 with its whole sum, and none else may have one. */
function checkLeftOut(moves: readonly ManifestMove[], gone: ReadonlyMap<Address, bigint>, report: Report): void {
  const announced = new Map(moves.filter(move => move.phase === 1).map(move => [move.address, move.amount]))
  for (const [address, cumulative] of gone) {
    if (announced.get(address) !== cumulative) {
      report(fault('accounts', address, 'cumulative', 'no leaf', `at least ${cumulative}`))
    }
  }
  for (const [address, sum] of announced) {
    if (!gone.has(address)) report(fault('head', address, 'moves', sum, 'a leaf that is left out'))
  }
}

/** Base units that a leaf rises by a whole number of; 1 where the parameter is malformed (which is reported elsewhere). */
export function quantumOf(facts: Pick<LeafFacts, 'parameters'>): bigint {
  const text = String(facts.parameters['publishQuantum'])
  return /^[1-9]\d{0,18}$/.test(text) ? BigInt(text) : 1n
}
