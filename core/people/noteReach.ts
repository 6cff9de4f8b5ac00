import type { Context } from '../context.ts'
import { setReachable } from './store.ts'

/** The platform says whether messages get through to an account. Whoever cannot be reached keeps work, pay and place; they are only not written to. */
export async function noteReach(
  ctx: Pick<Context, 'db' | 'now'>,
  input: { platform: 'telegram' | 'discord'; platformId: string; isReachable: boolean },
): Promise<void> {
  await setReachable(ctx.db, input, input.isReachable ? null : ctx.now())
}
