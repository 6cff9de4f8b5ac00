import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findItem } from '../../core/campaigns/store.ts'
import type { ContributorId } from '../../core/ids.ts'
import { updateContributor } from '../../core/people/store.ts'
import { castVote } from '../../core/review/castVote.ts'
import { closeRound } from '../../core/review/closeRound.ts'
import { listRounds } from '../../core/review/listRounds.ts'
import { myVotes } from '../../core/review/myVotes.ts'
import { nextBallot } from '../../core/review/nextBallot.ts'
import { openDueRounds } from '../../core/review/openDueRounds.ts'
import { readBallot } from '../../core/review/readBallot.ts'
import { readRound } from '../../core/review/readRound.ts'
import { votesOfRound } from '../../core/review/voteStore.ts'
import { anAnswer, aPerson, must, refusalOf, someItems } from '../support/builders.ts'
import { aWorld, type World } from '../support/world.ts'
import { aSitting, ballotOf, ballotRows, NOTE, newestRound, openOne, vote } from './sitting.ts'

let world: World
beforeEach(async () => {
  world = await aWorld()
})
afterEach(() => world.close())

const HOUR = 3600

async function oneAnswer(given: Parameters<typeof aSitting>[1] = {}) {
  const sitting = await aSitting(world, given)
  const round = await openOne(world)
  const ballotId = await ballotOf(world, round.roundId, sitting.submissions[0]!)
  return { ...sitting, ...round, ballotId }
}

describe('opening a round', () => {
  it('waits until answers have gathered, then draws the panel and spares, and plants an answer of known verdict', async () => {
    const { reviewers } = await aSitting(world, { reviewers: 8, answers: 4 })
    expect(await world.turn(ctx => openDueRounds(ctx))).toBe(0)
    world.advance(HOUR)
    expect(await world.turn(ctx => openDueRounds(ctx))).toBe(1)
    expect(await world.turn(ctx => openDueRounds(ctx))).toBe(0)
    const cards = await world.turn(ctx => listRounds(ctx, { contributorId: reviewers[0]! }))
    expect(cards[0]).toMatchObject({ answers: 5, quorum: 2, seats: 5, voted: 0, state: 'open' })
    const rows = await ballotRows(world, cards[0]!.roundId)
    const planted = rows.filter(row => row.submissionId === null)
    expect(planted).toHaveLength(1)
    expect(planted[0]?.plantedVerdict).toMatch(/accepted|rejected/)
  })

  it('closes no later than the day its authors were promised', async () => {
    const { author } = await aSitting(world)
    world.advance(5 * HOUR)
    const { roundId } = await openOne(world)
    const card = must(await world.turn(ctx => readRound(ctx, { contributorId: author, roundId })))
    expect(card.closesAt.getTime() - world.now().getTime()).toBe(67 * HOUR * 1000)
  })

  it('does not open without three people who may judge', async () => {
    await aSitting(world, { reviewers: 2 })
    expect(await world.turn(ctx => openDueRounds(ctx, { isFlush: true }))).toBe(0)
    await aPerson(world, { role: 'reviewer' })
    expect(await world.turn(ctx => openDueRounds(ctx, { isFlush: true }))).toBe(1)
  })

  it('does not open without the money for its votes', async () => {
    await aSitting(world, { answers: 3, reviewShareBps: 1_000 })
    expect(await world.turn(ctx => openDueRounds(ctx, { isFlush: true }))).toBe(0)
  })

  it('counts what open rounds may cost before it opens another', async () => {
    // Three answers bring 1.2 tokens of review money; three ballots may cost 0.945, so 0.255 are left: no planted one,
    // and no further round before more has come in.
    const { campaign, author } = await aSitting(world, { answers: 3 })
    const { roundId } = await openOne(world)
    expect((await ballotRows(world, roundId)).map(row => row.plantedVerdict)).toEqual([null, null, null])
    const [item] = await someItems(world, campaign, [{}])
    await anAnswer(world, { contributorId: author, itemId: item! })
    await openOne(world)
    const second = await newestRound(world)
    // 0.655 free now: this answer and the planted one that is owed.
    expect(await ballotRows(world, second.roundId)).toHaveLength(2)
  })
})

