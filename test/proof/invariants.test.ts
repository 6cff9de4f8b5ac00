// Invariants 25 and 26 of the economics paper, over generated runs of epochs: wallets that come, money that waits, leaves that are moved.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Address,
  buildManifest,
  type Manifest,
  type ManifestInput,
  merkleRoot,
  merkleTree,
  payoutLeaf,
  recomputeManifest,
} from '../../core/proof/index.ts'
import { forge } from '../guardian/forge.ts'
import { domain, input, previousOf, row, textsOf } from './sampleEpochs.ts'

const QUANTUM = 1000n
const people = Array.from({ length: 6 }, (_, n) => `0x${String(n + 1).repeat(40)}` as Address)

/** What an epoch's dice decide. `credits`: parts of a hundred of what people hold, by person; `move`: whose leaf is left out or comes back. */
const epoch = fc.record({
  qualities: fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 6 }),
  credits: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: people.length, maxLength: people.length }),
  move: fc.option(fc.record({ who: fc.nat(people.length - 1), phase: fc.constantFrom(1, 2, 3), to: fc.nat(9) })),
  claims: fc.array(fc.nat(people.length - 1), { maxLength: 4 }),
})
type Dice = (typeof epoch)['generate'] extends (...args: never[]) => { value: infer T } ? T : never

/** Epochs one after the other, with the sums that were claimed in between; each built by the platform's own builder. */
function play(dice: readonly Dice[]): { manifest: Manifest; claimed: Map<Address, bigint> }[] {
  const played: { manifest: Manifest; claimed: Map<Address, bigint> }[] = []
  const claimed = new Map<Address, bigint>()
  for (const [number, die] of dice.entries()) {
    const last = played.at(-1)?.manifest
    const rows = die.qualities.map((q, n) => row(`${number} ${n}`, { q }))
    let moves = movesOf(die, last, claimed)
    const stated: Partial<ManifestInput> = { rows, moves, cutOffAt: 1_800_000_000 + number * 300_000 }
    if (last !== undefined) stated.previous = previousOf(last)
    // What goes from withheld to people lowers the total, which may never fall: such a move waits for an epoch that raises it by more.
    if (moves.some(move => move.phase === 2) && !isPossible({ ...stated, credits: [] })) stated.moves = moves = []
    // What people hold before anything is published, as the builder itself reckons it.
    const held = buildManifest(input({ ...stated, credits: [] })).head.accruedSum
    const gone = new Set(moves.filter(move => move.phase !== 3).map(move => move.address))
    const withheld = new Set(last?.head.withheldLeaves.map(leaf => leaf.address))
    let left = held
    const credits = people.flatMap((address, n) => {
      const wanted = (held * BigInt(die.credits[n] ?? 0)) / 100n
      const sum = wanted - (wanted % QUANTUM)
      const isThere =
        !gone.has(address) &&
        (!withheld.has(address) || moves.some(move => move.address === address && move.phase === 3))
      if (sum === 0n || sum > left || !isThere) return []
      left -= sum
      return [{ address, amount: sum, inFull: false }]
    })
    const manifest = buildManifest(input({ ...stated, credits }))
    played.push({ manifest, claimed: new Map(claimed) })
    for (const who of die.claims) {
      const own = manifest.accounts.find(account => account.address === people[who])
      if (own !== undefined) claimed.set(own.address, own.cumulative)
    }
  }
  return played
}

function isPossible(change: Partial<ManifestInput>): boolean {
  try {
    return buildManifest(input(change)) !== undefined
  } catch (error) {
    expect(String(error)).toContain('"field":"published"')
    return false
  }
}

