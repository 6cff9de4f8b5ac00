import { type Amount, amount } from '../amount.ts'
import type { Context } from '../context.ts'
import type { Address, ContributorId } from '../ids.ts'
import { paydayDueAt } from '../inbox/store.ts'
import { personAccount } from '../money/ledger.ts'
import { balanceOf } from '../money/store.ts'
import { findContributor, liveWallet } from '../people/store.ts'
import { assert } from '../refusals.ts'
import { type Reputation, readReputations } from '../skills/readReputations.ts'
import { startOfDay } from '../work/submitAnswer.ts'
import { answersSince, countsOf, earnedSince, leafSums, pendingPrices } from './resultStore.ts'
import { after } from './round.ts'

const WEEK_SECONDS = 7 * 86_400

export type Me = {
  alias: string
  /** Answers sent since midnight UTC, and in the last seven days. */
  today: number
  week: number
  accepted: number
  pending: number
  rejected: number
  /** Prices of what is being checked. */
  pendingSum: Amount
  /** Everything settled so far, votes, stipends and repairs included. */
  earned: Amount
  /** What reached a wallet. */
  paid: Amount
  /** Earned and with us: no wallet yet, or less than the smallest sum that is paid out. */
  waiting: Amount
  /** In a payday's list for the wallet, and not there yet. */
  onTheWay: Amount
  nextPaydayAt: Date
  skills: Reputation[]
  wallet: Address | null
}

/** Everything a person's own page says about them. */
export async function readMe(ctx: Context, input: { contributorId: ContributorId }): Promise<Me> {
  const { contributorId } = input
  const person = await findContributor(ctx.db, contributorId)
  assert(person !== undefined, 'a page for nobody')
  const now = ctx.now()
  const leaves = await leafSums(ctx.db, contributorId)
  const wallet = await liveWallet(ctx.db, contributorId)
  return {
    alias: person.alias,
    today: await answersSince(ctx.db, contributorId, startOfDay(now)),
    week: await answersSince(ctx.db, contributorId, after(now, -WEEK_SECONDS)),
    ...(await countsOf(ctx.db, contributorId)),
    pendingSum: await pendingPrices(ctx.db, contributorId),
    earned: await earnedSince(ctx.db, contributorId, undefined),
    paid: leaves.paid,
    waiting: amount(await balanceOf(ctx.db, personAccount(contributorId, 'accrued'))),
    onTheWay: leaves.inLeaves,
    nextPaydayAt: await nextPaydayAt(ctx),
    skills: await readReputations(ctx, { contributorId }),
    wallet: wallet?.address ?? null,
  }
}

/** When the epoch is due to close; before anybody has asked for the first time, one term from now. */
async function nextPaydayAt(ctx: Context): Promise<Date> {
  return (await paydayDueAt(ctx.db)) ?? after(ctx.now(), ctx.settings.parameters.epochSeconds)
}
