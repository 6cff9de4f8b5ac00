// The same people at the same cards once more, in memory: who comes when, which draws fell how and what was voted is taken from a recording;
// which card somebody is handed, what they answer, which answers are looked at, when each is decided and what it earns is not.

import { expect } from 'vitest'
import { labelOf } from '../../bots/cli/simulate/dealCards.ts'
import type { Member } from '../../bots/cli/simulate/membersOf.ts'
import { chooseItem, endLease, take } from '../../bots/cli/simulate/memory/handOut.ts'
import { seatRound, vote } from '../../bots/cli/simulate/memory/rounds.ts'
import { send } from '../../bots/cli/simulate/memory/send.ts'
import {
  type Answer,
  addItem,
  addPerson,
  type Ballot,
  type OpenRound,
  openPlatform,
  type Person,
  type Platform,
} from '../../bots/cli/simulate/memory/state.ts'
import { sweep } from '../../bots/cli/simulate/memory/sweep.ts'
import { questionsOf, type Terms } from '../../bots/cli/simulate/questionsOf.ts'
import type { ContributorId, ItemId, RoundId, SubmissionId } from '../../core/ids.ts'
import { PLATFORM_DEFAULTS } from '../../core/rules.ts'
import type { Recorded, RecordedRound, Recording } from './recording.ts'

export type Replayed = { platform: Platform; roundsLeft: number }

export function replay(recording: Recording, terms: Terms, members: readonly Member[]): Replayed {
  const waiting = [...recording.rounds]
  const platform = openPlatform({
    parameters: PLATFORM_DEFAULTS,
    terms,
    questions: [],
    random: () => {
      throw new Error('a draw that the recording does not say')
    },
    begin: recording.events[0]?.at ?? 0,
    openRound: (...asked) => nextRecorded(waiting, ...asked),
  })
  const questions = new Map(questionsOf(terms).map(question => [question.key, question]))
  for (const { id, key } of recording.items) {
    const question = questions.get(key)
    if (question === undefined) throw new Error(`no such card: ${key}`)
    addItem(platform, question, id as ItemId)
  }
  for (const { id, name } of recording.people) {
    const member = members.find(one => one.name === name)
    if (member === undefined) throw new Error(`nobody is called ${name}`)
    addPerson(platform, member, name.startsWith('reviewer') ? 'reviewer' : 'contributor', id as ContributorId)
  }
  const people = new Map<string, Person>(platform.people.map(person => [person.id, person]))
  let before: Recorded | undefined
  for (const event of recording.events) {
    platform.now = event.at
    if (!isOneTurn(before, event)) platform.turn += 1
    before = event
    if (event.kind === 'sweep') sweep(platform)
    else act(platform, event, people.get(event.person) as Person, terms)
  }
  return { platform, roundsLeft: waiting.length }
}

/** What is handed out after an answer is handed out in the turn that takes it. */
function isOneTurn(before: Recorded | undefined, event: Recorded): boolean {
  return before?.kind === 'send' && event.kind === 'take' && before.person === event.person && before.at === event.at
}

function act(platform: Platform, event: Exclude<Recorded, { kind: 'sweep' }>, person: Person, terms: Terms): void {
  switch (event.kind) {
    case 'take':
      takeAgain(platform, event, person)
      return
    case 'send': {
      const { lease } = person
      if (lease === undefined) throw new Error(`${person.member.name} sends without a task`)
      const label = labelOf(person.member, lease.item.question, terms, true)
      const { needsReview } = send(platform, lease, {
        label,
        needsReview: event.needsReview,
        id: event.id as SubmissionId,
      })
      expect(needsReview).toBe(event.needsReview)
      return
    }
    case 'vote': {
      const found = [...platform.rounds].flatMap(round => round.ballots.map(ballot => ({ round, ballot })))
      const asked = found.find(({ ballot }) => ballot.id === event.ballot)
      if (asked === undefined) throw new Error('a vote in no round')
      vote(platform, asked.round, person, asked.ballot, event.choice)
    }
  }
}

function takeAgain(platform: Platform, event: Extract<Recorded, { kind: 'take' }>, person: Person): void {
  if (person.skill !== 'passed') {
    // Somebody who is handed a task has passed the test, and whoever was paused has waited.
    expect(platform.now).toBeGreaterThanOrEqual(person.awayUntil)
    Object.assign(person, { skill: 'passed', passedAt: platform.now })
  }
  const wanted = platform.items.get(event.item as ItemId)
  const chosen = chooseItem(platform, person, wanted?.fact.role === 'check')
  expect(chosen?.question.key).toBe(wanted?.question.key)
  if (chosen === undefined) return
  const lease = take(platform, person, chosen)
  expect(lease.terms.mBps).toBe(event.mBps)
  if (event.skippedAt === null) return
  platform.turn += 1
  endLease(platform, lease, 'skipped')
}

/** The next recorded round, where it was opened at this moment, over answers that are wanted now and with that panel. */
function nextRecorded(waiting: RecordedRound[], ...[platform, wanted, panel]: Parameters<OpenRound>) {
  const [next] = waiting
  if (next === undefined || next.openedAt !== platform.now) return undefined
  const known = new Map<string, Answer>(wanted.map(answer => [answer.opened.id, answer]))
  const asked = next.ballots.flatMap(ballot => (ballot.submission === null ? [] : [ballot.submission]))
  if (!asked.every(id => known.has(id)) || 2 * next.quorum - 1 > panel) return undefined
  waiting.shift()
  const ballots = next.ballots.map((ballot): Ballot => {
    const item = platform.items.get(ballot.item as ItemId)
    if (item === undefined) throw new Error('a ballot about no card')
    const answer = ballot.submission === null ? undefined : known.get(ballot.submission)
    const label = ballot.planted === null ? '' : (JSON.parse(ballot.planted) as { label: string }).label
    const planted = ballot.verdict === null ? undefined : { label, verdict: ballot.verdict as 'accepted' | 'rejected' }
    return { id: ballot.id, item, answer, planted }
  })
  const seats = platform.people.filter(person => next.seats.includes(person.id))
  return seatRound(platform, {
    id: next.id as RoundId,
    ballots,
    seats,
    panel: 2 * next.quorum - 1,
    closesAt: next.closesAt,
  })
}
