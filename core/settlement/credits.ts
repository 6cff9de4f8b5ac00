// Whose balance is published to which address. Pure.
import type { Address, ContributorId } from '../ids.ts'

export type WalletRow = { contributorId: ContributorId; address: Address; confirmedAt: Date; countsFrom: Date }

/**
 * The wallet that counts at a cut-off: the newest that was confirmed early enough, so a wallet changed shortly before does not divert the
 * pay of that day. With `isFlush` any confirmed one. `wallets`: one person's, oldest first.
 */
export function walletAt(wallets: readonly WalletRow[], cutOffAt: Date, isFlush: boolean): Address | undefined {
  return wallets.findLast(wallet => wallet.confirmedAt <= cutOffAt && (isFlush || wallet.countsFrom <= cutOffAt))
    ?.address
}

export type Credit = { contributorId: ContributorId; address: Address; amount: bigint }

/** Balances rounded down to whole steps; what is left of each is carried. Nobody is paid to the treasury's address. */
export function creditsOf(
  balances: readonly { contributorId: ContributorId; accrued: bigint }[],
  wallets: ReadonlyMap<ContributorId, readonly WalletRow[]>,
  terms: { cutOffAt: Date; isFlush: boolean; quantum: bigint; treasury: Address },
): Credit[] {
  return balances.flatMap(({ contributorId, accrued }) => {
    const amount = accrued - (accrued % terms.quantum)
    const address = walletAt(wallets.get(contributorId) ?? [], terms.cutOffAt, terms.isFlush)
    if (amount === 0n || address === undefined || address === terms.treasury) return []
    return [{ contributorId, address, amount }]
  })
}

/** Sums by address, as the manifest takes them. */
export function byAddress(credits: readonly Credit[]): { address: Address; amount: bigint; inFull: boolean }[] {
  const sums = new Map<Address, bigint>()
  for (const { address, amount } of credits) sums.set(address, (sums.get(address) ?? 0n) + amount)
  return [...sums].map(([address, amount]) => ({ address, amount, inFull: false }))
}
