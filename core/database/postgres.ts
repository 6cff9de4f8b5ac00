// Postgres by URL: a small pool for single statements, and connections of their own for transactions.
//
// A turn sends several statements before it waits for the first answer. postgres.js pipelines what it is given on one connection, but its
// own `begin` waits for BEGIN and for COMMIT by themselves, and drizzle's session asks for unnamed statements, which postgres.js describes
// in a trip of their own before it sends them. So BEGIN and COMMIT are sent here like everything else, and statements have names.
import { PgDatabase, PgDialect } from 'drizzle-orm/pg-core'
import { drizzle, PostgresJsSession } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { Fault } from '../refusals.ts'
import { addressOf } from './address.ts'
import type { Database, OpenDatabase } from './database.ts'
import { type Ask, askOutside, firstFailure, type Gate, guard, runInside, settle } from './running.ts'
import { type Answer, type Asked, type Options, transactionPool } from './transactionPool.ts'

/** Connections for what needs no transaction: events being written down, pages being read. */
const SINGLES = 4
/**
 * A named statement keeps the plan of its first runs. A table that nobody has analysed yet is small to the planner, so it would be read whole,
 * and more of it at every turn, until the next autovacuum: in a fresh database a turn came to cost twice as much within seconds.
 */
const BY_INDEX = { enable_seqscan: 'off' } as Record<string, string>
/**
 * A commit gives its locks back before it reaches the disk, and what is asked behind it waits for the disk: WAL is written in order, so once this
 * record is there, every commit before it is (early lock release; Johnson et al., "Aether: A Scalable Approach to Logging", VLDB 2010, section 3).
 * Who waited for a lock may see what a power cut still takes away, but says so to nobody before their own record, which lies behind, is safe.
 * As a transaction of its own it waits for what the server was told to wait for, standbys too.
 */
const IS_SAFE = "select pg_logical_emit_message(true, 'perle', '')"
const LEAVE_EARLY = 'set local synchronous_commit to off'
/** A statement with more parameters is a bulk insert: each number of rows would be a statement to keep for ever. */
const NAMED_UP_TO = 120

export async function openPostgres(databaseUrl: string, pool: number): Promise<OpenDatabase> {
  const { url, place } = addressOf(databaseUrl)
  // Transaction poolers lose named statements.
  const hasNames = !/pooler|pgbouncer=true/.test(url)
  const options: Options = {
    ...place,
    onnotice: () => {},
    connection: { application_name: 'perle', lock_timeout: 3000, TimeZone: 'UTC' },
    prepare: hasNames,
    connect_timeout: 10,
  }
  const client = postgres(url, { ...options, max: SINGLES })
  try {
    await client`select 1`
  } catch (cause) {
    await client.end({ timeout: 1 })
    throw unreachable(cause)
  }
  const leavesEarly = await client.unsafe(IS_SAFE).then(
    () => true,
    () => false,
  )
  const db = drizzle(named(client, hasNames), { casing: 'snake_case' }) as unknown as Database
  const dialect = new PgDialect({ casing: 'snake_case' })
  const connections = transactionPool(url, { ...options, connection: { ...options.connection, ...BY_INDEX } }, pool)
  const single = named(client, hasNames) as unknown as Asked
  askOutside(db, (text, values) => single.unsafe(text, [...values]).values() as unknown as PromiseLike<unknown[][]>)
  return {
    kind: 'postgres',
    get db() {
      return guard(db)
    },
    transaction: async (turn, first) => {
      guard(db)
      const connection = await connections.take()
      const gate: Gate = { before() {} }
      const asked = named(connection.asked, hasNames, gate)
      const session = new PostgresJsSession(asked as never, dialect, undefined, {})
      const tx = new PgDatabase(dialect, session as never, undefined) as unknown as Database
      try {
        return await Promise.race([inTransaction({ asked, gate, first, leavesEarly }, tx, turn), connection.lost])
      } catch (error) {
        throw firstFailure(tx, error)
      } finally {
        connections.give(connection)
      }
    },
    script: async text => {
      await client.unsafe(text)
    },
    dump: () => Promise.reject(new Error('bug: only PGlite is dumped')),
    close: async () => {
      await Promise.all([client.end({ timeout: 5 }), connections.close()])
    },
  }
}

/** What COMMIT was answered with; of two statements in one message a list of two. */
type Ended = { command?: string; 0?: { command?: string } }

async function inTransaction<T>(
  { asked, gate, first, leavesEarly }: { asked: Asked; gate: Gate; first: string | undefined; leavesEarly: boolean },
  tx: Database,
  turn: (tx: Database) => Promise<T>,
): Promise<T> {
  const begun = asked.unsafe(
    ['begin', ...(leavesEarly ? [LEAVE_EARLY] : []), ...(first === undefined ? [] : [first])].join('; '),
  )
  begun.catch(() => {})
  try {
    const ask = (text: string, values: readonly unknown[]) => asked.unsafe(text, [...values]).values()
    const value = await runInside(tx, { ask: ask as unknown as Ask, gate }, turn)
    // Behind what was sent, without waiting for it: if any of that failed, the server answers COMMIT by rolling back, and says so.
    const ended = asked.unsafe(leavesEarly ? `commit; ${IS_SAFE}` : 'commit') as Promise<unknown> as Promise<Ended>
    ended.catch(() => {})
    await begun
    await settle(tx)
    const answer = await ended
    if ((leavesEarly ? answer[0] : answer)?.command !== 'COMMIT')
      throw new Error('bug: a transaction in which nothing failed did not commit')
    return value
  } catch (error) {
    gate.before = () => {}
    await asked.unsafe('rollback').catch(() => {})
    throw error
  }
}

/** The same connection, asked by name for everything that comes again. */
function named<T extends object>(asked: T, hasNames: boolean, gate?: Gate): T {
  const { unsafe } = asked as unknown as {
    unsafe(text: string, values: unknown[], options: object): Answer & { execute(): Answer }
  }
  const byName = (text: string, values: unknown[] = []) => {
    gate?.before(text)
    const prepare = hasNames && values.length > 0 && values.length <= NAMED_UP_TO
    const query = unsafe(text, values, { prepare })
    // Begins now, not when somebody waits: statements go out in the order in which they were asked.
    return query.execute()
  }
  return new Proxy(asked, { get: (target, key) => (key === 'unsafe' ? byName : Reflect.get(target, key)) })
}

function unreachable(cause: unknown): Fault {
  return new Fault('The database of DATABASE_URL does not answer. Check that it runs and that the address is right.', {
    retry: 'later',
    cause,
  })
}
