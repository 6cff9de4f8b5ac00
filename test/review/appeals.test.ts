import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../../core/context.ts'
import { takeUnseenNotices } from '../../core/outbox/store.ts'
import { appealOf } from '../../core/review/appealStore.ts'
import { appealTerms } from '../../core/review/appealTerms.ts'
import { closeDueRounds } from '../../core/review/closeDueRounds.ts'
import { closeRound } from '../../core/review/closeRound.ts'
import { finalizeRejections } from '../../core/review/finalizeRejections.ts'
import { openAppeal } from '../../core/review/openAppeal.ts'
import { readAnswer } from '../../core/review/readAnswer.ts'
import { readBallot } from '../../core/review/readBallot.ts'
import { seatAppeals } from '../../core/review/seatAppeals.ts'
import { findSubmission } from '../../core/work/store.ts'
import { allBalances, aPerson, earned, must, purses, refusalOf, TOKEN } from '../support/builders.ts'
import { aWorld, type World } from '../support/world.ts'
import { aSitting, ballotOf, newestRound, openOne, vote } from './sitting.ts'

const HOUR = 3600
const SET_ASIDE = 1_312_500_000_000_000_000n
const LEVY = 400_000_000_000_000_000n
/** A quarter of seven votes at a tenth of a token, each with 5 % fee. */
const BOND = 183_750_000_000_000_000n

let world: World
beforeEach(async () => {
  world = await aWorld()
})
afterEach(async () => {
  const sum = Object.values(await allBalances(world)).reduce((total, one) => total + one, 0n)
  await world.close()
  expect(sum).toBe(0n)
})

const run = <T>(work: (ctx: Context) => Promise<T>) => world.turn(work)

/** `answers` rejected answers of one author; `others` people who could judge again. */
async function aRejection(given: { others?: number; answers?: number } = {}) {
  const sitting = await aSitting(world, { reviewers: 3, answers: given.answers ?? 1 })
  for (;;) {
    const round = await openOne(world).catch(() => undefined)
    if (round === undefined) break
    for (const submissionId of sitting.submissions) {
      const ballotId = await ballotOf(world, round.roundId, submissionId).catch(() => undefined)
      if (ballotId !== undefined) await vote(world, ballotId, round.seats, ['reject', 'reject'])
    }
    await run(ctx => closeRound(ctx, { roundId: round.roundId }))
  }
  for (let n = 0; n < (given.others ?? 7); n++) await aPerson(world, { role: 'reviewer' })
  const submissionId = sitting.submissions[0]!
  return { ...sitting, submissionId, mine: { contributorId: sitting.author, submissionId } }
}

describe('asking for a second look', () => {
  it('costs nothing at first, and is for one’s own rejected answer within the window, once', async () => {
    const { mine, reviewers } = await aRejection()
    const terms = must(await run(ctx => appealTerms(ctx, mine)))
    expect(terms).toEqual({ panel: 7, decideBy: new Date(world.now().getTime() + 72 * HOUR * 1000), bond: 0n, free: 3 })
    const another = { ...mine, contributorId: reviewers[0]! }
    expect(refusalOf(await run(ctx => openAppeal(ctx, another)))).toBe('submission.unknown')
    must(await run(ctx => openAppeal(ctx, mine)))
    expect(refusalOf(await run(ctx => openAppeal(ctx, mine)))).toBe('appeal.exists')
  })

  it('is refused after the window, swept or not, and for an answer that was not refused', async () => {
    const { mine } = await aRejection()
    world.advance(72 * HOUR)
    expect(refusalOf(await run(ctx => openAppeal(ctx, mine)))).toBe('appeal.window_over')
    const { submissions, author } = await aSitting(world)
    const pending = { contributorId: author, submissionId: submissions[0]! }
    expect(refusalOf(await run(ctx => openAppeal(ctx, pending)))).toBe('appeal.not_rejected')
  })

  it('is refused once a flush has made the rejection final', async () => {
    const { mine } = await aRejection()
    expect(await run(ctx => finalizeRejections(ctx, { isFlush: true }))).toBe(1)
    expect(refusalOf(await run(ctx => openAppeal(ctx, mine)))).toBe('appeal.window_over')
  })

  it('goes to seven other people, with the author’s note and without the author', async () => {
    const { mine, reviewers, author, submissionId } = await aRejection()
    must(await run(ctx => openAppeal(ctx, { ...mine, note: 'The second line of the notice says it.' })))
    const { roundId, seats } = await newestRound(world)
    expect(seats).toHaveLength(7)
    for (const one of [...reviewers, author]) expect(seats).not.toContain(one)
    const ballotId = await ballotOf(world, roundId, submissionId)
    const ballot = must(await run(ctx => readBallot(ctx, { contributorId: seats[0]!, ballotId })))
    expect(ballot).toMatchObject({ isAppeal: true, appealNote: 'The second line of the notice says it.' })
    expect(await run(ctx => finalizeRejections(ctx, { isFlush: true }))).toBe(0)
  })
})

