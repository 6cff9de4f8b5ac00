// The bridge between ledger and chain: three equations, to the unit. Pure.
import type { Amount } from '../amount.ts'
import type { CampaignId, Hash } from '../ids.ts'
import { COMMONS, campaignAccount, TREASURY, WITHHELD } from '../money/ledger.ts'
import type { ChainState } from '../outbox/chain.ts'

/** What the contract says at one block. `campaigns`: balances of the slots that were asked for. */
export type BridgeState = Pick<ChainState, 'block' | 'published' | 'claimed' | 'held'> & {
  campaigns?: ReadonlyMap<Hash, Amount> | undefined
}

export type Equation = { name: string; ledger: bigint; chain: bigint; isEqual: boolean }

const PURSES = ['free', 'leased', 'pending', 'earned', 'review', 'goldBond'] as const

/** `balances`: every account as it stood when the chain was at that block. */
export function equationsOf(
  balances: ReadonlyMap<string, bigint>,
  campaigns: readonly { id: CampaignId; chainId: Hash }[],
  state: BridgeState,
): Equation[] {
  const under = (prefix: string) =>
    [...balances].reduce((sum, [account, amount]) => (account.startsWith(prefix) ? sum + amount : sum), 0n)
  const of = (account: string) => balances.get(account) ?? 0n
  const slots = campaigns.flatMap(({ id, chainId }) => {
    const slot = state.campaigns?.get(chainId)
    if (slot === undefined) return []
    const ledger = PURSES.reduce((sum, purse) => sum + of(campaignAccount(id, purse)), 0n)
    return [equation(`balance of ${chainId}`, ledger, slot)]
  })
  return [
    ...slots,
    equation('held', under('person:') + of(COMMONS) + of(TREASURY), state.held),
    equation('published - claimed', under('leaf:') + of(WITHHELD), state.published - state.claimed),
  ]
}

function equation(name: string, ledger: bigint, chain: bigint): Equation {
  return { name, ledger, chain, isEqual: ledger === chain }
}
