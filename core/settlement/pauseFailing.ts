import { updateItem } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { addNotice } from '../outbox/store.ts'
import { chooseShown, isMissed, isPauseDue, LEAST_CHECKS, pausedUntil } from '../skills/pause.ts'
import { findQualification, pauseQualification } from '../skills/store.ts'
import { type CheckRow, checkRowsOf, openChecks } from './checkStore.ts'

/**
 * Pauses people in skills in which check questions leave them no reliability, and tells them. Only answers sent since the test was last
 * passed count: whoever comes back begins anew, and the same answers never pause twice. Only settled answers count too: what the breaker holds,
 * because check questions may be what is wrong, pauses nobody meanwhile. Answers how many were paused. After the rows of the epoch are stored.
 */
export async function pauseFailing(
  ctx: Context,
  input: { failing: readonly { contributorId: ContributorId; skill: string }[] },
): Promise<number> {
  const now = ctx.now()
  let paused = 0
  for (const { contributorId, skill } of input.failing) {
    const test = await findQualification(ctx.db, contributorId, skill)
    if (test?.state !== 'passed') continue
    const sentFrom = test.decidedAt ?? test.startedAt
    const rows = await checkRowsOf(ctx.db, { contributorId, skill, sentFrom, settledBy: now })
    if (!isPauseDue(rows, ctx.settings.parameters)) continue
    const until = pausedUntil(now)
    // Without the person's lock, which comes before those that a closing epoch holds already: the state is asked for again instead.
    if (!(await pauseQualification(ctx.db, { contributorId, skill, until }))) continue
    await retire(ctx, chooseShown(rows))
    const missed = rows.filter(isMissed).length
    const values = { skill, missed, asked: rows.length, until: until.toISOString() }
    await addNotice(ctx, { contributorId, code: 'skill.paused', values })
    paused++
  }
  return paused
}

/**
 * At the pause, and not when they are first read: what is shown is fixed then, reading stays free of writing (a screen is drawn again at every
 * look), and no question goes on checking others while its answer may already be out.
 */
async function retire(ctx: Context, shown: readonly CheckRow[]): Promise<void> {
  for (const { item } of shown) if (item.state === 'open') await updateItem(ctx.db, item.id, { state: 'retired' })
  for (const campaignId of new Set(shown.map(row => row.item.campaignId))) {
    const left = await openChecks(ctx.db, campaignId)
    if (left < LEAST_CHECKS) ctx.log.warn({ campaignId, left }, 'a campaign runs out of check questions')
  }
}
