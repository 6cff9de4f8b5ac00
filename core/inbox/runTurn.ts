// One transaction around a piece of work, opened by a door or a sweep, never by a use-case.
//
// Locks are taken in one order, or two turns wait for each other: inbox row, account and conversation, contributor, settlement (an advisory
// lock), campaigns, leases, items, round, answers, then money: a campaign's purses behind its free one, leaves, people, treasury. Several of
// one sort by id, before the first is changed. Where that cannot be, a row that somebody has is passed over (skip locked), not waited for.
// Rows are locked `for no key update`: a plain `for update` also stops everybody who only points at the row with a foreign key.
import type { Batch, Context } from '../context.ts'
import { isOverdrawn, isRetryable, type OpenDatabase } from '../database/database.ts'
import { firstFailure, hasWritten, outsideTransaction, placeMark, settle, unfold } from '../database/running.ts'

/** A context without its transaction: what the composition makes once. */
export type BaseContext = Omit<Context, 'db' | 'afterCommit' | 'collect'>

type Effect = () => void | Promise<void>
/** What a turn does at its end and after it, and a way back to what it wanted to do before. */
type Turn = { ctx: Context; after: Effect[]; batches: Map<Batch<never>, unknown[]> }

const turns = new WeakMap<Context['db'], Turn>()

/** How often a turn is run again when the database reports a deadlock, a serialisation failure, a lock timeout or an overdrawn purse. */
const TRIES = 3

/** Runs `work` in a transaction, behind what `first` locks; what it registered with `afterCommit` runs once the commit stands, in order. */
export async function runTurn<T>(
  database: OpenDatabase,
  base: BaseContext,
  work: (ctx: Context) => Promise<T>,
  first?: string,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    let after: Effect[] = []
    try {
      const value = await database.transaction(async db => {
        const turn = begin(base, db)
        const value = await work(turn.ctx)
        for (const [batch, things] of turn.batches) if (things.length > 0) batch(turn.ctx, things as never[])
        after = turn.after
        return value
      }, first)
      for (const effect of after) await outsideTransaction(effect)
      return value
    } catch (error) {
      if (attempt >= TRIES || !(isRetryable(error) || isOverdrawn(error))) throw error
    }
  }
}

function begin(base: BaseContext, db: Context['db']): Turn {
  const after: Effect[] = []
  const batches: Turn['batches'] = new Map()
  const ctx: Context = Object.assign(Object.create(base) as BaseContext, {
    db,
    afterCommit: (effect: Effect) => void after.push(effect),
    collect: <T>(batch: Batch<T>, thing: T) => {
      const known = batches.get(batch as Batch<never>)
      if (known === undefined) batches.set(batch as Batch<never>, [thing])
      else known.push(thing)
    },
  })
  const turn = { ctx, after, batches }
  turns.set(db, turn)
  return turn
}

/** Takes back what a turn wanted to write and to do. False where something is written already: then only a rollback undoes it. */
export function forgetPlans(ctx: Context): boolean {
  const turn = turnOf(ctx)
  if (hasWritten(ctx.db)) return false
  turn.after.length = 0
  turn.batches.clear()
  unfold(ctx.db)
  return true
}

function turnOf(ctx: Context): Turn {
  const turn = turns.get(ctx.db)
  if (turn === undefined) throw new Error('bug: this is not the context of a running turn')
  return turn
}

/** Does `work`; when it throws, what it wrote is undone, what it wanted done at the end or after it is forgotten, and the turn goes on. */
export async function underMark<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  const turn = turnOf(ctx)
  const mark = placeMark(ctx.db)
  const [effects, sizes] = [turn.after.length, new Map([...turn.batches].map(([of, things]) => [of, things.length]))]
  try {
    const value = await work(ctx)
    await settle(ctx.db)
    return value
  } catch (error) {
    const first = firstFailure(ctx.db, error)
    await mark.back()
    turn.after.length = effects
    for (const [batch, things] of turn.batches) things.length = sizes.get(batch) ?? 0
    throw first
  }
}
