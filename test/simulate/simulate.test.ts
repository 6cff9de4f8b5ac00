// A small crowd to the end of all holds: what it shows must be the same each time and everywhere, and the books must close.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Simulation, simulate } from '../../bots/cli/simulate/simulate.ts'
import { type DatabaseKind, databases, openTestDatabase } from '../support/database.ts'

const MINUTES = 60_000

async function play(kind: DatabaseKind, sizes: { contributors: number; items: number; seed: number }) {
  const database = await openTestDatabase(kind)
  try {
    return await simulate({ ...sizes, classes: 3, database, tell: () => {} })
  } finally {
    await database.close()
  }
}

describe('a simulated crowd of 12 at 40 items', () => {
  const sizes = { contributors: 12, items: 40, seed: 7 }
  let figures: Simulation
  beforeAll(async () => {
    figures = await play(databases.at(-1) ?? 'pglite', sizes)
  }, 10 * MINUTES)

  it('leaves a ledger that sums to nothing and equals the contract in all three equations', () => {
    expect(figures.ledgerSum).toBe('0')
    expect(figures.bridge).toEqual([true, true, true])
    expect(BigInt(figures.published)).toBe(BigInt(figures.leaves) + BigInt(figures.withheld))
    expect(BigInt(figures.published) + BigInt(figures.held)).toBe(BigInt(figures.debits))
    expect(figures.claimed).toBe(figures.published)
  })

  it('settles and records all that was accepted, and leaves nothing waiting', () => {
    expect(figures.unsettled).toBe(0)
    expect(figures.approved + figures.rejected).toBe(figures.answers)
    expect(figures.anchored).toBe(figures.approved)
    expect(figures.answers).toBeGreaterThan(120)
  })

  it('has its reviews done by people, and pays somebody with a wallet and somebody without', () => {
    expect(figures.votes).toBeGreaterThan(50)
    expect(BigInt(figures.claimed)).toBeGreaterThan(0n)
    expect(BigInt(figures.held)).toBeGreaterThan(0n)
  })

  it('pays a careful answer more than one that was not thought about', () => {
    const { careful, spammer, colluding } = figures.payPerAnswer
    expect(BigInt(careful ?? 0)).toBeGreaterThan(BigInt(spammer ?? 0))
    expect(BigInt(careful ?? 0)).toBeGreaterThan(BigInt(colluding ?? 0))
  })
})

describe('a seed', () => {
  const few = { contributors: 8, items: 4, seed: 3 }

  it(
    'gives the same bytes again, on the other database too where there is one',
    async () => {
      const first = JSON.stringify(await play('pglite', few))
      expect(JSON.stringify(await play(databases.at(-1) ?? 'pglite', few))).toBe(first)
      expect(JSON.parse(first)).toMatchObject({ ledgerSum: '0', bridge: [true, true, true], unsettled: 0 })
    },
    10 * MINUTES,
  )
})