describe('voting', () => {
  it('shows the question, the answer and the guide, and never whose it is', async () => {
    const { seats, roundId, ballotId, author } = await oneAnswer({ answers: 3 })
    const ballot = must(await world.turn(ctx => readBallot(ctx, { contributorId: seats[0]!, ballotId })))
    expect(ballot).toMatchObject({
      roundId,
      answer: { text: 'The office is closed on Monday.' },
      mine: null,
      canChange: true,
    })
    expect(ballot.guide.map(rule => rule.rule)).toEqual([1, 2, 3])
    expect(JSON.stringify(ballot)).not.toContain(author)
  })

  it('seals votes: until the close nobody learns more than how many people voted', async () => {
    const { seats, roundId, ballotId } = await oneAnswer({ answers: 3 })
    await vote(world, ballotId, seats, ['reject', 'reject'])
    const seen = must(await world.turn(ctx => readRound(ctx, { contributorId: seats[2]!, roundId })))
    expect(seen).toMatchObject({
      voted: 2,
      accepted: 0,
      rejected: 0,
      undecided: 0,
      agreedShare: null,
      topRule: null,
      mine: 0,
    })
    const ballot = must(await world.turn(ctx => readBallot(ctx, { contributorId: seats[2]!, ballotId })))
    expect(ballot.mine).toBeNull()
    expect(JSON.stringify(ballot)).not.toContain(NOTE)
    expect(must(await world.turn(ctx => myVotes(ctx, { contributorId: seats[0]!, roundId })))).toEqual({
      held: 0,
      of: 0,
      sum: null,
      apart: [],
    })
  })

  it('keeps notes sealed in the database', async () => {
    const { seats, roundId, ballotId } = await oneAnswer()
    await vote(world, ballotId, seats, ['reject'])
    const [stored] = await world.turn(ctx => votesOfRound(ctx.db, roundId))
    expect(stored?.note).toMatch(/^v1\./)
    expect(stored?.note).not.toContain('notice')
  })

  it('leads from answer to answer and says how many are left', async () => {
    const { seats, roundId } = await oneAnswer({ answers: 4 })
    const contributorId = seats[0]!
    const seen: number[] = []
    for (let left = 5; left > 0; left--) {
      const ballot = must(await world.turn(ctx => nextBallot(ctx, { contributorId, roundId })))
      seen.push(ballot!.index)
      const cast = must(
        await world.turn(ctx => castVote(ctx, { contributorId, ballotId: ballot!.ballotId, choice: 'accept' })),
      )
      expect(cast.left).toBe(left - 1)
    }
    expect(seen).toEqual([1, 2, 3, 4, 5])
    expect(must(await world.turn(ctx => nextBallot(ctx, { contributorId, roundId })))).toBeUndefined()
  })

  it('refuses a person’s own work, an answer to an item they hold, and people who were not drawn', async () => {
    const { author, campaign, seats, roundId, ballotId } = await oneAnswer()
    const say = (contributorId: ContributorId) =>
      world.turn(ctx => castVote(ctx, { contributorId, ballotId, choice: 'accept' }))
    expect(refusalOf(await say(author))).toBe('vote.own_work')
    expect(refusalOf(await say(await aPerson(world, { role: 'reviewer' })))).toBe('round.not_drawn')
    expect(refusalOf(await say(campaign.requesterId))).toBe('round.not_drawn')
    const itemId = (await ballotRows(world, roundId)).find(row => row.id === ballotId)!.itemId
    await anAnswer(world, { contributorId: seats[0]!, itemId })
    expect(refusalOf(await say(seats[0]!))).toBe('vote.conflict')
    await world.turn(ctx => updateContributor(ctx.db, seats[1]!, { excludedAt: ctx.now() }))
    expect(refusalOf(await say(seats[1]!))).toBe('contributor.excluded')
  })

  it('takes a rejection only with a rule of the guide and a note of fifteen characters', async () => {
    const { seats, ballotId } = await oneAnswer()
    const reject = (more: { rule?: number; note?: string }) =>
      world.turn(ctx => castVote(ctx, { contributorId: seats[0]!, ballotId, choice: 'reject', ...more }))
    expect(refusalOf(await reject({}))).toBe('vote.reason_missing')
    expect(refusalOf(await reject({ rule: 2, note: 'too short' }))).toBe('vote.reason_missing')
    expect(refusalOf(await reject({ rule: 2, note: `short${' '.repeat(20)}` }))).toBe('vote.reason_missing')
    expect(refusalOf(await reject({ rule: 9, note: NOTE }))).toBe('vote.reason_missing')
    expect(refusalOf(await reject({ rule: 2, note: 'x'.repeat(1001) }))).toBe('text.too_long')
    must(await reject({ rule: 2, note: NOTE }))
  })

  it('lets a vote be changed until the close and keeps one row', async () => {
    const { seats, roundId, ballotId } = await oneAnswer()
    const first = world.now()
    await vote(world, ballotId, seats, ['reject'])
    world.advance(60)
    await vote(world, ballotId, seats, ['accept'])
    const votes = await world.turn(ctx => votesOfRound(ctx.db, roundId))
    expect(votes).toHaveLength(1)
    expect(votes[0]).toMatchObject({
      choice: 'accept',
      rule: null,
      note: null,
      isPaid: true,
      castAt: first,
      changedAt: world.now(),
    })
    const ballot = must(await world.turn(ctx => readBallot(ctx, { contributorId: seats[0]!, ballotId })))
    expect(ballot.mine).toEqual({ choice: 'accept', rule: null, note: null })
  })

  it('takes no vote after the time is over, swept or not', async () => {
    const { seats, roundId, ballotId } = await oneAnswer()
    world.advance(72 * HOUR)
    const late = () => world.turn(ctx => castVote(ctx, { contributorId: seats[0]!, ballotId, choice: 'accept' }))
    expect(refusalOf(await late())).toBe('round.closed')
    await world.turn(ctx => closeRound(ctx, { roundId }))
    expect(refusalOf(await late())).toBe('round.closed')
    expect(refusalOf(await world.turn(ctx => nextBallot(ctx, { contributorId: seats[0]!, roundId })))).toBe(
      'round.closed',
    )
  })

  it('passes an answer on without pay, and takes a vote in its place later', async () => {
    const { seats, roundId, ballotId } = await oneAnswer()
    must(
      await world.turn(ctx =>
        castVote(ctx, { contributorId: seats[0]!, ballotId, choice: 'recuse', recusal: 'known' }),
      ),
    )
    const votes = () => world.turn(ctx => votesOfRound(ctx.db, roundId))
    expect((await votes())[0]).toMatchObject({ choice: 'recuse', recusal: 'known', isPaid: false })
    await vote(world, ballotId, seats, ['accept'])
    expect((await votes())[0]).toMatchObject({ choice: 'accept', recusal: null, isPaid: true })
  })

  it('takes no more votes on an answer than its panel has seats, so that a round costs what was set aside', async () => {
    const { seats, ballotId } = await oneAnswer()
    await vote(world, ballotId, seats, ['accept', 'accept', 'accept'])
    const fourth = await world.turn(ctx => castVote(ctx, { contributorId: seats[3]!, ballotId, choice: 'accept' }))
    expect(refusalOf(fourth)).toBe('ballot.full')
    await vote(world, ballotId, seats, ['reject'])
  })
})

describe('items seen by reviewers', () => {
  it('stay open for others: reviewing changes no item', async () => {
    const { campaign } = await oneAnswer()
    const [fresh] = await someItems(world, campaign, [{}])
    const item = await world.turn(ctx => findItem(ctx.db, fresh!))
    expect(item).toMatchObject({ state: 'open', taken: 0 })
  })
})
