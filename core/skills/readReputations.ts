import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { nextStanding, STANDING_TERMS, type Standing } from './standing.ts'
import { reputationsOf } from './store.ts'

export type Reputation = {
  skill: string
  standing: Standing
  /** Of 100, and half the width of its 90 % interval. */
  score: number
  error: number
  checked: number
  goldRight: number
  goldAsked: number
  agreed: number
  agreedOf: number
  appealsWon: number
  since: Date
  nextStanding: Standing | null
  /** Good answers until the next level can be reached, at this quality; 0 where quality is what is missing. */
  gap: number
}

/** The number, per skill, and everything it is made of. */
export async function readReputations(ctx: Context, input: { contributorId: ContributorId }): Promise<Reputation[]> {
  const rows = await reputationsOf(ctx.db, input.contributorId)
  return rows.map(row => {
    const next = nextStanding(row.standing)
    return {
      skill: row.skill,
      standing: row.standing,
      score: Math.round(row.meanPpm / 10_000),
      error: Math.max(1, Math.round((row.highPpm - row.lowPpm) / 20_000)),
      checked: row.checked,
      goldRight: row.goldRight,
      goldAsked: row.goldAsked,
      agreed: row.agreed,
      agreedOf: row.checked,
      appealsWon: row.appealsWon,
      since: row.since,
      nextStanding: next,
      gap: next === null ? 0 : Math.max(0, STANDING_TERMS[next].checked - row.checked),
    }
  })
}
