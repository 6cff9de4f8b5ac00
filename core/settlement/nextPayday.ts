import type { Context } from '../context.ts'
import { PAYDAY_SWEEP, paydayDueAt, recordSweep } from '../inbox/store.ts'

/** When the next epoch is due to close; asked for the first time, one term from now. */
export async function nextPayday(ctx: Context): Promise<Date> {
  return (await paydayDueAt(ctx.db)) ?? postponePayday(ctx)
}

/** One term from now. */
export async function postponePayday(ctx: Context): Promise<Date> {
  const at = ctx.now()
  const dueAt = new Date(at.getTime() + ctx.settings.parameters.epochSeconds * 1000)
  await recordSweep(ctx.db, { name: PAYDAY_SWEEP, at, dueAt })
  return dueAt
}
