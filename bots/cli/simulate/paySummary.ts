// Who earned what, by sort of person. Pure; sums are exact and divided once, at the end.
import type { Outcome } from '@perle/core'
import type { Figures } from './readFigures.ts'
import type { Crowd } from './runDays.ts'

/** Sorts of which figures are shown, in this order. */
export const SORTS = ['careful', 'average', 'careless', 'spammer', 'colluding'] as const

type Summary = Pick<Figures, 'answers' | 'answersByType' | 'payPerAnswer' | 'payPerIdentity' | 'payPerVote'>

export function paySummary(outcome: Outcome, { contributors }: Pick<Crowd, 'contributors'>): Summary {
  const sortOf = new Map<string, string>(contributors.map(one => [one.contributorId, one.member.actor.name]))
  const sortsOf = (id: string | null) => (id === null ? undefined : sortOf.get(id))
  const bySort = <T>(figure: (sort: string) => T) => Object.fromEntries(SORTS.map(sort => [sort, figure(sort)]))
  const sent = (sort: string) => outcome.answers.filter(answer => sortsOf(answer.contributorId) === sort).length
  const pay = (rows: Outcome['rewards']) => rows.reduce((sum, row) => sum + row.pay, 0n)
  const rowsOf = (sort: string) => outcome.rewards.filter(row => sortsOf(row.contributorId) === sort)
  const people = (sort: string) => contributors.filter(one => one.member.actor.name === sort).length
  const votes = outcome.rewards.filter(row => row.kind === 'vote')
  return {
    answers: outcome.answers.length,
    answersByType: bySort(sent),
    payPerAnswer: bySort(sort => each(pay(rowsOf(sort).filter(row => row.kind === 'answer')), sent(sort))),
    payPerIdentity: bySort(sort => each(pay(rowsOf(sort)), people(sort))),
    payPerVote: each(pay(votes), votes.length),
  }
}

/** Base units, floored; 0 of none. */
function each(sum: bigint, by: number): string {
  return by === 0 ? '0' : (sum / BigInt(by)).toString()
}
