import type { Amount } from '../amount.ts'
import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { findContributor } from '../people/store.ts'
import { reputationsOf } from '../skills/store.ts'
import { hourlyOf } from '../work/reserve.ts'
import { isInvitable, usualVoteSeconds } from './invitation.ts'
import { campaignsForSkills, findInvitations } from './invitationStore.ts'
import { measuredVoteSeconds } from './voteStore.ts'

export type Invitation = {
  skill: string
  /** Share of right answers in [0, 1], over `answers` checked ones. */
  share: number
  answers: number
  votePrice: Amount
  /** What an hour of judging comes to, from the time votes took so far; a third of an answer's time where too few were cast. */
  hourly: Amount
}

/** Whether to ask this person to review, and in which skill: the one they are best at that has an open campaign. */
export async function reviewInvitation(
  ctx: Context,
  input: { contributorId: ContributorId },
): Promise<Invitation | undefined> {
  const person = await findContributor(ctx.db, input.contributorId)
  if (person === undefined || person.role !== 'contributor' || person.excludedAt !== null) return undefined
  const said = await findInvitations(ctx.db, person.id)
  const records = (await reputationsOf(ctx.db, person.id))
    .filter(record => isInvitable(record, said, ctx.now()))
    .sort((one, other) => other.meanPpm - one.meanPpm)
  const open = await campaignsForSkills(
    ctx.db,
    records.map(record => record.skill),
  )
  for (const record of records) {
    const campaign = open.find(one => one.skill === record.skill)
    if (campaign === undefined) continue
    const seconds = (await measuredVoteSeconds(ctx.db, campaign.id)) ?? usualVoteSeconds(campaign)
    return {
      skill: record.skill,
      share: record.meanPpm / 1e6,
      answers: record.checked,
      votePrice: campaign.votePrice,
      hourly: hourlyOf(campaign.votePrice, Math.ceil(seconds)),
    }
  }
  return undefined
}
