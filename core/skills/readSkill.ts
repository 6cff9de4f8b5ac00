import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { findQualification } from './store.ts'

export type SkillState = {
  skill: string
  state: 'new' | 'testing' | 'passed' | 'failed' | 'paused'
  asked: number
  right: number
  nextAttemptAt: Date | null
  pausedUntil: Date | null
}

/** What this person may do in a skill. */
export async function readSkill(
  ctx: Context,
  input: { contributorId: ContributorId; skill: string },
): Promise<SkillState> {
  const row = await findQualification(ctx.db, input.contributorId, input.skill)
  if (row === undefined) {
    return { skill: input.skill, state: 'new', asked: 0, right: 0, nextAttemptAt: null, pausedUntil: null }
  }
  const { skill, state, asked, right, nextAttemptAt, pausedUntil } = row
  return { skill, state, asked, right, nextAttemptAt, pausedUntil }
}
