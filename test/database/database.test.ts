import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MIGRATIONS, migrate } from '../../core/database/migrate.ts'
import { isRetryable, type OpenDatabase, rowsOf, savepoint } from '../../core/database/openDatabase.ts'
import { balanceOf, post } from '../../core/money/store.ts'
import { databases, openTestDatabase } from '../support/database.ts'

describe.each(databases)('the database facade on %s', kind => {
  let database: OpenDatabase
  let ids = 0
  const given = (db: OpenDatabase['db']) => ({
    db,
    now: () => new Date('2026-11-23T09:00:00Z'),
    newId: () => `00000000-0000-7000-8000-${String(++ids).padStart(12, '0')}`,
  })
  beforeAll(async () => {
    database = await openTestDatabase(kind)
  })
  afterAll(() => database.close())

  it('applies each migration once, also when asked twice', async () => {
    expect(await migrate(database)).toEqual([])
    const rows = await rowsOf<{ name: string }>(database.db, sql`select name from migrations order by name`)
    const journal = JSON.parse(await readFile(join(MIGRATIONS, 'meta/_journal.json'), 'utf8'))
    expect(rows.map(row => row.name)).toEqual(journal.entries.map((entry: { tag: string }) => entry.tag))
  })

  it('throws at once where the outer handle is used inside a transaction', async () => {
    await expect(database.transaction(async () => database.db)).rejects.toThrow('outer database')
    await expect(database.transaction(() => database.transaction(async () => 1))).rejects.toThrow(
      'inside a transaction',
    )
  })

  it('undoes what a savepoint wrote and keeps what stood before', async () => {
    await database.transaction(async tx => {
      await post(given(tx), { key: 'kept', reason: 'test', lines: { custody: -5n, 'campaign:s:free': 5n } })
      const failed = savepoint(tx, async inner => {
        await post(given(inner), { key: 'undone', reason: 'test', lines: { custody: -7n, 'campaign:s:free': 7n } })
        throw new Error('refused')
      })
      await expect(failed).rejects.toThrow('refused')
    })
    expect(await balanceOf(database.db, 'campaign:s:free')).toBe(5n)
  })

  it('posts a key once', async () => {
    const lines = { custody: -3n, 'campaign:k:free': 3n }
    const posting = { key: 'once', reason: 'test', lines }
    expect(await database.transaction(tx => post(given(tx), posting))).toBe(true)
    expect(await database.transaction(tx => post(given(tx), posting))).toBe(false)
    expect(await balanceOf(database.db, 'campaign:k:free')).toBe(3n)
  })

  it('refuses a balance below zero and lines that do not sum to zero, in the database itself', async () => {
    const below = { key: 'below', reason: 'test', lines: { 'campaign:n:free': -1n, 'campaign:n:leased': 1n } }
    await expect(database.transaction(tx => post(given(tx), below))).rejects.toThrow()
    const unbalanced = database.transaction(async tx => {
      await post(given(tx), { key: 'even', reason: 'test', lines: { custody: -2n, 'campaign:u:free': 2n } })
      await tx.execute(sql`update posting_lines set amount = 3 where account = 'campaign:u:free'`)
    })
    await expect(unbalanced).rejects.toThrow()
    expect(await balanceOf(database.db, 'campaign:u:free')).toBe(0n)
  })

  it('keeps amounts beyond what a bigint column holds', async () => {
    const large = (1n << 96n) - 1n
    await database.transaction(tx =>
      post(given(tx), { key: 'large', reason: 'test', lines: { custody: -large, 'campaign:l:free': large } }),
    )
    expect(await balanceOf(database.db, 'campaign:l:free')).toBe(large)
  })

  it('knows a deadlock from other failures', () => {
    expect(isRetryable(Object.assign(new Error('x'), { code: '40P01' }))).toBe(true)
    expect(isRetryable(new Error('outer', { cause: Object.assign(new Error('x'), { code: '40001' }) }))).toBe(true)
    expect(isRetryable(Object.assign(new Error('x'), { code: '23505' }))).toBe(false)
  })
})
