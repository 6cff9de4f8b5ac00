import type { Context } from '../context.ts'
import { balancesUnder } from './store.ts'

/** The sum of all balances: 0, always. */
export async function balanceSummary(ctx: Context): Promise<bigint> {
  return [...(await balancesUnder(ctx.db, '')).values()].reduce((sum, balance) => sum + balance, 0n)
}
