import { and, eq, gt, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { leases } from './tables.ts'

type Clock = Pick<Context, 'db' | 'now'>

/**
 * Takes or renews a lease: true when `holder` has it from now on for `seconds`. Somebody else's lease is left alone until it lapses.
 * A row, not an advisory lock: poolers and PGlite share one connection between holders. A lease that runs much longer than anybody is given
 * one was taken before the clock was set back; waiting for its end could take hours.
 */
export async function takeLease(
  ctx: Clock,
  lease: { name: string; holder: string; seconds: number },
): Promise<boolean> {
  const now = ctx.now()
  const until = new Date(now.getTime() + lease.seconds * 1000)
  const absurd = new Date(now.getTime() + 2 * lease.seconds * 1000)
  const taken = await ctx.db
    .insert(leases)
    .values({ name: lease.name, holder: lease.holder, until })
    .onConflictDoUpdate({
      target: leases.name,
      set: { holder: lease.holder, until },
      setWhere: sql`${leases.holder} = ${lease.holder} or ${leases.until} <= ${now.toISOString()}::timestamptz
        or ${leases.until} > ${absurd.toISOString()}::timestamptz`,
    })
    .returning({ name: leases.name })
  return taken.length === 1
}

/** Gives the lease back early, so that the next holder need not wait for it to lapse. */
export async function dropLease(ctx: Clock, lease: { name: string; holder: string }): Promise<void> {
  await ctx.db.delete(leases).where(and(eq(leases.name, lease.name), eq(leases.holder, lease.holder)))
}

/** Whether this holder still has it; asked in the very transaction that must not be done by two. */
export async function holdsLease(ctx: Clock, lease: { name: string; holder: string }): Promise<boolean> {
  const rows = await ctx.db
    .select({ name: leases.name })
    .from(leases)
    .where(and(eq(leases.name, lease.name), eq(leases.holder, lease.holder), gt(leases.until, ctx.now())))
    .for('no key update')
  return rows.length === 1
}
