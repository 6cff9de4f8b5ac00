// Reviewers, sweeps and leaving people at the same rounds in the same moment.
import { describe, expect, it } from 'vitest'
import type { ContributorId } from '../../core/ids.ts'
import { postings } from '../../core/money/tables.ts'
import { notices } from '../../core/outbox/tables.ts'
import { autoAccept } from '../../core/review/autoAccept.ts'
import { castVote } from '../../core/review/castVote.ts'
import { closeDueRounds } from '../../core/review/closeDueRounds.ts'
import { finalizeRejections } from '../../core/review/finalizeRejections.ts'
import { openDueRounds } from '../../core/review/openDueRounds.ts'
import { seatAppeals } from '../../core/review/seatAppeals.ts'
import { ballots, rounds, seats, votes } from '../../core/review/tables.ts'
import { forget } from '../../core/settlement/forget.ts'
import { withdrawConsent } from '../../core/settlement/withdrawConsent.ts'
import { expireAssignments } from '../../core/work/expireAssignments.ts'
import { submissions } from '../../core/work/tables.ts'
import { undoAnswer } from '../../core/work/undoAnswer.ts'
import { NOTE } from '../review/sitting.ts'
import { aCampaign, anAnswer, aPerson, type BuiltCampaign, refusalOf, someItems } from '../support/builders.ts'
import type { World } from '../support/world.ts'
import { allAtOnce, aWatchedWorld, disagreements, hasPostgres, load, type WatchedWorld } from './load.ts'

const REVIEWERS = load(30, 7)
const AUTHORS = load(20, 4)
const PANEL = load(7, 3)

/** Text answers, which people always look at: every author one to each of two items. */
async function aFullTable(world: World): Promise<{ campaign: BuiltCampaign; authors: ContributorId[] }> {
  const campaign = await aCampaign(world, {
    spec: { panelSize: PANEL, overlapMin: 2, overlapMax: 2 },
    terms: { reviewShareBps: 90_000 },
    deposit: 10n ** 22n,
  })
  await someItems(world, campaign, [{ role: 'test' }, { role: 'test' }])
  const items = await someItems(
    world,
    campaign,
    Array.from({ length: AUTHORS }, () => ({})),
  )
  const authors: ContributorId[] = []
  for (let n = 0; n < AUTHORS; n++) authors.push(await aPerson(world))
  for (const [index, contributorId] of authors.entries()) {
    for (const step of [0, 1]) {
      const itemId = items[(index + step) % items.length]
      if (itemId !== undefined) await anAnswer(world, { contributorId, itemId })
    }
  }
  return { campaign, authors }
}

async function reviewers(world: World): Promise<void> {
  for (let n = 0; n < REVIEWERS; n++) await aPerson(world, { role: 'reviewer' })
}

const SWEEPS = [expireAssignments, closeDueRounds, seatAppeals, autoAccept, finalizeRejections, openDueRounds]

/** As two processes would: each its own order, everything at the same time. */
const twoSweepers = (world: World, input: { isFlush?: boolean } = {}) =>
  [SWEEPS, [...SWEEPS].reverse()].map(sweeps => async () => {
    for (const sweep of sweeps) {
      for (let batch = 0; batch < 20; batch++) {
        if ((await world.turn(ctx => sweep(ctx, input))) === 0) break
      }
    }
  })

const readRounds = (world: World) =>
  world.turn(async ctx => ({
    rounds: await ctx.db.select().from(rounds),
    ballots: await ctx.db.select().from(ballots),
    seats: await ctx.db.select().from(seats),
    votes: await ctx.db.select().from(votes),
  }))

async function cleanAfter(world: WatchedWorld, test: () => Promise<void>): Promise<void> {
  try {
    await test()
    expect(await disagreements(world)).toEqual([])
  } finally {
    await world.close()
  }
}

