import type { Context } from '../context.ts'
import { type ContributorId, codeFrom } from '../ids.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'
import { sealFor } from './seal.ts'
import { insertCase } from './store.ts'

export const CASE_TOPICS = ['pay', 'decision', 'upsetting', 'not_working', 'other'] as const
export type CaseTopic = (typeof CASE_TOPICS)[number]
/** How long a question to a person may be, in code points. */
const MAX_LENGTH = 2000

/** A question to a person of ours. Never closed without a reply. */
export async function openCase(
  ctx: Context,
  input: { contributorId: ContributorId; topic: CaseTopic; text: string },
): Promise<Result<{ code: string }, Only<'text.too_long'>>> {
  const length = [...input.text].length
  if (length > MAX_LENGTH) return refuse({ code: 'text.too_long', length, max: MAX_LENGTH })
  const code = codeFrom(ctx.randomBytes(10))
  await insertCase(ctx.db, {
    id: ctx.newId(),
    code,
    contributorId: input.contributorId,
    topic: input.topic,
    question: await sealFor(ctx, input.contributorId, input.text),
    createdAt: ctx.now(),
  })
  return ok({ code })
}
