// One transaction around a piece of work, opened by a door or a sweep, never by a use-case.
//
// Locks are taken in one order, or two turns wait for each other: inbox row, account and conversation, contributor, settlement (an advisory
// lock), campaigns, leases, items, round, answers, then money: a campaign's purses behind its free one, leaves, people, treasury. Several of
// one sort by id, before the first is changed. Where that cannot be, a row that somebody has is passed over (skip locked), not waited for.
// Rows are locked `for no key update`: a plain `for update` also stops everybody who only points at the row with a foreign key.
import type { Context } from '../context.ts'
import { isRetryable, type OpenDatabase, outsideTransaction } from '../database/openDatabase.ts'

/** A context without its transaction: what the composition makes once. */
export type BaseContext = Omit<Context, 'db' | 'afterCommit'>

/** How often a turn is run again when the database reports a deadlock, a serialisation failure or a lock timeout. */
const TRIES = 3

/** Runs `work` in a transaction; what it registered with `afterCommit` runs once the commit stands, in order. */
export async function runTurn<T>(
  database: OpenDatabase,
  base: BaseContext,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const after: (() => void | Promise<void>)[] = []
    try {
      const value = await database.transaction(db => {
        const ctx: Context = Object.assign(Object.create(base) as BaseContext, {
          db,
          afterCommit: (effect: () => void | Promise<void>) => void after.push(effect),
        })
        return work(ctx)
      })
      for (const effect of after) await outsideTransaction(effect)
      return value
    } catch (error) {
      if (attempt >= TRIES || !isRetryable(error)) throw error
    }
  }
}