/** A leaf that is left out (1), the unclaimed rest of one that was (2), or its return (3), where the epoch before allows it. */
function movesOf(
  { move }: Dice,
  last: Manifest | undefined,
  claimed: ReadonlyMap<Address, bigint>,
): ManifestInput['moves'] {
  if (move === null || last === undefined) return []
  const address = people[move.who] as Address
  const leaf = last.accounts.find(account => account.address === address)
  const withheld = last.head.withheldLeaves.find(one => one.address === address)
  const done = claimed.get(address) ?? 0n
  if (move.phase === 1 && leaf !== undefined) {
    return [{ address, phase: 1, amount: leaf.cumulative, to: '', reason: 'lost key' }]
  }
  if (withheld === undefined) return []
  const to = (['accrued', 'commons'] as const)[move.to % 2] ?? 'accrued'
  if (move.phase === 2 && withheld.amount > done) {
    // A few base units at least, so that some of them fit under what an epoch adds.
    const rest = withheld.amount - done
    return [{ address, phase: 2, amount: move.who % 2 === 0 && rest > 9_000n ? 9_000n : rest, to, reason: 'lost key' }]
  }
  // Comes back with all that is withheld, claimed or not.
  if (move.phase === 3) return [{ address, phase: 3, amount: withheld.amount, to: '', reason: 'found again' }]
  return []
}

const runs = fc.array(epoch, { minLength: 1, maxLength: 6 })

describe('over generated epochs', () => {
  it('invariant 25: the sum of all leaves and of what is withheld is the total that goes on chain', () => {
    fc.assert(
      fc.property(runs, dice => {
        for (const { manifest } of play(dice)) {
          const leaves = manifest.accounts.reduce((sum, account) => sum + account.cumulative, 0n)
          const withheld = manifest.head.withheldLeaves.reduce((sum, leaf) => sum + leaf.amount, 0n)
          expect(withheld).toBe(manifest.head.withheld)
          expect(leaves + withheld).toBe(manifest.header.total)
          const tree = manifest.accounts.map(one => payoutLeaf(domain, one.address, one.cumulative))
          expect(merkleRoot(merkleTree(tree))).toBe(manifest.header.payoutRoot)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('invariant 26: no leaf is lower than its predecessor or than what was claimed, and no address stands twice', () => {
    fc.assert(
      fc.property(runs, dice => {
        let before = new Map<Address, bigint>()
        for (const { manifest, claimed } of play(dice)) {
          const now = new Map(manifest.accounts.map(account => [account.address, account.cumulative]))
          expect(now.size).toBe(manifest.accounts.length)
          for (const [address, cumulative] of now) {
            expect(cumulative).toBeGreaterThanOrEqual(before.get(address) ?? 0n)
            expect(cumulative).toBeGreaterThanOrEqual(claimed.get(address) ?? 0n)
          }
          // Left out of the tree only by a move that says so, its whole sum withheld.
          const moved = new Map(
            manifest.head.moves.filter(move => move.phase === 1).map(move => [move.address, move.amount]),
          )
          for (const [address, cumulative] of before) {
            if (!now.has(address)) expect(moved.get(address)).toBe(cumulative)
          }
          before = now
        }
      }),
      { numRuns: 60 },
    )
  })

  it('every one recomputes, and every one with a leaf lowered, doubled or raised is found out', () => {
    fc.assert(
      fc.property(runs, fc.nat(), fc.bigInt({ min: 1n, max: 10n ** 12n }), (dice, choice, less) => {
        const played = play(dice)
        for (const [place, { manifest }] of played.entries()) {
          const before = played[place - 1]?.manifest
          const previous = before === undefined ? undefined : previousOf(before)
          expect(recomputeManifest(manifest.headText, textsOf(manifest), previous)).toMatchObject({ ok: true })
          const { accounts } = manifest
          if (accounts.length === 0) continue
          const at = choice % accounts.length
          const own = accounts[at] as (typeof accounts)[number]
          const lie = (change: (cumulative: bigint) => bigint[]) =>
            forge(manifest, {
              parts: {
                accounts: lines =>
                  lines.flatMap((line, n) =>
                    n === at ? change(own.cumulative).map(sum => [own.address, String(sum)]) : [line],
                  ),
              },
            })
          const lies = [
            lie(sum => [sum > less ? sum - less : 0n]),
            lie(sum => [sum, sum]),
            lie(sum => [sum + less]),
            lie(() => []),
          ]
          for (const { headText, parts } of lies) expect(recomputeManifest(headText, parts, previous).ok).toBe(false)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('are of every sort: moves of each phase, withheld sums and claims are among them', () => {
    const seen = new Set<number>()
    for (const dice of fc.sample(runs, { numRuns: 300, seed: 7 })) {
      for (const { manifest } of play(dice)) for (const { phase } of manifest.head.moves) seen.add(phase)
    }
    expect([...seen].sort()).toEqual([1, 2, 3])
  })
})
