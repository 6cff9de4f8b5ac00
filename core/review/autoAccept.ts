import type { Context } from '../context.ts'
import { eachApart } from '../inbox/eachApart.ts'
import { lockPurses } from '../money/store.ts'
import { acceptAnswer, rejectAnswer } from './decide.ts'
import { dueForAcceptance, type JudgedRow } from './decisionStore.ts'
import { after, UNDO_SECONDS } from './round.ts'

const AT_ONCE = 200

/**
 * Decides what no group decides: answers whose day has come are accepted by themselves, as are answers that nobody has to
 * look at once their item is decided. Check questions are accepted when right; when wrong they wait for the usual day and
 * are then refused with their item's rule. Runs after `closeDueRounds`; answers in an open round are passed over.
 * `isFlush` treats every day as come. Answers how many it decided.
 */
export async function autoAccept(ctx: Context, input: { isFlush?: boolean } = {}): Promise<number> {
  const isFlush = input.isFlush ?? false
  const now = ctx.now()
  const due = await dueForAcceptance(ctx.db, { now, undoneBefore: after(now, -UNDO_SECONDS), isFlush }, AT_ONCE)
  await lockPurses(
    ctx.db,
    due.map(row => row.submission.campaignId),
  )
  return eachApart(
    ctx,
    due,
    row => `answer ${row.submission.id}`,
    async (inner, row) => Number(await decideAlone(inner, row)),
  )
}

function decideAlone(ctx: Context, row: JudgedRow): Promise<boolean> {
  const { submission, item } = row
  if (!submission.isGold || submission.isGoldRight === null) return acceptAnswer(ctx, row, 'auto')
  if (submission.isGoldRight) return acceptAnswer(ctx, row, 'gold')
  if (item.rule !== null && item.why !== null)
    return rejectAnswer(ctx, row, 'gold', { rule: item.rule, words: item.why })
  // Nothing could be said to its author, and it could not be refused.
  ctx.log.warn({ itemId: item.id }, 'a check question has no rule: a wrong answer to it was accepted')
  return acceptAnswer(ctx, row, 'auto')
}
