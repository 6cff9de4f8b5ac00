// One crowd in one world with one seed, and what it came to.
import { PLATFORM_DEFAULTS } from '@perle/core/rules'
import { seededRandom } from '../../crowd/draws.ts'
import { type BadShares, badSharesOf } from '../baselines.ts'
import { type Member, reviewersOf } from '../membersOf.ts'
import { questionsOf, type Terms } from '../questionsOf.ts'
import type { Case, Share } from '../scenarios/scenario.ts'
import { runCrowd } from './crowdDays.ts'
import { drawRound } from './rounds.ts'
import { addPerson, openPlatform, type Person, type Platform } from './state.ts'

export type SortFigures = {
  people: number
  answers: number
  votes: number
  /** Base units: of answers by answers sent, of votes by votes cast, and of everything by person. */
  payPerAnswer: string
  payPerVote: string
  payPerIdentity: string
  /** Of the one who earned most. */
  mostPerIdentity: string
  /** Share of the answers that are right. */
  accuracy: number
  pauses: number
}

export type Played = {
  answers: number
  days: number
  paydays: number
  /** Share of accepted answers to live cards that are right. */
  accuracy: number
  /** Perfect answers' worth of evidence that a person has given, on average. */
  evidencePerPerson: number
  uninformativeShare: BadShares
  /** Paydays at which the breaker held the campaign back. */
  stops: number
  bySort: Record<string, SortFigures>
}

const BEGIN = Date.UTC(2026, 0, 5, 9)

export function playCase(given: Case, seed: number): Played {
  const { classes, firstShare, people, answersEach } = given
  const parameters = { ...PLATFORM_DEFAULTS, ...given.parameters }
  const terms: Terms = { seed, classes, firstShare, items: Math.ceil((people * answersEach) / 3) }
  const questions = questionsOf({ ...terms, items: 0 }).filter(question => question.role !== 'practice')
  const platform = openPlatform({
    parameters,
    terms,
    questions: [...questions, ...checksFor(terms)],
    random: seededRandom(seed),
    begin: BEGIN,
    openRound: drawRound,
  })
  for (const share of given.crowd) addShare(platform, share, people)
  if (!given.crowd.some(share => share.isReviewer)) {
    for (const member of reviewersOf(people)) addPerson(platform, member, 'reviewer')
  }
  const tests = questions.filter(question => question.role === 'test')
  const days = runCrowd(platform, { terms, answersEach, tests })
  return { days, ...figuresOf(platform) }
}

/** Those beyond the least number that every campaign has. */
function checksFor(terms: Terms) {
  const least = questionsOf({ ...terms, items: 0 }).length
  return questionsOf(terms)
    .filter(question => question.role !== 'live')
    .slice(least)
}

function addShare(platform: Platform, { actor, share, isRing, isReviewer }: Share, people: number): void {
  for (let index = 0; index < Math.round(share * people); index++) {
    const name = `${actor.name}-${index + 1}`
    const member: Member = { name, actor, pact: isRing ? `ring of ${actor.name}` : name, linksAt: undefined }
    addPerson(platform, member, isReviewer ? 'reviewer' : 'contributor')
  }
}

function figuresOf(platform: Platform): Omit<Played, 'days'> {
  const { answers, earned, people } = platform
  const pays = new Map(earned.map(row => [row.submissionId, row.pay as bigint]))
  const live = answers.filter(answer => answer.item.fact.role === 'live')
  const accepted = live.filter(answer => answer.row.submission.state === 'accepted')
  const workers = people.filter(person => person.role === 'contributor')
  const needs = earned.filter(row => row.kind === 'answer').reduce((sum, row) => sum + row.evidence.n / 1e6, 0)
  const paid = live.map(({ item, label, person, opened }) => ({
    item: item.id as string,
    label,
    isUninformative: person.member.actor.isUninformative ?? false,
    pay: pays.get(opened.id) ?? 0n,
  }))
  return {
    answers: answers.length,
    paydays: platform.epoch,
    accuracy: rightShare(accepted),
    evidencePerPerson: Math.round((100 * needs) / Math.max(1, workers.length)) / 100,
    uninformativeShare: badSharesOf(paid),
    stops: platform.stops,
    bySort: Object.fromEntries(
      [...Map.groupBy(people, person => person.member.actor.name)].map(([sort, own]) => [
        sort,
        sortFigures(platform, own),
      ]),
    ),
  }
}

function sortFigures(platform: Platform, people: readonly Person[]): SortFigures {
  const ids = new Set(people.map(person => person.id))
  const rows = platform.earned.filter(row => ids.has(row.contributorId))
  const of = (kind: 'answer' | 'vote') => rows.filter(row => row.kind === kind)
  const sum = (some: typeof rows) => some.reduce((total, row) => total + row.pay, 0n)
  const answers = people.flatMap(person => person.answers)
  const sums = [...Map.groupBy(rows, row => row.contributorId).values()].map(sum)
  return {
    people: people.length,
    answers: answers.length,
    votes: of('vote').length,
    payPerAnswer: each(sum(of('answer')), answers.length),
    payPerVote: each(sum(of('vote')), of('vote').length),
    payPerIdentity: each(sum(rows), people.length),
    mostPerIdentity: sums.reduce((most, one) => (one > most ? one : most), 0n).toString(),
    accuracy: rightShare(answers),
    pauses: people.reduce((total, person) => total + person.pauses, 0),
  }
}

function rightShare(answers: readonly { label: string; item: { question: { truth: string } } }[]): number {
  const right = answers.filter(answer => answer.label === answer.item.question.truth).length
  return answers.length === 0 ? 0 : Math.round((10_000 * right) / answers.length) / 10_000
}

/** Base units, floored; 0 of none. */
function each(sum: bigint, by: number): string {
  return by === 0 ? '0' : (sum / BigInt(by)).toString()
}
