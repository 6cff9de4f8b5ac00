// A tenth of `npm run soak -- kill`: five kills on each database. It hits only a handful of the moments; the long run hits them all.
import { describe, expect, it } from 'vitest'
import { databases } from '../support/database.ts'
import { ownDatabase } from '../support/perle.ts'
import { killRun } from './kill/killRun.ts'

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
        kills: 5,
        seed: 10,
        copies: 0,
        tell: line => told.push(line),
      })
      const problems = kills.flatMap(kill => kill.problems)
      expect(problems, told.join('\n')).toEqual([])
      expect(kills.some(kill => kill.withChain)).toBe(true)
      expect(diaries.flatMap(diary => diary.deeds).some(deed => deed.sent > 1)).toBe(true)
    } finally {
      await database?.drop()
    }
  })
})
