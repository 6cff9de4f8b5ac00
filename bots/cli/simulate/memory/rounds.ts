// Rounds: which answers are looked at, by whom, and what the votes say. As `openDueRounds`, `openRound`, `castVote` and `closeRound` do it on
// a database; second looks are left out, since nobody of the simulated crowd asks for one.
import type { ContributorId, RoundId, VoteId } from '@perle/core'
import {
  after,
  ballotsLeft,
  type Choice,
  closingTime,
  drawSeats,
  handling,
  isComplete,
  isRipe,
  isVerdictFinal,
  judgesOf,
  largerPanel,
  latestStart,
  mayReview,
  panelCost,
  panelFrom,
  panelOf,
  planRound,
  plant,
  quorumOf,
  type Sitting,
  shuffled,
  sparesOf,
  tallyOf,
  verdictOf,
} from '@perle/core/rules'
import { isPastUndo } from './decisions.ts'
import { accept, reject } from './send.ts'
import {
  type Answer,
  type Ballot,
  type Item,
  nextId,
  type OpenRound,
  type Person,
  type Platform,
  type Round,
} from './state.ts'

/** Whoever runs the platform: no person of it. */
const REQUESTER = 'requester' as ContributorId
/** As one query looks at, and one draw. */
const LOOKED_AT = 40
const POOL = 400
const ROUNDS_AT_ONCE = 100

export function openDueRounds(platform: Platform): void {
  const { terms } = platform
  const now = new Date(platform.now)
  const start = latestStart(terms.reviewTermSeconds, now).getTime()
  for (let opened = 0; opened < ROUNDS_AT_ONCE; opened++) {
    const waiting = [...platform.pending]
      .values()
      .filter(one => one.needsReview && one.isGoldRight === null && !one.isInRound && one.reviewBy >= start)
      .filter(one => isPastUndo(platform, one))
      .take(LOOKED_AT)
      .toArray()
    const groups = Map.groupBy(waiting, one => panelFor(platform, one))
    const isOpened = [...groups].some(([panel, answers]) => {
      const sent = answers.map(answer => answer.row.submission)
      return isRipe(sent, terms.reviewTermSeconds, now) && platform.openRound(platform, answers, panel) !== undefined
    })
    if (!isOpened) return
  }
}

function panelFor({ terms }: Platform, { quorum }: Answer): number {
  return quorum === undefined ? terms.panelSize : largerPanel(panelOf(quorum))
}

export const drawRound: OpenRound = (platform, wanted, size, until) => {
  const { terms, random } = platform
  const pool = poolFor(platform, wanted)
  const people = pool.map(person => person.id)
  const handled = handledBy(
    pool,
    wanted.map(answer => answer.item),
  )
  const judges = new Map(wanted.map(answer => [answer, judgesOf(people, judgedOf(answer), handled).length]))
  const panel = panelFrom(size, Math.max(0, ...judges.values()))
  if (panel === undefined) return undefined
  const seatable = wanted.filter(answer => (judges.get(answer) ?? 0) >= panel)
  const plan = planRound(seatable.length, moneyFor(platform, panel), platform.ballots)
  const answers = seatable.slice(0, plan.answers)
  if (answers.length === 0) return undefined
  const ballots = shuffled(
    [
      ...answers.map(answer => ({ item: answer.item, answer, planted: undefined })),
      ...plants(platform, plan.plants).map(one => ({ ...one, answer: undefined })),
    ],
    random,
  ).map(ballot => ({ id: nextId<string>(platform), ...ballot }))
  const drawn = drawSeats(people, answers.map(judgedOf), handled, panel + sparesOf(panel), random)
  const seats = drawn.flatMap(id => pool.find(person => person.id === id) ?? [])
  const due = answers.map(answer => ({ reviewBy: new Date(answer.reviewBy) }))
  const closesAt = until ?? closingTime(due, terms.reviewTermSeconds, new Date(platform.now)).getTime()
  return seatRound(platform, { ballots, seats, panel, closesAt })
}

/** Puts a round before its people. */
export function seatRound(
  platform: Platform,
  given: Pick<Round, 'ballots' | 'seats' | 'panel' | 'closesAt'> & { id?: RoundId },
): Round {
  const { panel } = given
  const id = given.id ?? nextId<RoundId>(platform)
  const round: Round = { ...given, id, quorum: quorumOf(panel), openedAt: platform.now, votes: [] }
  for (const { answer, item } of round.ballots) {
    if (answer !== undefined) answer.isInRound = true
    else platform.plantUses.set(item.id, (platform.plantUses.get(item.id) ?? 0) + 1)
    platform.ballots[answer === undefined ? 'plants' : 'answers'] += 1
    for (const person of round.seats) person.judging.add(item.id)
  }
  platform.rounds.add(round)
  return round
}

function poolFor(platform: Platform, wanted: readonly Answer[]): Person[] {
  const before = new Set(wanted.flatMap(answer => [...answer.judgedBy]))
  const able = platform.people.filter(
    person =>
      !before.has(person.id) &&
      mayReview(
        {
          contributorId: person.id,
          isSimulated: false,
          role: person.role,
          isExcluded: false,
          isErased: false,
          seesHard: true,
          skill: person.role === 'reviewer' ? null : person.skill,
          standing: person.standing,
        },
        { requesterId: REQUESTER, hardToSee: null },
      ),
  )
  return able.length <= POOL ? able : shuffled(able, platform.random).slice(0, POOL)
}

