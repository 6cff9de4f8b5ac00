import type { Context } from '../context.ts'
import { allAnswers, allRewards, sumOfBalances } from './outcomeStore.ts'

export type Outcome = {
  answers: Awaited<ReturnType<typeof allAnswers>>
  rewards: Awaited<ReturnType<typeof allRewards>>
  /** Of all balances, in base units: 0, or a posting was torn. */
  ledgerSum: bigint
}

/** What became of everything: for simulations and drills, whose databases are small. No page shows it. */
export async function readOutcome(ctx: Context): Promise<Outcome> {
  const answers = await allAnswers(ctx.db)
  const rewards = await allRewards(ctx.db)
  return { answers, rewards, ledgerSum: await sumOfBalances(ctx.db) }
}
