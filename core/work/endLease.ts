import { moveTaken } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import { reserveLines, reversed } from '../money/ledger.ts'
import { post } from '../money/store.ts'
import { type AssignmentRow, updateAssignment } from './store.ts'

/** Gives a lease back unanswered: the slot is free again and what was set aside returns to the campaign. */
export async function endLease(
  ctx: Context,
  lease: AssignmentRow,
  end: { state: 'skipped' | 'expired'; reason?: string },
): Promise<void> {
  await moveTaken(ctx.db, lease.itemId, -1)
  await updateAssignment(ctx.db, lease.id, { state: end.state, skipReason: end.reason ?? null, endedAt: ctx.now() })
  const reserve = { pay: lease.payReserve, fee: lease.feeReserve, review: lease.reviewReserve }
  await post(ctx, {
    key: `return:${lease.id}`,
    reason: end.state === 'expired' ? 'expire' : 'skip',
    lines: reversed(reserveLines(lease.campaignId, reserve)),
  })
}
