import { type Amount, amount } from '../amount.ts'
import type { Context } from '../context.ts'
import type { ContributorId, SubmissionId } from '../ids.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'
import { contributionOf, findEpoch } from './epochStore.ts'
import { findAnswer, payOfAnswer, tallyOfAnswer } from './publicStore.ts'

export type ProofCard = {
  code: string
  recordedAt: Date
  epoch: number
  /** Votes of its newest review; `of` is 0 where nobody voted. */
  accepts: number
  of: number
  sum: Amount
  /** Of the public page. */
  path: string
}

/** That an answer of one's own is on record. Refused until its epoch stands on the chain. */
export async function readProof(
  ctx: Context,
  input: { contributorId: ContributorId; submissionId: SubmissionId },
): Promise<Result<ProofCard, Only<'submission.unknown'>>> {
  const answer = await findAnswer(ctx.db, input.submissionId, input.contributorId)
  const leaf = answer === undefined ? undefined : await contributionOf(ctx.db, answer.id)
  const epoch = leaf === undefined ? undefined : await findEpoch(ctx.db, leaf.epoch)
  if (answer === undefined || epoch === undefined || epoch.settledAt === null || epoch.state === 'vetoed') {
    return refuse({ code: 'submission.unknown' })
  }
  const { accepts, of } = await tallyOfAnswer(ctx.db, answer.id)
  const sum = amount((await payOfAnswer(ctx.db, answer.id)) ?? 0n)
  const { code } = answer
  return ok({ code, recordedAt: epoch.settledAt, epoch: epoch.epoch, accepts, of, sum, path: `/c/${code}` })
}
