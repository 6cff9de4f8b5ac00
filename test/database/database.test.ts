import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRetryable, type OpenDatabase, rowsOf } from '../../core/database/database.ts'
import { MIGRATIONS, migrate } from '../../core/database/migrate.ts'
import { outsideTransaction, placeMark, send } from '../../core/database/running.ts'
import { balanceOf, post } from '../../core/money/store.ts'
import { databases, openTestDatabase, POSTGRES } from '../support/database.ts'

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

  it('undoes what was written since a mark and keeps what stood before, also after something failed', async () => {
    await database.transaction(async tx => {
      await post(given(tx), { key: 'kept', reason: 'test', lines: { custody: -5n, 'campaign:s:free': 5n } })
      const mark = placeMark(tx)
      await post(given(tx), { key: 'undone', reason: 'test', lines: { custody: -7n, 'campaign:s:free': 7n } })
      send(tx, tx.execute(sql`select 1 / 0`))
      await mark.back()
      expect(await balanceOf(tx, 'campaign:s:free')).toBe(5n)
    })
    expect(await balanceOf(database.db, 'campaign:s:free')).toBe(5n)
  })

  it('does not commit when something failed that nobody waited for, and says what it was', async () => {
    const failed = database.transaction(async tx => {
      await post(given(tx), { key: 'lost', reason: 'test', lines: { custody: -9n, 'campaign:f:free': 9n } })
      send(tx, tx.execute(sql`insert into leases (name, holder) values ('torn', 'nobody')`))
      return 'done'
    })
    await expect(failed).rejects.toMatchObject({ cause: { code: '23502' } })
    expect(await balanceOf(database.db, 'campaign:f:free')).toBe(0n)
    expect(await database.transaction(async tx => rowsOf(tx, sql`select 1 as one`))).toEqual([{ one: 1 }])
  })

  it('sees what was sent before, in the order in which it was sent', async () => {
    await database.transaction(async tx => {
      for (let n = 0; n < 50; n++)
        send(tx, tx.execute(sql`insert into status_days (day, word) values (${`day ${n}`}, 'slow')`))
      send(tx, tx.execute(sql`delete from status_days where day < 'day 5'`))
      expect(await rowsOf<{ n: string }>(tx, sql`select count(*)::text as n from status_days`)).toEqual([{ n: '5' }])
      send(tx, tx.execute(sql`delete from status_days`))
    })
    expect(await rowsOf(database.db, sql`select 1 from status_days`)).toEqual([])
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
    const changed = database.transaction(async tx => {
      await post(given(tx), { key: 'even', reason: 'test', lines: { custody: -2n, 'campaign:u:free': 2n } })
      await tx.execute(sql`update posting_lines set amount = 3 where account = 'campaign:u:free'`)
    })
    await expect(changed).rejects.toMatchObject({ cause: { message: expect.stringContaining('was to be changed') } })
    const [head] = await rowsOf<{ id: string }>(database.db, sql`select id from postings limit 1`)
    const uneven = sql`insert into posting_lines (posting_id, account, amount) values (${head?.id}, 'u', 1), (${head?.id}, 'v', 1)`
    await expect(database.transaction(async tx => tx.execute(uneven))).rejects.toMatchObject({
      cause: { message: expect.stringContaining('is off by 2') },
    })
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

describe.skipIf(POSTGRES === undefined)('a connection to Postgres that is lost in the middle of a transaction', () => {
  let database: OpenDatabase
  beforeAll(async () => {
    database = await openTestDatabase('postgres')
  })
  afterAll(() => database.close())
  const words = () => rowsOf<{ day: string }>(database.db, sql`select day from status_days order by day`)
  const write = (day: string) => sql`insert into status_days (day, word) values (${day}, 'slow')`

  it('takes everything with it: nothing that came after stands by itself', async () => {
    const failed = database.transaction(async tx => {
      send(tx, tx.execute(write('before')))
      const [{ pid }] = (await rowsOf<{ pid: number }>(tx, sql`select pg_backend_pid() as pid`)) as [{ pid: number }]
      await outsideTransaction(() => rowsOf(database.db, sql`select pg_terminate_backend(${pid})`))
      await new Promise(done => setTimeout(done, 100))
      send(tx, tx.execute(write('after')))
      await tx.execute(write('later'))
    })
    await expect(failed).rejects.toThrow('connection to the database was lost')
    expect(await words()).toEqual([])
  })

  it('leaves its place to others, also to those who wait, more of them than there are connections', async () => {
    const turns = Array.from({ length: 60 }, (_, n) =>
      database.transaction(async tx => {
        if (n % 10 === 3) {
          await rowsOf(tx, sql`select pg_terminate_backend(pg_backend_pid())`)
        }
        await tx.execute(write(`day ${n}`))
      }),
    )
    const ended = await Promise.allSettled(turns)
    expect(ended.filter(one => one.status === 'rejected')).toHaveLength(6)
    expect(await words()).toHaveLength(54)
  })
})
