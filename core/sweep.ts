// Everything that becomes due by itself, by name: one sweeper per process runs it with ctx.now. Bounded batches, idempotent.
import type { Context } from './context.ts'
import { forgetEvents } from './inbox/store.ts'
import { autoAccept } from './review/autoAccept.ts'
import { closeDueRounds } from './review/closeDueRounds.ts'
import { finalizeRejections } from './review/finalizeRejections.ts'
import { openDueRounds } from './review/openDueRounds.ts'
import { seatAppeals } from './review/seatAppeals.ts'
import { closeDueEpoch } from './settlement/closeEpoch.ts'
import { measureTimes } from './settlement/measureTimes.ts'
import { recordStatusDay } from './settlement/readStatus.ts'
import { expireAssignments } from './work/expireAssignments.ts'

export type Sweep = {
  name: string
  everySeconds: number
  /** Answers how many things it did; it is called again at once while that is not 0. */
  run(ctx: Context): Promise<number>
}

/** Longer than any platform repeats an update. */
const KEY_DAYS = 3

/** In the order in which one makes the next possible. */
export const SWEEPS: readonly Sweep[] = [
  { name: 'leases', everySeconds: 5, run: expireAssignments },
  { name: 'rounds.close', everySeconds: 5, run: ctx => closeDueRounds(ctx) },
  { name: 'appeals.seat', everySeconds: 15, run: ctx => seatAppeals(ctx) },
  { name: 'answers.accept', everySeconds: 15, run: ctx => autoAccept(ctx) },
  { name: 'answers.refuse', everySeconds: 60, run: ctx => finalizeRejections(ctx) },
  { name: 'rounds.open', everySeconds: 5, run: ctx => openDueRounds(ctx) },
  { name: 'times', everySeconds: 600, run: measureTimes },
  { name: 'payday', everySeconds: 30, run: closeDueEpoch },
  { name: 'status', everySeconds: 300, run: recordStatusDay },
  {
    name: 'inbox',
    everySeconds: 3600,
    run: async ctx => {
      await forgetEvents(ctx.db, new Date(ctx.now().getTime() - KEY_DAYS * 86_400_000))
      return 0
    },
  },
]
