import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { standingOf } from '../skills/standing.ts'
import { findReputation } from '../skills/store.ts'
import { type ReputationFigures, reputationOf } from './reputation.ts'
import { saveReputation } from './reputationStore.ts'
import { appealsWonBy, recordOf } from './settlingStore.ts'

export type Updated = { contributorId: ContributorId; skill: string } & ReputationFigures

/** Older rows weigh a sixteenth or less. */
const MEMORY_SECONDS = 720 * 86_400

/** Writes the number anew for these people and skills, from the rows that are settled now. In the order given. */
export async function updateReputations(
  ctx: Context,
  people: readonly { contributorId: ContributorId; skill: string }[],
): Promise<Updated[]> {
  const ids = [...new Set(people.map(person => person.contributorId))].sort()
  const now = ctx.now()
  const record = await recordOf(ctx.db, ids, new Date(now.getTime() - MEMORY_SECONDS * 1000))
  const answers = record.filter(row => row.kind === 'answer')
  const byPerson = Map.groupBy(answers, row => `${row.contributorId} ${row.skill}`)
  const won = await appealsWonBy(ctx.db, ids)
  const updated: Updated[] = []
  for (const { contributorId, skill } of people) {
    const key = `${contributorId} ${skill}`
    const figures = reputationOf(byPerson.get(key) ?? [], now)
    const standing = standingOf(figures.lowPpm, figures.checked)
    const before = await findReputation(ctx.db, contributorId, skill)
    const since = before?.standing === standing ? before.since : now
    const appealsWon = won.get(key) ?? 0
    await saveReputation(ctx.db, { contributorId, skill, ...figures, appealsWon, standing, since, updatedAt: now })
    updated.push({ contributorId, skill, ...figures })
  }
  return updated
}