function handledBy(people: readonly Person[], items: readonly Item[]): Set<string> {
  const held = new Set<string>()
  for (const person of people) {
    for (const { id } of items) {
      const state = person.handled.get(id)
      if (state === 'open' || state === 'submitted') held.add(handling(person.id, id))
    }
  }
  return held
}

const judgedOf = (answer: Answer) => ({ authorId: answer.person.id, itemId: answer.item.id })

/** A full panel for every ballot of open rounds, and votes that no payday has settled, have a claim on the purse. */
function moneyFor(platform: Platform, panel: number) {
  const { votePrice, feeBps } = platform.terms
  const open = [...platform.rounds].reduce((sum, round) => sum + round.ballots.length * round.panel, 0)
  return {
    free: platform.reviewPurse - panelCost(open + platform.unpaidVotes, votePrice, feeBps),
    panel,
    votePrice,
    feeBps,
  }
}

function plants(platform: Platform, wanted: number): { item: Item; planted: NonNullable<Ballot['planted']> }[] {
  if (wanted === 0) return []
  const items = [...platform.items.values()].filter(
    ({ fact }) => (fact.role === 'check' || fact.role === 'test') && fact.state === 'open',
  )
  const uses = (item: Item) => platform.plantUses.get(item.id) ?? 0
  const byUse = shuffled(items, platform.random).sort((one, other) => uses(one) - uses(other))
  return byUse.slice(0, wanted).flatMap(item => {
    const known = { itemId: item.id, item: item.content, truth: item.question.truth }
    const made = plant(known, [], platform.random)
    if (made === undefined) return []
    return [{ item, planted: { label: (made.answer as { label: string }).label, verdict: made.verdict } }]
  })
}

export function sittingOf(round: Round): Sitting {
  const ballots = round.ballots.map(({ id, item, answer }) => ({
    ballotId: id,
    authorId: answer?.person.id ?? null,
    itemId: item.id,
    isGone: answer !== undefined && answer.row.submission.state !== 'pending',
  }))
  const items = round.ballots.map(ballot => ballot.item)
  return { ballots, votes: round.votes, handled: handledBy(round.seats, items), panel: round.panel }
}

/** Ballots that still want this person's vote. */
export function ballotsFor(round: Round, person: Person): Ballot[] {
  const left = new Set(ballotsLeft(person.id, sittingOf(round)).map(ballot => ballot.ballotId))
  return round.ballots.filter(ballot => left.has(ballot.id))
}

export function vote(platform: Platform, round: Round, person: Person, ballot: Ballot, choice: Choice): void {
  const castAt = new Date(platform.now)
  round.votes.push({ ballotId: ballot.id, contributorId: person.id, choice, castAt, changedAt: null })
}

export function closeDueRounds(platform: Platform): void {
  const now = new Date(platform.now)
  for (const round of platform.rounds) {
    const seats = round.seats.map(person => person.id)
    if (round.closesAt <= platform.now || isComplete(seats, sittingOf(round), now)) closeRound(platform, round)
  }
}

export function closeRound(platform: Platform, round: Round): void {
  platform.rounds.delete(round)
  const even: Answer[] = []
  for (const ballot of round.ballots) {
    const cast = round.votes.filter(one => one.ballotId === ballot.id)
    keepVotes(platform, ballot, cast)
    const { answer } = ballot
    if (answer === undefined) continue
    answer.isInRound = false
    answer.quorum = Math.max(answer.quorum ?? 0, round.quorum)
    for (const { contributorId } of cast) answer.judgedBy.add(contributorId)
    const tally = tallyOf(cast.map(({ choice }) => ({ choice, rule: null })))
    const verdict = answer.row.submission.state === 'pending' ? verdictOf(tally, round.quorum) : 'few'
    if (verdict === 'accepted') accept(platform, answer, 'review')
    else if (verdict === 'rejected') reject(platform, answer, 'review')
    else if (verdict === 'tie') even.push(answer)
    else if (answer.reviewBy <= platform.now) accept(platform, answer, 'auto')
  }
  toLargerGroup(platform, round, even)
}

/** Votes are measured at paydays, by what became of what they judged. */
function keepVotes(platform: Platform, ballot: Ballot, cast: Round['votes']): void {
  for (const { contributorId, choice, castAt } of cast) {
    const { answer, planted } = ballot
    platform.unpaidVotes += 1
    platform.votes.push({
      row: { vote: { castAt, isPaid: true, settledEpoch: null }, submission: answer?.row.submission ?? null },
      get isFinal() {
        if (answer === undefined) return true
        const { state } = answer.row.submission
        return isVerdictFinal({ state, isFinalReject: answer.row.isFinalReject })
      },
      cast: {
        id: nextId<VoteId>(platform),
        contributorId,
        ballotId: ballot.id,
        choice,
        roundKind: 'review',
        planted: planted?.verdict ?? null,
        appeal: null,
        get state() {
          const state = answer?.row.submission.state
          return state === 'accepted' || state === 'rejected' ? state : null
        },
      },
    })
  }
}

/** Even answers go to a larger group of other people, and their day moves with it; where none can be had they are accepted. */
function toLargerGroup(platform: Platform, round: Round, even: readonly Answer[]): void {
  if (even.length === 0) return
  const until = after(new Date(platform.now), platform.terms.reviewTermSeconds).getTime()
  const opened = platform.openRound(platform, even, largerPanel(panelOf(round.quorum)), until)
  for (const answer of even) {
    if (opened?.ballots.some(ballot => ballot.answer === answer)) answer.reviewBy = until
    else accept(platform, answer, 'auto')
  }
}
