// What belongs to the transaction that is running: what was sent and not waited for, what was read and cannot change, and places to go back to.
import { AsyncLocalStorage } from 'node:async_hooks'
import { sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { type Fragment, foldedText } from './fragments.ts'

/** Asks a statement of a made text, its values by number; answers rows as arrays, values as the driver gives them. */
export type Ask = (text: string, values: readonly unknown[]) => PromiseLike<unknown[][]>

/** Between the transaction and its connection: every statement passes here, and what was folded before it goes first. */
export type Gate = { before(text: string): void }

type Running = {
  ask: Ask
  /** Writes that wait for one another, to be sent as one statement. */
  folded: Fragment[]
  /** Each settles when the statement is answered; none rejects: what went wrong first is kept in `failure`. */
  sent: Promise<void>[]
  failure: { error: unknown } | undefined
  memo: Map<string, unknown>
  marks: number
  hasWritten: boolean
}

/** Everything else may write, a `with` too. */
const READS = /^\s*(select|savepoint|begin)\b/i

/** The outer handles, for single statements between transactions. */
const outside = new WeakMap<Database, Ask>()

export function askOutside(db: Database, ask: Ask): void {
  outside.set(db, ask)
}

const running = new WeakMap<Database, Running>()
const inside = new AsyncLocalStorage<true>()

/** True while a transaction of ours is running on this async path. */
function isInTransaction(): boolean {
  return inside.getStore() === true
}

/** The outer handle, or a thrown bug where a transaction is running already. */
export function guard(db: Database): Database {
  if (isInTransaction()) throw new Error('bug: the outer database was used inside a transaction; use ctx.db')
  return db
}

/** Runs what must not count as part of the surrounding transaction (work after commit, timers). */
export function outsideTransaction<T>(work: () => T): T {
  return inside.exit(work)
}

/** Runs a turn on the handle of a transaction; for the two databases only. */
export async function runInside<T>(
  db: Database,
  connection: { ask: Ask; gate: Gate },
  turn: (db: Database) => Promise<T>,
): Promise<T> {
  const run: Running = {
    ask: connection.ask,
    folded: [],
    sent: [],
    failure: undefined,
    memo: new Map(),
    marks: 0,
    hasWritten: false,
  }
  running.set(db, run)
  connection.gate.before = text => {
    run.hasWritten ||= !READS.test(text)
    flush(db, run)
  }
  const value = await inside.run(true, () => turn(db))
  flush(db, run)
  return value
}

function runningOn(db: Database): Running {
  const run = running.get(db)
  if (run === undefined) throw new Error('bug: this needs the handle of a running transaction (ctx.db)')
  return run
}

/** A statement on the way of every answer, whose text is made once (rows.ts); in a transaction, or by itself on the outer handle. */
export function ask(db: Database, text: string, values: readonly unknown[]): PromiseLike<unknown[][]> {
  return (outside.get(db) ?? runningOn(db).ask)(text, values)
}

/**
 * Writes that follow one another, with nothing asked in between, become one statement: each statement is a call into the kernel on both
 * sides. They are done at one moment, in no order, so no two may touch one row or need one another.
 */
export function fold(db: Database, fragment: Fragment): void {
  runningOn(db).folded.push(fragment)
}

/** Whether the transaction wrote anything that was sent. */
export function hasWritten(db: Database): boolean {
  return runningOn(db).hasWritten
}

/** Drops the writes that were not sent yet, and what was read: it may have counted on them. */
export function unfold(db: Database): void {
  const run = runningOn(db)
  run.folded = []
  run.memo.clear()
}

function flush(db: Database, run: Running): void {
  if (run.folded.length === 0) return
  const fragments = run.folded
  run.folded = []
  const values = fragments.flatMap(fragment => fragment.values)
  send(db, run.ask(foldedText(fragments.map(fragment => fragment.text)), values))
}

/**
 * Sends a statement whose answer nobody needs and does not wait: the connection keeps the order, so whatever is asked later sees what it
 * wrote, and it costs no round trip. If it fails, what follows fails too and the transaction does not commit.
 */
export function send(db: Database, statement: PromiseLike<unknown>): void {
  const run = runningOn(db)
  const answered = statement.then(
    () => {},
    error => {
      run.failure ??= { error }
    },
  )
  run.sent.push(Promise.resolve(answered))
}

/** Waits until all that was sent is answered. Throws the first thing that went wrong. */
export async function settle(db: Database): Promise<void> {
  const run = runningOn(db)
  flush(db, run)
  await Promise.all(run.sent)
  run.sent = []
  if (run.failure !== undefined) throw run.failure.error
}

/** The error that a transaction ended with: what was sent fails first, and what was asked after it only says that it failed. */
export function firstFailure(db: Database, error: unknown): unknown {
  return running.get(db)?.failure?.error ?? error
}

/**
 * Reads once in a transaction: for rows that nobody else can change meanwhile, because they are locked or never change. Whoever changes one
 * forgets it. Outside transactions it reads each time.
 */
export function once<T>(db: Database, key: string, read: () => Promise<T>): Promise<T> {
  const memo = running.get(db)?.memo
  if (memo === undefined) return read()
  const known = memo.get(key) as Promise<T> | undefined
  if (known !== undefined) return known
  const fresh = read()
  memo.set(key, fresh)
  return fresh
}

/** What `once` would answer without reading; undefined where it would read. */
export function remembered<T>(db: Database, key: string): Promise<T> | undefined {
  return running.get(db)?.memo.get(key) as Promise<T> | undefined
}

/** What `once` is to answer from now on, known without asking; undefined: it must be read again. */
export function remember(db: Database, key: string, value?: { is: unknown }): void {
  const memo = running.get(db)?.memo
  if (value === undefined) memo?.delete(key)
  else memo?.set(key, Promise.resolve(value.is))
}

/** A place in the running transaction to go back to. */
export type Mark = {
  /** Undoes what was written since; locks stay, what was read is forgotten. */
  back(): Promise<void>
}

export function placeMark(db: Database): Mark {
  const run = runningOn(db)
  run.marks += 1
  const name = `mark_${run.marks}`
  send(db, db.execute(sql.raw(`savepoint ${name}`)))
  return {
    async back() {
      run.folded = []
      await Promise.all(run.sent)
      run.sent = []
      run.failure = undefined
      run.memo.clear()
      await db.execute(sql.raw(`rollback to savepoint ${name}`))
    },
  }
}
