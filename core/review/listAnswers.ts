import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import type { AnswerStatus } from './answerStatus.ts'
import { readStatuses } from './readStatuses.ts'
import { countAnswers, type Filter, pageOfAnswers } from './resultStore.ts'

/** What a phone shows without a second screen. */
const PER_PAGE = 8

/** A person's answers, newest first. `page` counts from 0; a page past the end is the last one. */
export async function listAnswers(
  ctx: Context,
  input: { contributorId: ContributorId; filter: Filter; page: number },
): Promise<{ answers: AnswerStatus[]; total: number; pages: number }> {
  const total = await countAnswers(ctx.db, input.contributorId, input.filter)
  const pages = Math.max(1, Math.ceil(total / PER_PAGE))
  const page = Math.min(Math.max(0, Math.trunc(input.page)), pages - 1)
  const rows = await pageOfAnswers(ctx.db, input.contributorId, input.filter, {
    offset: page * PER_PAGE,
    limit: PER_PAGE,
  })
  return { answers: await readStatuses(ctx, input.contributorId, rows), total, pages }
}
