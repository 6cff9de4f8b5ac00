// A small crowd to the end of all holds: what it shows must be the same each time and everywhere, and the books must close.
import { beforeAll, describe, expect, it } from 'vitest'
import { membersOf, reviewersOf } from '../../bots/cli/simulate/membersOf.ts'
import type { Watch } from '../../bots/cli/simulate/runDays.ts'
import { type Simulation, simulate } from '../../bots/cli/simulate/simulate.ts'
import { type DatabaseKind, databases, openTestDatabase } from '../support/database.ts'
import { type RecordedAnswer, type Recording, recordingOf } from './recording.ts'
import { replay } from './replay.ts'

const MINUTES = 60_000

type Sizes = { contributors: number; items: number; seed: number }

async function play(kind: DatabaseKind, sizes: Sizes) {
  return (await record(kind, sizes)).figures
}

async function record(kind: DatabaseKind, sizes: Sizes) {
  const database = await openTestDatabase(kind)
  const watch: Watch = { sweeps: [], people: [] }
  try {
    const figures = await simulate({ ...sizes, classes: 3, database, tell: () => {}, watch })
    return { figures, recording: await recordingOf(database, watch) }
  } finally {
    await database.close()
  }
}

// `PERLE_SOAK=1`: a thousand answers, which takes some minutes.
const isSoak = process.env['PERLE_SOAK'] !== undefined
const sizes = isSoak ? { contributors: 40, items: 280, seed: 7 } : { contributors: 12, items: 40, seed: 7 }

describe(`a simulated crowd of ${sizes.contributors} at ${sizes.items} items`, () => {
  let figures: Simulation
  let recording: Recording
  beforeAll(async () => {
    ;({ figures, recording } = await record(databases.at(-1) ?? 'pglite', sizes))
  }, 20 * MINUTES)

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

  it('comes to the same in memory: every decision, every quality, every sum, to the base unit', () => {
    const terms = { ...sizes, classes: 3 }
    const members = [...membersOf(sizes.contributors), ...reviewersOf(sizes.contributors)]
    const { platform, roundsLeft } = replay(recording, terms, members)
    expect(roundsLeft).toBe(0)
    expect(platform.people.reduce((sum, person) => sum + person.pauses, 0)).toBe(recording.paused)
    const earned = new Map(platform.earned.map(row => [row.submissionId as string, row]))
    const again = platform.answers.map(({ opened, row: { submission } }): RecordedAnswer => {
      const row = earned.get(opened.id)
      return {
        submission: opened.id,
        item: opened.itemId,
        person: opened.contributorId,
        state: submission.state,
        decidedBy: submission.decidedBy ?? '',
        decidedAt: submission.decidedAt?.getTime() ?? 0,
        epoch: row?.epoch ?? 0,
        basis: row?.basis ?? '',
        truth: row?.evidence.t ?? -1,
        expected: row?.evidence.e ?? -1,
        need: row?.evidence.n ?? -1,
        factor: row?.factorPpm ?? -1,
        q: row?.q ?? -1,
        pay: String(row?.pay),
      }
    })
    expect(again).toHaveLength(figures.answers)
    expect(again).toEqual(recording.answers)
    if (isSoak) expect(again.length).toBeGreaterThanOrEqual(1000)
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
