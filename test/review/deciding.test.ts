import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findItem, updateItem } from '../../core/campaigns/store.ts'
import type { ContributorId, SubmissionId } from '../../core/ids.ts'
import { takeUnseenNotices } from '../../core/outbox/store.ts'
import { eraseContributor } from '../../core/people/store.ts'
import { autoAccept } from '../../core/review/autoAccept.ts'
import { closeDueRounds } from '../../core/review/closeDueRounds.ts'
import { closeRound } from '../../core/review/closeRound.ts'
import { rejectAnswer } from '../../core/review/decide.ts'
import { findJudged } from '../../core/review/decisionStore.ts'
import { finalizeRejections } from '../../core/review/finalizeRejections.ts'
import { listRounds } from '../../core/review/listRounds.ts'
import { myVotes } from '../../core/review/myVotes.ts'
import { openDueRounds } from '../../core/review/openDueRounds.ts'
import { readRound } from '../../core/review/readRound.ts'
import { findSubmission } from '../../core/work/store.ts'
import { undoAnswer } from '../../core/work/undoAnswer.ts'
import {
  aCampaign,
  allBalances,
  anAnswer,
  aPerson,
  changeSubmission,
  must,
  purses,
  refusalOf,
  someItems,
  TOKEN,
} from '../support/builders.ts'
import { aWorld, type World } from '../support/world.ts'
import { aSitting, ballotOf, ballotRows, NOTE, newestRound, openOne, vote } from './sitting.ts'

const HOUR = 3600
/** Set aside for one answer at level 1: 1 token, a floor's top-up of 25 %, and the fee on both. */
const SET_ASIDE = (TOKEN * 12_500n) / 10_000n + (((TOKEN * 12_500n) / 10_000n) * 500n) / 10_000n
const LEVY = (TOKEN * 4_000n) / 10_000n

let world: World
beforeEach(async () => {
  world = await aWorld()
})
afterEach(async () => {
  const sum = Object.values(await allBalances(world)).reduce((total, one) => total + one, 0n)
  await world.close()
  expect(sum).toBe(0n)
})

const stateOf = async (id: SubmissionId) => {
  const row = await world.turn(ctx => findSubmission(ctx.db, id))
  return { state: row?.state, decidedBy: row?.decidedBy }
}
const close = () => world.turn(ctx => closeDueRounds(ctx))
const auto = () => world.turn(ctx => autoAccept(ctx))
const final = () => world.turn(ctx => finalizeRejections(ctx))

async function voted(choices: Parameters<typeof vote>[3], given: Parameters<typeof aSitting>[1] = {}) {
  const sitting = await aSitting(world, given)
  const round = await openOne(world)
  const submissionId = sitting.submissions[0]!
  const ballotId = await ballotOf(world, round.roundId, submissionId)
  await vote(world, ballotId, round.seats, choices)
  return { ...sitting, ...round, submissionId, ballotId }
}

