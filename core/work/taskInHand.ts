import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import type { Account } from '../inbox/store.ts'
import { openFor } from '../people/seal.ts'
import { type Task, taskFrom } from './task.ts'
import { type Held, heldLease, heldOfAccount } from './turnStore.ts'

/** The task this person holds, with its draft; undefined when there is none, or its time is over. */
export async function taskInHand(ctx: Context, input: { contributorId: ContributorId }): Promise<Task | undefined> {
  const held = await heldLease(ctx.db, input.contributorId)
  if (held === undefined || held.lease.expiresAt <= ctx.now()) return undefined
  return taskOf(ctx, held)
}

/** Reads the task in hand of whoever has this account, while the door still asks who that is. */
export async function lookAhead(ctx: Context, account: Account): Promise<void> {
  await heldOfAccount(ctx.db, account)
}

/** A lease with everything that is shown of it. */
export async function taskOf(ctx: Context, { lease, campaign, item }: Held): Promise<Task> {
  return taskFrom(lease, campaign, item, await openFor(ctx, lease.contributorId, lease.draft))
}
