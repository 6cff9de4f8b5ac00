import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import type { ChainEvent } from '../outbox/chain.ts'
import type { NoticeCode } from '../outbox/notice.ts'
import { newestActive } from './epochStore.ts'
import { newestNotice, ownersOf, paidAnswers } from './payeeStore.ts'

type Notice = { contributorId: ContributorId; code: NoticeCode; values: Record<string, string | number> }

/** What the owner of a claimed leaf is told; undefined for the treasury and for people who left. */
export async function claimNotice(
  ctx: Context,
  event: Extract<ChainEvent, { kind: 'claimed' }>,
): Promise<Notice | undefined> {
  const contributorId = (await ownersOf(ctx.db, [event.account])).get(event.account)
  if (contributorId === undefined) return undefined
  const epoch = (await newestActive(ctx.db))?.epoch ?? 0
  const earlier = await newestNotice(ctx.db, contributorId, 'pay.arrived')
  const after = earlier === undefined ? 0 : Number((JSON.parse(earlier) as { epoch?: number }).epoch ?? 0)
  const answers = await paidAnswers(ctx.db, contributorId, after, epoch)
  const values = { sum: event.amount.toString(), answers, epoch, isFirst: earlier === undefined ? 1 : 0, tx: event.tx }
  return { contributorId, code: 'pay.arrived', values }
}