describe('closing a round', () => {
  it('accepts by majority and moves the pay from pending to earned', async () => {
    const { submissionId, campaign, roundId } = await voted(['accept', 'reject', 'fix'])
    expect(await purses(world, campaign.campaignId)).toMatchObject({ pending: SET_ASIDE, review: LEVY })
    world.advance(72 * HOUR)
    expect(await close()).toBe(1)
    expect(await stateOf(submissionId)).toEqual({ state: 'accepted', decidedBy: 'review' })
    const [row] = await ballotRows(world, roundId)
    expect(row).toMatchObject({ outcome: 'accepted', accepts: 2, rejects: 1, rule: 2 })
    const after = await purses(world, campaign.campaignId)
    expect(after).toEqual({ free: 1000n * TOKEN - SET_ASIDE - LEVY, earned: SET_ASIDE, review: LEVY })
  })

  it('does nothing when it is closed a second time', async () => {
    const { roundId, campaign } = await voted(['accept', 'accept'])
    await world.turn(ctx => closeRound(ctx, { roundId }))
    const before = await purses(world, campaign.campaignId)
    expect(await world.turn(ctx => closeRound(ctx, { roundId }))).toBeUndefined()
    expect(await purses(world, campaign.campaignId)).toEqual(before)
  })

  it('closes early when everybody drawn has voted, but leaves the last one time to change it', async () => {
    const { seats, ballotId, submissionId } = await voted(['accept', 'accept'])
    expect(await close()).toBe(0)
    await vote(world, ballotId, seats.slice(2), ['accept'])
    expect(await close()).toBe(0)
    world.advance(301)
    expect(await close()).toBe(1)
    expect((await stateOf(submissionId)).state).toBe('accepted')
    expect(await close()).toBe(0)
  })

  it('rejects with rule and reason, frees the item’s slot, tells the author, and keeps the money until it is final', async () => {
    const { submissionId, campaign, author, roundId } = await voted(['reject', 'reject', 'accept'])
    const itemId = (await ballotRows(world, roundId))[0]!.itemId
    expect(await world.turn(ctx => findItem(ctx.db, itemId))).toMatchObject({ state: 'decided', taken: 1 })
    world.advance(72 * HOUR)
    await close()
    expect(await stateOf(submissionId)).toEqual({ state: 'rejected', decidedBy: 'review' })
    expect(await world.turn(ctx => findItem(ctx.db, itemId))).toMatchObject({ state: 'open', taken: 0, wanted: 1 })
    expect(await purses(world, campaign.campaignId)).toMatchObject({ pending: SET_ASIDE })
    const notices = await world.turn(ctx => takeUnseenNotices(ctx, author))
    expect(notices.map(notice => notice.code)).toEqual(['answer.rejected'])
    expect(JSON.parse(notices[0]!.payload)).toMatchObject({ submissionId, rule: 2 })
  })

  it('moves the money of a rejection only after the window for a second look', async () => {
    const { campaign, roundId } = await voted(['reject', 'reject'])
    await world.turn(ctx => closeRound(ctx, { roundId }))
    world.advance(72 * HOUR - 1)
    expect(await final()).toBe(0)
    world.advance(1)
    expect(await final()).toBe(1)
    expect(await purses(world, campaign.campaignId)).toEqual({ free: 1000n * TOKEN - LEVY, review: LEVY })
    expect(await final()).toBe(0)
  })

  it('cannot reject without a rule or without words', async () => {
    const { submissionId } = await voted([])
    const reject = (reason: { rule: number; words: string }) =>
      world.turn(async ctx => rejectAnswer(ctx, (await findJudged(ctx.db, submissionId))!, 'review', reason))
    await expect(reject({ rule: 0, words: NOTE })).rejects.toThrow('without a rule')
    await expect(reject({ rule: 2, words: '  ' })).rejects.toThrow('without a reason')
    expect((await stateOf(submissionId)).state).toBe('pending')
  })

  it('accepts by itself when fewer than the quorum voted and the day has come', async () => {
    const { submissionId } = await voted(['reject'])
    world.advance(72 * HOUR)
    await close()
    expect(await stateOf(submissionId)).toEqual({ state: 'accepted', decidedBy: 'auto' })
  })

  it('gives an even answer to a larger group of other people, and its day moves with it', async () => {
    const { submissionId, seats, roundId } = await voted(['accept', 'reject'], { reviewers: 12, answers: 6 })
    world.advance(72 * HOUR)
    await close()
    expect((await stateOf(submissionId)).state).toBe('pending')
    const larger = await newestRound(world)
    expect(larger.roundId).not.toBe(roundId)
    const card = must(await world.turn(ctx => readRound(ctx, { contributorId: seats[0]!, roundId: larger.roundId })))
    expect(card.quorum).toBe(4)
    expect(larger.seats).not.toContain(seats[0])
    expect(larger.seats).not.toContain(seats[1])
    const row = await world.turn(ctx => findSubmission(ctx.db, submissionId))
    expect(row?.reviewBy).toEqual(card.closesAt)
    expect(await auto()).toBe(0)
    const ballotId = await ballotOf(world, larger.roundId, submissionId)
    await vote(world, ballotId, larger.seats, ['reject', 'reject', 'reject', 'accept'])
    world.advance(72 * HOUR)
    await close()
    expect((await stateOf(submissionId)).state).toBe('rejected')
  })

  it('accepts an even answer by itself where no larger group can be had', async () => {
    const { submissionId, roundId } = await voted(['accept', 'reject'], { reviewers: 4 })
    expect(await world.turn(ctx => closeRound(ctx, { roundId }))).toEqual({ accepted: 0, rejected: 0, undecided: 1 })
    expect(await stateOf(submissionId)).toEqual({ state: 'accepted', decidedBy: 'auto' })
  })

  it('leaves an answer alone that was taken back while it lay before people', async () => {
    const { submissionId, author, roundId } = await voted(['reject', 'reject'])
    expect(refusalOf(await world.turn(ctx => undoAnswer(ctx, { contributorId: author })))).toBe('answer.not_undoable')
    await world.turn(ctx => changeSubmission(ctx.db, submissionId, { state: 'erased', answer: null }))
    await world.turn(ctx => closeRound(ctx, { roundId }))
    expect((await stateOf(submissionId)).state).toBe('erased')
  })

  it('accepts by itself where everybody who gave a reason has left: nobody could be told why', async () => {
    const { submissionId, roundId, seats } = await voted(['reject', 'reject'])
    for (const seat of seats.slice(0, 2)) await world.turn(ctx => eraseContributor(ctx.db, seat, ctx.now()))
    await world.turn(ctx => closeRound(ctx, { roundId }))
    expect(await stateOf(submissionId)).toEqual({ state: 'accepted', decidedBy: 'auto' })
  })

  it('says a planted answer’s known verdict whatever was voted, and each voter what stood', async () => {
    const { seats, roundId, submissions } = await voted([], { answers: 5 })
    const rows = await ballotRows(world, roundId)
    const planted = rows.find(row => row.submissionId === null)!
    const [one, two] = seats as [ContributorId, ContributorId]
    const wrong = planted.plantedVerdict === 'accepted' ? 'reject' : 'accept'
    await vote(world, planted.id, [one, two], [wrong, wrong])
    for (const submissionId of submissions) {
      await vote(world, await ballotOf(world, roundId, submissionId), [one, two], ['accept', 'accept'])
    }
    expect(await world.turn(ctx => closeRound(ctx, { roundId }))).toEqual({ accepted: 5, rejected: 0, undecided: 0 })
    const after = (await ballotRows(world, roundId)).find(row => row.id === planted.id)
    expect(after?.outcome).toBe(planted.plantedVerdict)
    const unseen = await world.turn(ctx => listRounds(ctx, { contributorId: one }))
    expect(unseen).toMatchObject([{ roundId, state: 'closed', accepted: 5, rejected: 0, agreedShare: 1, mine: 6 }])
    const mine = must(await world.turn(ctx => myVotes(ctx, { contributorId: one, roundId })))
    expect(mine).toMatchObject({ held: 5, of: 6, sum: null })
    expect(mine.apart).toMatchObject([{ ballotId: planted.id, mine: wrong, others: planted.plantedVerdict }])
    expect(await world.turn(ctx => listRounds(ctx, { contributorId: one }))).toEqual([])
    const notices = await world.turn(ctx => takeUnseenNotices(ctx, two))
    expect(JSON.parse(notices[0]!.payload)).toMatchObject({ roundId, held: 5, of: 6 })
  })
})

