import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { TREASURY } from '../money/ledger.ts'
import { balanceOf, balancesUnder, post } from '../money/store.ts'
import { publishLines, publishTreasuryLines } from './closeLines.ts'
import { type Credit, creditsOf } from './credits.ts'
import { walletsOf } from './payeeStore.ts'
import type { Close } from './postClose.ts'
import type { Clock } from './readiness.ts'

/** Lines of one posting; a payday of a hundred thousand people is many postings. */
const PEOPLE_AT_ONCE = 1000

export type Published = {
  credits: Credit[]
  /** Everybody with a wallet that counts, and something published. */
  people: Set<ContributorId>
}

/** What a cut-off may move from people's balances into the tree: also of those who earned earlier and linked a wallet since. */
export async function duePublishing(ctx: Context, clock: Clock): Promise<Credit[]> {
  const balances = [...(await balancesUnder(ctx.db, 'person:'))].flatMap(([account, accrued]) => {
    const [, id, purse] = account.split(':')
    return purse === 'accrued' && accrued > 0n ? [{ contributorId: id as ContributorId, accrued }] : []
  })
  balances.sort((one, other) => (one.contributorId < other.contributorId ? -1 : 1))
  const people = balances.map(row => row.contributorId)
  const wallets = Map.groupBy(await walletsOf(ctx.db, people), wallet => wallet.contributorId)
  return creditsOf(balances, wallets, {
    cutOffAt: clock.cutOffAt,
    isFlush: clock.isFlush,
    quantum: ctx.settings.parameters.publishQuantum,
    treasury: ctx.settings.chain.treasury,
  })
}

/** Posts it, and the treasury's share in whole steps too. */
export async function publish(ctx: Context, close: Close, clock: Clock): Promise<Published> {
  const { epoch, key } = close
  const credits = await duePublishing(ctx, clock)
  for (let from = 0; from < credits.length; from += PEOPLE_AT_ONCE) {
    const lines = publishLines(credits.slice(from, from + PEOPLE_AT_ONCE))
    await post(ctx, { key: `${key}:publish:${from}`, reason: 'publish', epoch, lines })
  }
  const owned = await balanceOf(ctx.db, TREASURY)
  const whole = owned - (owned % ctx.settings.parameters.publishQuantum)
  if (whole > 0n) {
    const lines = publishTreasuryLines(ctx.settings.chain.treasury, whole)
    await post(ctx, { key: `${key}:treasury`, reason: 'publish', epoch, lines })
  }
  return { credits, people: new Set(credits.map(credit => credit.contributorId)) }
}
