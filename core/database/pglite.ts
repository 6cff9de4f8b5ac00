// The embedded database: one connection in this process, in a folder or in memory.
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite, types } from '@electric-sql/pglite'
import { PgDatabase, PgDialect } from 'drizzle-orm/pg-core'
import { drizzle, PgliteSession } from 'drizzle-orm/pglite'
import { Fault } from '../refusals.ts'
import type { Database, OpenDatabase } from './database.ts'
import { type Ask, askOutside, firstFailure, type Gate, guard, runInside, settle } from './running.ts'

/** Times as text, as on Postgres: the columns do the reading. */
const AS_TEXT = Object.fromEntries(
  [types.TIMESTAMP, types.TIMESTAMPTZ, types.DATE].map(type => [type, (value: string) => value]),
)

export async function openPglite(url: string, from?: Blob): Promise<OpenDatabase> {
  const client = url === 'memory:' ? await inMemory(from) : await inFolder(url.replace(/^file:/, ''))
  const db = drizzle(client, { casing: 'snake_case' }) as unknown as Database
  const outside: Ask = async (text, values) =>
    (await client.query<unknown[]>(text, [...values], { rowMode: 'array', parsers: AS_TEXT })).rows
  askOutside(db, outside)
  const dialect = new PgDialect({ casing: 'snake_case' })
  return {
    kind: 'pglite',
    get db() {
      return guard(db)
    },
    transaction: async (turn, first) => {
      guard(db)
      return client.transaction(async connection => {
        const gate: Gate = { before() {} }
        const asked = {
          query: (...given: Parameters<typeof connection.query>) => {
            gate.before(given[0])
            return connection.query(...given)
          },
        }
        const tx = new PgDatabase(
          dialect,
          new PgliteSession(asked as never, dialect, undefined, {}) as never,
          undefined,
        ) as unknown as Database
        const ask: Ask = async (text, values) => {
          gate.before(text)
          return (await connection.query<unknown[]>(text, [...values], { rowMode: 'array', parsers: AS_TEXT })).rows
        }
        try {
          if (first !== undefined) await connection.query(first)
          const value = await runInside(tx, { ask, gate }, turn)
          await settle(tx)
          return value
        } catch (error) {
          throw firstFailure(tx, error)
        }
      })
    },
    script: async text => {
      await client.exec(text)
    },
    dump: () => client.dumpDataDir('none'),
    close: async () => {
      if (!client.closed) await client.close()
    },
  }
}

function inMemory(from: Blob | undefined): Promise<PGlite> {
  return PGlite.create(from === undefined ? {} : { loadDataDir: from })
}

/**
 * A first initialisation that is killed leaves a folder that cannot be opened, so it happens beside and is renamed.
 * A folder that does not open is moved aside, never deleted.
 */
async function inFolder(folder: string): Promise<PGlite> {
  if (!(await exists(join(folder, 'PG_VERSION')))) {
    const fresh = `${folder}.new`
    await rm(fresh, { recursive: true, force: true })
    await mkdir(fresh, { recursive: true })
    const first = await PGlite.create(fresh)
    await first.close()
    await rm(folder, { recursive: true, force: true })
    await rename(fresh, folder)
  }
  try {
    return await PGlite.create(folder)
  } catch (cause) {
    throw new Fault(
      `The database in ${folder} does not open. Nothing was changed; move the folder aside to start anew.`,
      {
        retry: 'never',
        cause,
      },
    )
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
