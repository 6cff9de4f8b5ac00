import { ZERO } from '../amount.ts'
import type { Context } from '../context.ts'
import type { SubmissionId } from '../ids.ts'
import { post } from '../money/store.ts'
import { addNotice } from '../outbox/store.ts'
import { findContributor } from '../people/store.ts'
import { assert } from '../refusals.ts'
import { bondBackLines, bondLostLines } from './appeal.ts'
import { appealOf, endAppeal } from './appealStore.ts'
import { acceptAnswer, settleRejection } from './decide.ts'
import { findJudged } from './decisionStore.ts'
import { type CastVote, tallyOf, type Verdict } from './verdict.ts'

/**
 * Ends a second look, for good. A panel that is even has not confirmed the rejection, so the author keeps the answer; too
 * few votes, or no panel at all (`few`), is nobody's fault but ours: accepted and paid. Idempotent.
 */
export async function closeAppeal(
  ctx: Context,
  input: { submissionId: SubmissionId; verdict: Verdict; cast: CastVote[] },
): Promise<void> {
  const appeal = await appealOf(ctx.db, input.submissionId)
  const judged = await findJudged(ctx.db, input.submissionId)
  assert(appeal !== undefined && judged !== undefined, 'a second look without its answer')
  const state = input.verdict === 'rejected' ? 'lost' : input.verdict === 'few' ? 'unseated' : 'won'
  if (!(await endAppeal(ctx.db, appeal.id, state, ctx.now()))) return
  const person = appeal.contributorId
  // Who left took the bond along, to an account without a name; it is theirs.
  const bond = (await findContributor(ctx.db, person))?.erasedAt === null ? appeal.bond : ZERO
  if (state === 'lost') {
    await settleRejection(ctx, judged)
    await post(ctx, { key: `bond-lost:${appeal.id}`, reason: 'appeal lost', lines: bondLostLines(person, bond) })
  } else {
    // Unseated is `auto`: nobody judged, so nobody's judgement may stand behind its quality.
    await acceptAnswer(ctx, judged, state === 'won' ? 'appeal' : 'auto', 'rejected')
    await post(ctx, {
      key: `bond-back:${appeal.id}`,
      reason: `appeal ${state}`,
      lines: bondBackLines(person, bond),
    })
  }
  const { accepts, rejects } = tallyOf(input.cast)
  await addNotice(ctx, {
    contributorId: person,
    code: `appeal.${state}`,
    values: { submissionId: input.submissionId, code: judged.submission.code, accepts, rejects, of: accepts + rejects },
  })
}
