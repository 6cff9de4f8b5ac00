import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { lockContributor, updateContributor } from '../people/store.ts'
import { saveInvitation } from './invitationStore.ts'
import { reviewInvitation } from './reviewInvitation.ts'

/** Yes makes a reviewer of somebody who is invited; no keeps quiet about it for 60 days. Without an invitation nothing happens. */
export async function acceptReviewing(
  ctx: Context,
  input: { contributorId: ContributorId; isYes: boolean },
): Promise<void> {
  const { contributorId, isYes } = input
  await lockContributor(ctx.db, contributorId)
  const invitation = await reviewInvitation(ctx, { contributorId })
  if (invitation === undefined) return
  await saveInvitation(ctx.db, { contributorId, skill: invitation.skill, isYes, answeredAt: ctx.now() })
  if (isYes) await updateContributor(ctx.db, contributorId, { role: 'reviewer' })
}