describe('the decision', () => {
  async function decided(choices: Parameters<typeof vote>[3]) {
    const rejection = await aRejection()
    must(await run(ctx => openAppeal(ctx, rejection.mine)))
    const { roundId, seats } = await newestRound(world)
    await vote(world, await ballotOf(world, roundId, rejection.submissionId), seats, choices)
    world.advance(72 * HOUR)
    expect(await run(ctx => closeDueRounds(ctx))).toBe(1)
    return rejection
  }

  it('won: the answer is accepted and its money earned', async () => {
    const { mine, campaign, submissionId, author } = await decided(['accept', 'accept', 'reject', 'fix'])
    const row = await run(ctx => findSubmission(ctx.db, submissionId))
    expect(row).toMatchObject({ state: 'accepted', decidedBy: 'appeal' })
    expect(await purses(world, campaign.campaignId)).toEqual({
      free: 1000n * TOKEN - SET_ASIDE - LEVY,
      earned: SET_ASIDE,
      review: LEVY,
    })
    const notices = await run(ctx => takeUnseenNotices(ctx, author))
    expect(notices.map(notice => notice.code)).toEqual(['answer.rejected', 'appeal.won'])
    expect(JSON.parse(notices[1]!.payload)).toMatchObject({ accepts: 3, rejects: 1, of: 4 })
    expect(must(await run(ctx => readAnswer(ctx, mine)))).toMatchObject({
      state: 'accepted',
      appeal: 'won',
      accepts: 3,
    })
  })

  it('lost: the rejection is final at once', async () => {
    const { mine, campaign } = await decided(['reject', 'reject', 'reject', 'accept'])
    expect(await purses(world, campaign.campaignId)).toEqual({ free: 1000n * TOKEN - LEVY, review: LEVY })
    expect((await run(ctx => appealOf(ctx.db, mine.submissionId)))?.state).toBe('lost')
    expect(await run(ctx => finalizeRejections(ctx))).toBe(0)
    expect(must(await run(ctx => readAnswer(ctx, mine)))).toMatchObject({
      state: 'rejected',
      appeal: 'lost',
      rejects: 3,
    })
  })

  it('even: the rejection was not confirmed, so the answer is accepted', async () => {
    const { mine } = await decided(['reject', 'reject', 'accept', 'accept'])
    expect((await run(ctx => appealOf(ctx.db, mine.submissionId)))?.state).toBe('won')
  })

  it('unseated: too few votes in time are paid for, without anybody’s judgement behind it', async () => {
    const { mine } = await decided(['reject', 'reject', 'reject'])
    expect((await run(ctx => appealOf(ctx.db, mine.submissionId)))?.state).toBe('unseated')
    expect(await run(ctx => findSubmission(ctx.db, mine.submissionId))).toMatchObject({
      state: 'accepted',
      decidedBy: 'auto',
    })
  })
})

describe('too few people', () => {
  it('are waited for, and drawn when they come', async () => {
    const { mine, campaign } = await aRejection({ others: 2 })
    must(await run(ctx => openAppeal(ctx, mine)))
    expect((await run(ctx => appealOf(ctx.db, mine.submissionId)))?.roundId).toBeNull()
    expect(await run(ctx => seatAppeals(ctx))).toBe(0)
    await aPerson(world, { role: 'reviewer' })
    expect(await run(ctx => seatAppeals(ctx))).toBe(1)
    expect((await newestRound(world)).seats).toHaveLength(3)
    expect(await run(ctx => seatAppeals(ctx))).toBe(0)
    expect(await purses(world, campaign.campaignId)).toMatchObject({ pending: SET_ASIDE })
  })

  it('until shortly before the promised day: then the answer is accepted and paid', async () => {
    const { mine, campaign, author } = await aRejection({ others: 2 })
    must(await run(ctx => openAppeal(ctx, mine)))
    world.advance(54 * HOUR + 1)
    expect(await run(ctx => seatAppeals(ctx))).toBe(1)
    expect((await run(ctx => appealOf(ctx.db, mine.submissionId)))?.state).toBe('unseated')
    expect(await purses(world, campaign.campaignId)).toMatchObject({ earned: SET_ASIDE })
    const codes = (await run(ctx => takeUnseenNotices(ctx, author))).map(notice => notice.code)
    expect(codes).toContain('appeal.unseated')
    expect(await run(ctx => seatAppeals(ctx))).toBe(0)
  })
})

describe('the bond after three free ones', () => {
  async function fourth() {
    const rejection = await aRejection({ answers: 4 })
    for (const submissionId of rejection.submissions.slice(1)) {
      must(await run(ctx => openAppeal(ctx, { contributorId: rejection.author, submissionId })))
    }
    return rejection
  }
  const bondOf = async (person: string) => {
    const all = await allBalances(world)
    return {
      accrued: all[`person:${person}:accrued`] ?? 0n,
      bond: all[`person:${person}:bond`] ?? 0n,
      commons: all['commons'] ?? 0n,
    }
  }

  it('is a quarter of the panel, held from earned pay, and refused without it', async () => {
    const { mine, author, campaign } = await fourth()
    expect(must(await run(ctx => appealTerms(ctx, mine)))).toMatchObject({ bond: BOND, free: 0 })
    expect(refusalOf(await run(ctx => openAppeal(ctx, mine)))).toBe('appeal.bond_missing')
    await earned(world, author, campaign, TOKEN)
    must(await run(ctx => openAppeal(ctx, mine)))
    expect(await bondOf(author)).toEqual({ accrued: TOKEN - BOND, bond: BOND, commons: 0n })
  })

  it.each([
    ['won: comes back', ['accept', 'accept', 'accept', 'accept'] as const, { accrued: TOKEN, bond: 0n, commons: 0n }],
    [
      'lost: goes to the commons',
      ['reject', 'reject', 'reject', 'reject'] as const,
      { accrued: TOKEN - BOND, bond: 0n, commons: BOND },
    ],
    ['unseated: comes back', ['reject'] as const, { accrued: TOKEN, bond: 0n, commons: 0n }],
  ])('%s', async (_name, choices, expected) => {
    const { mine, author, campaign, submissionId } = await fourth()
    await earned(world, author, campaign, TOKEN)
    must(await run(ctx => openAppeal(ctx, mine)))
    const { roundId, seats } = await newestRound(world)
    await vote(world, await ballotOf(world, roundId, submissionId), seats, [...choices])
    await run(ctx => closeRound(ctx, { roundId }))
    expect(await bondOf(author)).toEqual(expected)
  })
})
