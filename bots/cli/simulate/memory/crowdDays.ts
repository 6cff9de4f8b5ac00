// The calendar in memory: everybody works a sitting a day, side by side and not one after another, until they have sent what they meant to.

import { drawsOf, shuffled } from '../../crowd/draws.ts'
import { judge } from '../../crowd/judging.ts'
import {
  AWAY_SECONDS,
  DAY_SECONDS,
  daysOn,
  GATHERING_SECONDS,
  holdsOf,
  QUIET_SECONDS,
  REVIEW_SITTINGS,
  SITTING,
} from '../calendar.ts'
import { labelOf } from '../dealCards.ts'
import { type Question, questionAt, type Terms } from '../questionsOf.ts'
import { chooseItem, take } from './handOut.ts'
import { ballotsFor, vote } from './rounds.ts'
import { send } from './send.ts'
import { addItem, type Ballot, type Person, type Platform, type Round } from './state.ts'
import { sweep } from './sweep.ts'

/** Runs of the sweeps while people work. */
const GROUPS_A_DAY = 8
const FEWEST_IN_A_GROUP = 5

/** `answersEach`: what everybody means to send. Cards never run out. */
export type Plan = { terms: Terms; answersEach: number; tests: readonly Question[] }

/** Runs until everything that can wait has waited long enough; answers the days. */
export function runCrowd(platform: Platform, plan: Plan): number {
  const begin = platform.now
  const elapsed = () => (platform.now - begin) / 1000
  const holds = holdsOf(platform.parameters)
  let lastAnswer = 0
  for (let day = 0; ; ) {
    platform.now = Math.max(platform.now, begin + day * DAY_SECONDS * 1000)
    sweep(platform)
    if (workDay(platform, plan) > 0) lastAnswer = elapsed()
    reviewing(platform, plan.terms.seed)
    const quiet = elapsed() - lastAnswer
    if (quiet > holds) return day + 1
    day += daysOn(day, quiet)
  }
}

function workDay(platform: Platform, plan: Plan): number {
  const people = shuffled(
    platform.people.filter(person => person.role === 'contributor'),
    platform.random,
  )
  const size = Math.max(FEWEST_IN_A_GROUP, Math.ceil(people.length / GROUPS_A_DAY))
  let answered = 0
  for (let from = 0; from < people.length; from += size) {
    const start = platform.now
    let end = start
    for (const person of people.slice(from, from + size)) {
      platform.now = start
      answered += work(platform, plan, person)
      end = Math.max(end, platform.now)
    }
    platform.now = end
    sweep(platform)
  }
  return answered
}

function work(platform: Platform, plan: Plan, person: Person): number {
  if (person.skill !== 'passed' && !sitTest(platform, plan, person)) return 0
  const { actor } = person.member
  for (let sent = 0; sent < SITTING; sent++) {
    const done = person.answers.length
    if (done >= plan.answersEach) return sent
    // What one is handed after an answer is handed out in the turn that takes it.
    if (sent === 0) platform.turn += 1
    const next = () => addItem(platform, questionAt(plan.terms, 'live', platform.items.size))
    const lease = take(platform, person, chooseItem(platform, person) ?? next())
    const spread = 0.6 + 0.8 * platform.random()
    platform.now += Math.max(3, Math.round(platform.terms.usualSeconds * actor.pace * spread)) * 1000
    const label = labelOf(person.member, lease.item.question, plan.terms, true, done / plan.answersEach)
    platform.turn += 1
    send(platform, lease, { label })
  }
  return SITTING
}

/** False where it is not time yet, or was not passed. Who has passed works on at once. */
function sitTest(platform: Platform, { terms, tests }: Plan, person: Person): boolean {
  if (platform.now < person.awayUntil) return false
  platform.now += tests.length * platform.terms.usualSeconds * 1000
  const right = tests.filter(test => labelOf(person.member, test, terms, false) === test.truth).length
  if (right < platform.terms.passMark) {
    person.awayUntil = platform.now + AWAY_SECONDS * 1000
    return false
  }
  Object.assign(person, { skill: 'passed', passedAt: platform.now })
  return true
}

/** Whoever was drawn goes once through each round. Rounds that closed may make room. */
function reviewing(platform: Platform, seed: number): void {
  platform.now += GATHERING_SECONDS * 1000
  sweep(platform)
  const sat = new Set<Round>()
  for (let sitting = 0; sitting < REVIEW_SITTINGS; sitting++) {
    if (platform.rounds.size === 0) return
    for (const round of platform.rounds) {
      if (sat.has(round)) continue
      sat.add(round)
      for (const person of round.seats) judgeRound(platform, round, person, seed)
    }
    platform.now += QUIET_SECONDS * 1000
    sweep(platform)
  }
}

function judgeRound(platform: Platform, round: Round, person: Person, seed: number): void {
  for (const ballot of ballotsFor(round, person)) {
    vote(platform, round, person, ballot, choiceOf(person, ballot, seed))
  }
}

function choiceOf(person: Person, { item, answer, planted }: Ballot, seed: number): 'accept' | 'reject' {
  const { truth, key } = item.question
  const label = answer?.label ?? planted?.label
  const random = drawsOf(seed, 'vote', person.member.name, key)
  const known = { truth, why: null, rule: 1 }
  return judge(person.member.actor, { item: item.content, answer: { label }, known, rules: [1] }, random).choice
}
