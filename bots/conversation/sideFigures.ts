// What stands beside a conversation where there is room for it: the task in hand, what is being checked, the next payday.
import { type Context, nextPayday, type Person, readMe, taskInHand } from '@perle/core'
import { wordsIn } from './words/index.ts'

export type SideFigures = { task: string | null; pending: string; payday: string }

/** In the person's own words; `task` is the campaign's title, null where nothing is in hand. */
export async function sideFigures(ctx: Context, person: Person): Promise<SideFigures> {
  const w = wordsIn(ctx.settings.mode, person.locale)
  const input = { contributorId: person.id }
  const task = await taskInHand(ctx, input)
  const { pending, pendingSum } = await readMe(ctx, input)
  return {
    task: task?.campaignTitle ?? null,
    pending: pending === 0 ? w.say('side.nothing') : w.say('side.pending', { count: pending, sum: w.sum(pendingSum) }),
    payday: w.weekday(await nextPayday(ctx)),
  }
}
