// Where the file of an item is served: an address that nobody can guess, not even who has the file, and that ends after two days. It is made
// anew each time it is shown, and stays the same within a day, so that a browser keeps what it has.
import type { BaseContext } from '@perle/core'

const DAY_MS = 86_400_000
/** Days that an address works beside the one it was made on. */
const DAYS = 2

export function mediaAddresses({ vault, now }: Pick<BaseContext, 'vault' | 'now'>) {
  const keyOf = (sha256: string, until: string) => vault.keyedHash(`media:${until}:${sha256}`)
  const today = () => Math.floor(now().getTime() / DAY_MS)
  return {
    of(sha256: string): string {
      const until = (today() + DAYS).toString(36)
      return `/media/${until}/${sha256}/${keyOf(sha256, until)}`
    },
    /** Whether this address was made here, and not too long ago. */
    isGood({ until, sha256, key }: { until: string; sha256: string; key: string }): boolean {
      if (!/^[0-9a-f]{64}$/.test(sha256) || !/^[0-9a-z]{1,6}$/.test(until)) return false
      return Number.parseInt(until, 36) >= today() && key === keyOf(sha256, until)
    },
  }
}
