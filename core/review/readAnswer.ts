import type { Context } from '../context.ts'
import type { ContributorId, SubmissionId } from '../ids.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'
import type { AnswerStatus } from './answerStatus.ts'
import { readStatuses } from './readStatuses.ts'
import { findAnswer } from './resultStore.ts'

/** One answer of this person; somebody else's, one taken back and one erased are unknown. */
export async function readAnswer(
  ctx: Context,
  input: { contributorId: ContributorId; submissionId: SubmissionId },
): Promise<Result<AnswerStatus, Only<'submission.unknown'>>> {
  const row = await findAnswer(ctx.db, input.contributorId, input.submissionId)
  if (row === undefined) return refuse({ code: 'submission.unknown' })
  const [status] = await readStatuses(ctx, input.contributorId, [row])
  return status === undefined ? refuse({ code: 'submission.unknown' }) : ok(status)
}
