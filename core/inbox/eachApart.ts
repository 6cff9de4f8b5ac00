// A batch in which one thing that always fails does not stop the others.
import type { Context } from '../context.ts'
import { isRetryable } from '../database/database.ts'
import { firstFailure, settle } from '../database/running.ts'
import { markTurn } from './runTurn.ts'

/**
 * Does `work` for each thing and adds up what it answers. Together first, which costs one savepoint; if that throws, one by one, each
 * under its own: what throws then is told loudly, undone, and left for a person to look at, while everything else goes on.
 */
export async function eachApart<T>(
  ctx: Context,
  things: readonly T[],
  nameOf: (thing: T) => string,
  work: (inner: Context, thing: T) => Promise<number>,
): Promise<number> {
  if (things.length === 0) return 0
  const all = async (inner: Context, some: readonly T[]) => {
    let done = 0
    for (const thing of some) done += await work(inner, thing)
    return done
  }
  try {
    return await under(ctx, inner => all(inner, things))
  } catch (error) {
    if (isRetryable(error)) throw error
  }
  let done = 0
  for (const thing of things) {
    try {
      done += await under(ctx, inner => all(inner, [thing]))
    } catch (error) {
      if (isRetryable(error)) throw error
      ctx.log.error({ of: nameOf(thing) }, error instanceof Error ? error.message : String(error))
    }
  }
  return done
}

async function under<T>(ctx: Context, work: (inner: Context) => Promise<T>): Promise<T> {
  const mark = markTurn(ctx)
  try {
    const value = await work(ctx)
    await settle(ctx.db)
    return value
  } catch (error) {
    const first = firstFailure(ctx.db, error)
    await mark.back()
    throw first
  }
}
