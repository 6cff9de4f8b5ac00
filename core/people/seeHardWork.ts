import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { updateContributor } from './store.ts'

/** Whether somebody wants to be offered work that is hard to see. Nobody does until they say so, and they may unsay it at any time. */
export async function seeHardWork(
  ctx: Context,
  input: { contributorId: ContributorId; isWanted: boolean },
): Promise<void> {
  await updateContributor(ctx.db, input.contributorId, { seesHardAt: input.isWanted ? ctx.now() : null })
}