describe('answers nobody looks at', () => {
  async function aChoice(role: 'live' | 'check', rule?: number) {
    const campaign = await aCampaign(world, { kind: 'choice' })
    const [itemId] = await someItems(world, campaign, [{ role, ...(rule === undefined ? {} : { rule }) }])
    return { campaign, itemId: itemId! }
  }
  /** Past the first five answers, which people always look at. */
  async function aRegular(campaign: Awaited<ReturnType<typeof aCampaign>>) {
    const contributorId = await aPerson(world)
    const earlier = await someItems(
      world,
      campaign,
      Array.from({ length: 5 }, () => ({})),
    )
    for (const itemId of earlier) await anAnswer(world, { contributorId, itemId, answer: { label: 'spanish' } })
    return contributorId
  }

  it('are accepted once their item is decided and they can no longer be taken back', async () => {
    const { campaign, itemId } = await aChoice('live')
    const contributorId = await aRegular(campaign)
    const id = await anAnswer(world, { contributorId, itemId, answer: { label: 'spanish' } })
    expect(await world.turn(ctx => findSubmission(ctx.db, id))).toMatchObject({ needsReview: false })
    await world.turn(async ctx => updateItem(ctx.db, itemId, { state: 'decided' }))
    expect(await auto()).toBe(0)
    world.advance(601)
    expect(await auto()).toBe(1)
    expect(await stateOf(id)).toEqual({ state: 'accepted', decidedBy: 'auto' })
    expect(await auto()).toBe(0)
  })

  it('are accepted on their day whatever became of their item', async () => {
    const { campaign, itemId } = await aChoice('live')
    const contributorId = await aRegular(campaign)
    const id = await anAnswer(world, { contributorId, itemId, answer: { label: 'dutch' } })
    world.advance(72 * HOUR - 1)
    await auto()
    expect((await stateOf(id)).state).toBe('pending')
    world.advance(1)
    expect(await auto()).toBe(6)
    expect(await stateOf(id)).toEqual({ state: 'accepted', decidedBy: 'auto' })
  })

  it('are all accepted at a flush', async () => {
    const { itemId } = await aChoice('live')
    const id = await anAnswer(world, { contributorId: await aPerson(world), itemId, answer: { label: 'dutch' } })
    expect(await world.turn(ctx => autoAccept(ctx, { isFlush: true }))).toBe(1)
    expect((await stateOf(id)).decidedBy).toBe('auto')
  })

  it('that are right check questions come along with the next ordinary answer of their author', async () => {
    const { campaign, itemId } = await aChoice('check', 2)
    const contributorId = await aPerson(world)
    const id = await anAnswer(world, { contributorId, itemId, answer: { label: 'spanish' } })
    world.advance(601)
    expect(await auto()).toBe(0)
    const [live] = await someItems(world, campaign, [{}])
    const beside = await anAnswer(world, { contributorId, itemId: live!, answer: { label: 'spanish' } })
    await world.turn(ctx =>
      changeSubmission(ctx.db, beside, { state: 'accepted', decidedBy: 'auto', decidedAt: ctx.now() }),
    )
    expect(await auto()).toBe(1)
    expect(await stateOf(id)).toEqual({ state: 'accepted', decidedBy: 'gold' })
  })

  it('that are missed check questions wait for the usual day and are then refused with their rule', async () => {
    const { itemId } = await aChoice('check', 2)
    const id = await anAnswer(world, { contributorId: await aPerson(world), itemId, answer: { label: 'dutch' } })
    world.advance(72 * HOUR - 1)
    expect(await auto()).toBe(0)
    world.advance(1)
    expect(await auto()).toBe(1)
    expect(await stateOf(id)).toEqual({ state: 'rejected', decidedBy: 'gold' })
  })

  it('that are missed check questions without a rule are accepted, since nobody could be told why not', async () => {
    const { itemId } = await aChoice('check')
    const id = await anAnswer(world, { contributorId: await aPerson(world), itemId, answer: { label: 'dutch' } })
    world.advance(72 * HOUR)
    await auto()
    expect(await stateOf(id)).toEqual({ state: 'accepted', decidedBy: 'auto' })
    expect(world.logged.map(entry => entry.level)).toContain('warn')
  })

  it('wait while they lie in an open round', async () => {
    const { submissionId, roundId } = await voted(['accept', 'accept'])
    world.advance(72 * HOUR)
    expect(await auto()).toBe(0)
    await world.turn(ctx => closeRound(ctx, { roundId }))
    expect(await stateOf(submissionId)).toEqual({ state: 'accepted', decidedBy: 'review' })
  })

  it('too late for a round are left to their day', async () => {
    const { submissions } = await aSitting(world)
    world.advance(60 * HOUR)
    expect(await world.turn(ctx => openDueRounds(ctx))).toBe(0)
    world.advance(12 * HOUR)
    expect(await auto()).toBe(1)
    expect((await stateOf(submissions[0]!)).decidedBy).toBe('auto')
  })
})
