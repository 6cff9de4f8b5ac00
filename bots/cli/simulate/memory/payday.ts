// A payday: everything is judged by the platform's own function, then settled, remembered, and acted upon. As `closeEpoch` and what it
// calls do it on a database; there is no ledger here, for what an answer is paid does not depend on it.
import {
  chooseShown,
  isPauseDue,
  type Judged,
  judgeEpoch,
  type PastRow,
  panelCost,
  pausedUntil,
  personKey,
  type RowDraft,
  reputationOf,
  standingOf,
} from '@perle/core/rules'
import type { Earned, Person, Platform } from './state.ts'

/** When its day has come; the first time it is asked, one term from then. */
export function closeDuePayday(platform: Platform, isFlush = false): void {
  const term = platform.parameters.epochSeconds * 1000
  platform.nextPayday ??= platform.now + term
  if (platform.now < platform.nextPayday && !isFlush) return
  platform.nextPayday = platform.now + term
  closePayday(platform, isFlush)
}

export function closePayday(platform: Platform, isFlush = false): Judged {
  const { parameters, campaign, answers, votes } = platform
  const cutOffAt = new Date(platform.now)
  const gathered = { campaigns: [{ campaign, answers, blank: [], votes }], past: recentPast(platform, cutOffAt) }
  const judged = judgeEpoch(gathered, { cutOffAt, maxHoldSeconds: parameters.maxHoldSeconds, isFlush }, parameters)
  const rows = judged.campaigns.flatMap(one => one.rows)
  platform.stops += judged.stopped.length
  if (rows.length === 0) return judged
  platform.epoch += 1
  settle(platform, rows, cutOffAt)
  remember(platform, new Set(rows.filter(row => row.kind === 'answer').map(row => row.contributorId)), cutOffAt)
  pauseFailing(platform, judged)
  return judged
}

/** Newest first, as a record is read. */
function recentPast({ past, parameters }: Platform, cutOffAt: Date): Map<string, PastRow[]> {
  const since = cutOffAt.getTime() - parameters.pastSeconds * 1000
  return new Map([...past].map(([key, rows]) => [key, rows.filter(row => row.settledAt.getTime() >= since)]))
}

function settle(platform: Platform, rows: readonly RowDraft[], cutOffAt: Date): void {
  const { epoch } = platform
  const answers = new Map(platform.answers.map(answer => [answer.opened.id, answer]))
  const votes = new Map(platform.votes.map(vote => [vote.cast.id, vote]))
  const fresh = Map.groupBy(rows, row => personKey(row.contributorId, row.skill))
  for (const [key, own] of fresh) {
    const counted = own.filter(row => row.basis !== 'auto')
    const newest = counted.map(row => ({
      s: row.scorePpm,
      n: row.evidence.n,
      isGold: row.isGold,
      settledAt: cutOffAt,
    }))
    platform.past.set(key, [...newest, ...(platform.past.get(key) ?? [])])
  }
  for (const row of rows) {
    platform.earned.push({ ...row, epoch, settledAt: cutOffAt })
    if (row.submissionId !== null) {
      const answer = answers.get(row.submissionId)
      if (answer !== undefined) answer.row.submission.settledEpoch = epoch
    }
    const vote = row.voteId === null ? undefined : votes.get(row.voteId)
    if (vote === undefined) continue
    vote.row.vote.settledEpoch = epoch
    platform.unpaidVotes -= 1
    platform.reviewPurse -= panelCost(1, row.pay, platform.terms.feeBps)
  }
}

/** The number and the level of everybody whose answers settled. */
function remember(platform: Platform, ids: ReadonlySet<Person['id']>, at: Date): void {
  const answers = platform.earned.filter(row => row.kind === 'answer' && ids.has(row.contributorId))
  const byPerson = Map.groupBy(answers, row => row.contributorId)
  for (const person of platform.people) {
    const own = byPerson.get(person.id)
    if (own === undefined) continue
    const record = own.map(({ evidence, isGold, basis, settledAt }) => ({
      truthPpm: evidence.t,
      isGold,
      basis,
      settledAt,
    }))
    const { meanPpm, lowPpm, checked } = reputationOf(record, at)
    person.meanPpm = meanPpm
    person.standing = standingOf(lowPpm, checked)
  }
}

/** Check questions that were settled since the test was last passed, and they alone. */
function pauseFailing(platform: Platform, { failing }: Judged): void {
  const people = new Map(platform.people.map(person => [person.id, person]))
  const settled = new Map(platform.earned.flatMap(row => (row.submissionId === null ? [] : [[row.submissionId, row]])))
  for (const { contributorId, skill } of failing) {
    const person = people.get(contributorId)
    if (person?.skill !== 'passed' || skill !== platform.terms.skill) continue
    const rows = person.answers.flatMap(answer => checkRow(person, answer, settled))
    if (!isPauseDue(rows, platform.parameters)) continue
    person.skill = 'paused'
    person.awayUntil = pausedUntil(new Date(platform.now)).getTime()
    person.pauses += 1
    for (const { item } of chooseShown(rows)) if (item.state === 'open') item.state = 'retired'
  }
}

function checkRow(person: Person, { row, item }: Person['answers'][number], settled: ReadonlyMap<string, Earned>) {
  const { id, isGold, submittedAt } = row.submission
  const earned = settled.get(id)
  if (!isGold || earned === undefined || submittedAt.getTime() < person.passedAt) return []
  const { evidence, scorePpm } = earned
  return [{ truthPpm: evidence.t, s: scorePpm, n: evidence.n, item: item.fact, submission: { answer: row } }]
}
