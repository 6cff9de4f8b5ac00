import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { updateContributor } from './store.ts'

export async function setLanguage(
  ctx: Context,
  input: { contributorId: ContributorId; locale: string },
): Promise<void> {
  await updateContributor(ctx.db, input.contributorId, { locale: input.locale })
}
