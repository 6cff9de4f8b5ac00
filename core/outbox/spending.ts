// What an account may spend on fees in a day. Pure.
import type { Signer } from './chain.ts'

/** Where one account does both, the last fifth of a day's cap is kept for settling: claims can wait a day, a payday not so well. */
const CLAIMS_PERCENT = 80n

/** Wei of the cap that is left for this signer; undefined: no cap. `spent`: by its account today, at most what is signed and not mined. */
export function leftOf(
  cap: bigint | undefined,
  spent: bigint,
  signer: Signer,
  sharing: readonly Signer[],
): bigint | undefined {
  if (cap === undefined) return undefined
  const isLast = signer === 'relayer' && sharing.includes('publisher')
  const own = isLast ? (cap * CLAIMS_PERCENT) / 100n : cap
  return own > spent ? own - spent : 0n
}

/** The UTC day of a time begins. */
export function dayBegins(now: Date): Date {
  return new Date(Math.floor(now.getTime() / 86_400_000) * 86_400_000)
}
