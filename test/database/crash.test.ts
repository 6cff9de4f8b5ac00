// What Postgres said was committed is there after it died, though a commit gives its locks back before the disk has it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '../../core/database/openDatabase.ts'
import { ask } from '../../core/database/running.ts'
import { type OwnPostgres, startPostgres } from '../support/ownPostgres.ts'

const CRASHES = 4
const WRITERS = 12

let server: OwnPostgres | undefined

beforeAll(async () => {
  server = await startPostgres({ isDurable: true }).catch(() => undefined)
})
afterAll(() => server?.stop())

it('is there after a crash, each once, and their sum in the row that all of them changed', async ({ skip }) => {
  if (server === undefined) return skip('no Postgres binaries here')
  const set = await openDatabase(server.url)
  await set.script('create table said (key text primary key); create table total (id int primary key, n bigint)')
  await set.script('insert into total values (1, 0)')
  await set.close()

  const acknowledged = new Set<string>()
  for (let crash = 0; crash < CRASHES; crash++) {
    const database = await openDatabase(server.socketUrl)
    let isOver = false
    const writers = Array.from({ length: WRITERS }, async (_, writer) => {
      for (let n = 0; !isOver; n++) {
        const key = `${crash}:${writer}:${n}`
        const written = database.transaction(async db => {
          await ask(db, 'update total set n = n + 1 where id = 1', [])
          await ask(db, 'insert into said values ($1)', [key])
        })
        if (await written.then(() => true).catch(() => false)) acknowledged.add(key)
      }
    })
    await new Promise(done => setTimeout(done, 150 + 90 * crash))
    const before = acknowledged.size
    isOver = true
    await server.crash()
    await Promise.all(writers)
    expect(before, `crash ${crash} came in the middle`).toBeGreaterThan(0)
    await database.close()
  }

  const database = await openDatabase(server.url)
  const kept = await ask(database.db, 'select key from said', [])
  const [[total]] = (await ask(database.db, 'select n from total', [])) as [[string]]
  await database.close()
  const keys = new Set(kept.map(([key]) => key as string))
  expect([...acknowledged].filter(key => !keys.has(key))).toEqual([])
  expect(Number(total)).toBe(keys.size)
}, 60_000)