describe.skipIf(!hasPostgres)('rounds in a crowd', { timeout: 300_000 }, () => {
  it('two sweepers open each answer one round; every ballot takes exactly its panel, and closes once', async () => {
    const world = await aWatchedWorld()
    await cleanAfter(world, async () => {
      await aFullTable(world)
      await aFullTable(world)
      await reviewers(world)
      world.advance(3600 * 4)
      expect(await allAtOnce(twoSweepers(world))).toEqual([])
      const open = await readRounds(world)
      const judged = open.ballots.flatMap(ballot => ballot.submissionId ?? [])
      expect(new Set(judged).size).toBe(judged.length)
      expect(judged).toHaveLength(AUTHORS * 4)
      const refused = new Map<string, number>()
      const voting = open.seats.flatMap(({ contributorId, roundId }) =>
        open.ballots
          .filter(ballot => ballot.roundId === roundId)
          .map((ballot, index) => async () => {
            const isAgainst = (index + contributorId.charCodeAt(35)) % 3 === 0
            const say = isAgainst ? ({ choice: 'reject', rule: 2, note: NOTE } as const) : { choice: 'accept' as const }
            const input = { contributorId, ballotId: ballot.id, ...say }
            // Twice at once, as a double press: one vote.
            const cast = await Promise.all([0, 1].map(() => world.turn(ctx => castVote(ctx, input))))
            for (const one of cast.filter(result => !result.ok)) {
              const code = refusalOf(one)
              refused.set(code, (refused.get(code) ?? 0) + 1)
            }
          }),
      )
      expect(await allAtOnce(voting)).toEqual([])
      expect([...refused.keys()].filter(code => code !== 'ballot.full')).toEqual([])
      const voted = await readRounds(world)
      for (const ballot of voted.ballots) {
        expect(voted.votes.filter(vote => vote.ballotId === ballot.id)).toHaveLength(PANEL)
      }
      world.advance(86_400 * 4)
      expect(await allAtOnce([...twoSweepers(world), ...twoSweepers(world)])).toEqual([])
      const { told, moved, answers } = await world.turn(async ctx => ({
        told: await ctx.db.select().from(notices),
        moved: await ctx.db.select().from(postings),
        answers: await ctx.db.select().from(submissions),
      }))
      const closed = told
        .filter(notice => notice.code === 'round.closed')
        .map(one => `${one.contributorId} ${one.payload}`)
      expect(new Set(closed).size).toBe(closed.length)
      expect(closed.length).toBeGreaterThan(0)
      const accepted = answers.filter(answer => answer.state === 'accepted')
      expect(moved.filter(posting => posting.reason === 'accept')).toHaveLength(accepted.length)
      expect(answers.filter(answer => answer.state === 'pending')).toEqual([])
      console.log(`${voted.votes.length} votes in ${voted.rounds.length} rounds:`, refused, world.met)
      expect(world.met.get('40P01') ?? 0).toBe(0)
    })
  })

  it('an answer is either taken back or judged, whichever was first, and never both', async () => {
    const world = await aWatchedWorld()
    await cleanAfter(world, async () => {
      const { authors } = await aFullTable(world)
      await reviewers(world)
      const undoing = authors.map(contributorId => async () => {
        const undone = await world.turn(ctx => undoAnswer(ctx, { contributorId }))
        if (!undone.ok && undone.refusal.code !== 'answer.not_undoable') throw new Error(undone.refusal.code)
      })
      await undoing[0]?.()
      expect(await allAtOnce([...undoing, ...twoSweepers(world, { isFlush: true }), ...undoing])).toEqual([])
      const answers = await world.turn(ctx => ctx.db.select().from(submissions))
      const { ballots: asked } = await readRounds(world)
      const undone = new Set(answers.filter(answer => answer.state === 'undone').map(answer => answer.id))
      expect(asked.filter(ballot => ballot.submissionId !== null && undone.has(ballot.submissionId))).toEqual([])
      expect(undone.size).toBeGreaterThan(0)
      expect(undone.size).toBeLessThan(answers.length)
      console.log(`${undone.size} of ${answers.length} taken back:`, world.met)
      expect(world.met.get('40P01') ?? 0).toBe(0)
    })
  })

  it('people leave or take their agreement back while rounds on their answers close', async () => {
    const world = await aWatchedWorld()
    await cleanAfter(world, async () => {
      const { campaign, authors } = await aFullTable(world)
      await reviewers(world)
      world.advance(3600 * 4)
      for (const sweep of twoSweepers(world)) await sweep()
      const open = await readRounds(world)
      const { campaignId } = campaign
      const leaving = authors.map((contributorId, index) => async () => {
        if (index % 3 === 0) await world.turn(ctx => forget(ctx, { contributorId }))
        if (index % 3 === 1) await world.turn(ctx => withdrawConsent(ctx, { contributorId, campaignId }))
      })
      const voting = open.seats.map(({ contributorId, roundId }) => async () => {
        for (const ballot of open.ballots.filter(one => one.roundId === roundId)) {
          await world.turn(ctx => castVote(ctx, { contributorId, ballotId: ballot.id, choice: 'accept' }))
        }
      })
      const closing = Array.from({ length: 4 }, () => async () => {
        await world.turn(ctx => closeDueRounds(ctx, { isFlush: true }))
      })
      expect(await allAtOnce([...voting, ...leaving, ...closing, ...twoSweepers(world, { isFlush: true })])).toEqual([])
      for (const sweep of twoSweepers(world, { isFlush: true })) await sweep()
      const answers = await world.turn(ctx => ctx.db.select().from(submissions))
      const gone = new Set(authors.filter((_, index) => index % 3 < 2))
      expect(answers.filter(answer => gone.has(answer.contributorId) && answer.answer !== null)).toEqual([])
      expect(answers.filter(answer => answer.state === 'pending')).toEqual([])
      console.log('leaving while rounds close:', world.met)
      expect(world.met.get('40P01') ?? 0).toBe(0)
    })
  })
})
