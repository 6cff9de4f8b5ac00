// A batch in which one thing that always fails does not stop the others.
import type { Context } from '../context.ts'
import { isRetryable } from '../database/database.ts'
import { plainMessage } from '../database/outage.ts'
import { underMark } from './runTurn.ts'

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
    return await underMark(ctx, inner => all(inner, things))
  } catch (error) {
    if (isRetryable(error)) throw error
  }
  let done = 0
  for (const thing of things) {
    try {
      done += await underMark(ctx, inner => all(inner, [thing]))
    } catch (error) {
      if (isRetryable(error)) throw error
      ctx.log.error({ of: nameOf(thing) }, plainMessage(error))
    }
  }
  return done
}
