import type { Context } from '../context.ts'
import { listSweeps, recordSweep } from '../inbox/store.ts'

const NAME = 'epoch'

/** When the next epoch is due to close; asked for the first time, one term from now. */
export async function nextPayday(ctx: Context): Promise<Date> {
  const known = (await listSweeps(ctx.db)).find(sweep => sweep.name === NAME)?.dueAt
  return known ?? postponePayday(ctx)
}

/** One term from now. */
export async function postponePayday(ctx: Context): Promise<Date> {
  const at = ctx.now()
  const dueAt = new Date(at.getTime() + ctx.settings.parameters.epochSeconds * 1000)
  await recordSweep(ctx.db, { name: NAME, at, dueAt })
  return dueAt
}
