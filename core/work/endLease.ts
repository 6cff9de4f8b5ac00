import { moveTaken } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import { reserveLines, reversed } from '../money/ledger.ts'
import { post } from '../money/store.ts'
import { endAssignment } from './store.ts'
import type { AssignmentRow } from './turnStore.ts'

/**
 * Gives a lease back unanswered: the slot is free again and what was set aside returns to the campaign. Nothing happens where it was ended
 * meanwhile: a person and the sweep may both find it overdue, and its slot is freed once.
 */
export async function endLease(
  ctx: Context,
  lease: AssignmentRow,
  end: { state: 'skipped' | 'expired'; reason?: string },
): Promise<void> {
  const ended = { state: end.state, skipReason: end.reason ?? null, endedAt: ctx.now() }
  if (!(await endAssignment(ctx.db, lease, ended))) return
  moveTaken(ctx.db, lease.itemId, -1)
  const reserve = { pay: lease.payReserve, fee: lease.feeReserve, review: lease.reviewReserve }
  await post(ctx, {
    key: `return:${lease.id}`,
    reason: end.state === 'expired' ? 'expire' : 'skip',
    lines: reversed(reserveLines(lease.campaignId, reserve)),
  })
}
