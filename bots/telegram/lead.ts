// One process at a time looks after what waits for everybody: rows of the outbox that nobody has in hand, and the groups. What a process has
// in hand itself it shows without asking.
import type { BaseContext, OpenDatabase } from '@perle/core'
import { dropLease, takeLease } from '@perle/core/inbox'

export type Lead = { isOurs(): Promise<boolean>; stop(): Promise<void> }

const NAME = 'telegram.lead'
const SECONDS = 15

/** Asked anew when a third of its time is over. */
export function createLead(at: {
  database: OpenDatabase
  base: BaseContext
  holder: string
  clock: () => number
}): Lead {
  const { database, base, holder, clock } = at
  const ctx = { db: database.db, now: base.now }
  let until = Number.NEGATIVE_INFINITY
  return {
    async isOurs() {
      if (clock() < until) return true
      const isOurs = await takeLease(ctx, { name: NAME, holder, seconds: SECONDS })
      until = isOurs ? clock() + (SECONDS * 1000) / 3 : Number.NEGATIVE_INFINITY
      return isOurs
    },
    async stop() {
      until = Number.NEGATIVE_INFINITY
      await dropLease(ctx, { name: NAME, holder }).catch(() => {})
    },
  }
}
