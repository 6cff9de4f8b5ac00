// A tenth of `npm run soak -- kill`: five kills on each database, at moments that come soon. Votes, rounds, claims and the reading of the
// chain are hit by the long run only; docs/soak.md has its figures.
import { describe, expect, it } from 'vitest'
import { type DatabaseKind, databases } from '../support/database.ts'
import { ownDatabase } from '../support/perle.ts'
import type { Aim } from './kill/aims.ts'
import { killRun } from './kill/killRun.ts'

const aim = (at: Aim['at'], count: number, more: Partial<Aim> = {}): Aim => ({
  at,
  count,
  delayMs: 700,
  withChain: false,
  ...more,
})

const AIMS: Record<DatabaseKind, Aim[]> = {
  pglite: [
    aim('answer.commit', 3),
    aim('reply', 5),
    aim('send.settle', 1),
    aim('start', 1),
    aim('sent.settle', 1, { withChain: true }),
  ],
  postgres: [
    aim('receive', 5),
    aim('store', 1),
    aim('epoch.commit', 1),
    aim('random', 1),
    aim('mine', 1, { withChain: true }),
  ],
}

describe.each(databases)('a process that is killed again and again, on %s', kind => {
  it('loses nothing that was acknowledged, doubles nothing, and leaves nobody waiting', {
    timeout: 600_000,
  }, async () => {
    const database = kind === 'postgres' ? await ownDatabase() : undefined
    const told: string[] = []
    try {
      const { kills, diaries } = await killRun({
        kind,
        ...(database === undefined ? {} : { databaseUrl: database.url }),
        kills: AIMS[kind].length,
        aims: AIMS[kind],
        seed: 10,
        copies: 0,
        tell: line => told.push(line),
      })
      expect(
        kills.flatMap(kill => kill.problems),
        told.join('\n'),
      ).toEqual([])
      expect(kills).toHaveLength(AIMS[kind].length)
      expect(diaries.flatMap(diary => diary.deeds).some(deed => deed.sent > 1)).toBe(true)
    } finally {
      await database?.drop()
    }
  })
})
