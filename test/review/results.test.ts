import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { amount } from '../../core/amount.ts'
import { updateItem } from '../../core/campaigns/store.ts'
import type { Context } from '../../core/context.ts'
import { findContributor } from '../../core/people/store.ts'
import { acceptReviewing } from '../../core/review/acceptReviewing.ts'
import { autoAccept } from '../../core/review/autoAccept.ts'
import { closeRound } from '../../core/review/closeRound.ts'
import { aboutPay, expectedFactor } from '../../core/review/estimate.ts'
import { listAnswers } from '../../core/review/listAnswers.ts'
import { readAnswer } from '../../core/review/readAnswer.ts'
import { readMe } from '../../core/review/readMe.ts'
import { reviewInvitation } from '../../core/review/reviewInvitation.ts'
import { sinceLastVisit } from '../../core/review/sinceLastVisit.ts'
import { rewardRows } from '../../core/settlement/tables.ts'
import { findSubmission } from '../../core/work/store.ts'
import {
  aCampaign,
  anAnswer,
  aPerson,
  changeSubmission,
  must,
  refusalOf,
  someItems,
  TOKEN,
} from '../support/builders.ts'
import { databases } from '../support/database.ts'
import { aWorld, type World } from '../support/world.ts'
import { aSitting, ballotOf, NOTE, openOne, vote } from './sitting.ts'

const HOUR = 3600

describe.each(databases)('an author’s results on %s', kind => {
  let world: World
  beforeEach(async () => {
    world = await aWorld({ kind })
  })
  afterEach(() => world.close())
  const run = <T>(work: (ctx: Context) => Promise<T>) => world.turn(work)

  it('say of a refused answer: the rule in the words of its guide, what reviewers wrote, and that it may be judged again', async () => {
    const { author, submissions, reviewers } = await aSitting(world)
    const mine = { contributorId: author, submissionId: submissions[0]! }
    const { roundId, seats } = await openOne(world)
    const ballotId = await ballotOf(world, roundId, mine.submissionId)
    await vote(world, ballotId, seats, ['reject', 'reject'])
    const open = must(await run(ctx => readAnswer(ctx, mine)))
    expect(open).toMatchObject({
      state: 'pending',
      notes: [],
      accepts: 0,
      rejects: 0,
      rule: null,
      checks: { done: 2, of: 3 },
    })
    await vote(world, ballotId, seats.slice(2), ['accept'])
    await run(ctx => closeRound(ctx, { roundId }))
    const refused = must(await run(ctx => readAnswer(ctx, mine)))
    expect(refused).toMatchObject({
      state: 'rejected',
      answer: { text: 'The office is closed on Monday.' },
      rule: { rule: 2, text: 'Say nothing that the source does not say.' },
      notes: [NOTE, NOTE],
      accepts: 1,
      rejects: 2,
      sum: null,
      about: null,
      appeal: 'possible',
      appealUntil: new Date(world.now().getTime() + 72 * HOUR * 1000),
      isHiddenCheck: false,
    })
    for (const reviewer of reviewers) expect(JSON.stringify(refused, asText)).not.toContain(reviewer)
    world.advance(72 * HOUR)
    expect(must(await run(ctx => readAnswer(ctx, mine))).appeal).toBe('none')
  })

  it('are nobody else’s', async () => {
    const { submissions, reviewers } = await aSitting(world)
    const theirs = { contributorId: reviewers[0]!, submissionId: submissions[0]! }
    expect(refusalOf(await run(ctx => readAnswer(ctx, theirs)))).toBe('submission.unknown')
  })

  it('do not tell a check question from an ordinary one before its day, and then show its rule, not its answer', async () => {
    const campaign = await aCampaign(world, { kind: 'choice' })
    const [check, live] = await someItems(world, campaign, [{ role: 'check', rule: 2 }, {}])
    const contributorId = await aPerson(world)
    const earlier = await someItems(
      world,
      campaign,
      Array.from({ length: 5 }, () => ({})),
    )
    for (const itemId of earlier) await anAnswer(world, { contributorId, itemId, answer: { label: 'spanish' } })
    const missed = await anAnswer(world, { contributorId, itemId: check!, answer: { label: 'dutch' } })
    const plain = await anAnswer(world, { contributorId, itemId: live!, answer: { label: 'dutch' } })
    const read = (submissionId: typeof missed) =>
      run(async ctx => must(await readAnswer(ctx, { contributorId, submissionId })))
    const same = ({ state, checks, rule, notes, about, appeal, isHiddenCheck }: Awaited<ReturnType<typeof read>>) => ({
      state,
      checks,
      rule,
      notes,
      about,
      appeal,
      isHiddenCheck,
    })
    expect(same(await read(missed))).toEqual(same(await read(plain)))
    world.advance(72 * HOUR)
    await run(ctx => autoAccept(ctx))
    const shown = await read(missed)
    expect(shown).toMatchObject({
      state: 'rejected',
      isHiddenCheck: true,
      rule: { rule: 2 },
      notes: [],
      answer: { label: 'dutch' },
    })
    expect(JSON.stringify(shown.rule)).not.toContain('spanish')
  })

  it('count people who say the same only once an answer is decided', async () => {
    const campaign = await aCampaign(world, { kind: 'choice' })
    const [itemId] = await someItems(world, campaign, [{}])
    const people = [await aPerson(world), await aPerson(world), await aPerson(world)]
    const sent = []
    for (const [index, contributorId] of people.entries()) {
      const label = index === 2 ? 'dutch' : 'spanish'
      sent.push(await anAnswer(world, { contributorId, itemId: itemId!, answer: { label } }))
    }
    const mine = { contributorId: people[0]!, submissionId: sent[0]! }
    expect(must(await run(ctx => readAnswer(ctx, mine))).factors.people).toBe(0)
    await run(async ctx => updateItem(ctx.db, itemId!, { state: 'decided' }))
    await run(ctx => autoAccept(ctx, { isFlush: true }))
    expect(must(await run(ctx => readAnswer(ctx, mine))).factors.people).toBe(1)
  })

  it('are listed newest first, by state, eight to a page', async () => {
    const { author, submissions } = await aSitting(world, { answers: 9 })
    const list = (filter: 'all' | 'rejected', page: number) =>
      run(ctx => listAnswers(ctx, { contributorId: author, filter, page }))
    const first = await list('all', 0)
    expect(first).toMatchObject({ total: 9, pages: 2 })
    expect(first.answers.map(answer => answer.submissionId)).toEqual([...submissions].reverse().slice(0, 8))
    expect((await list('all', 99)).answers.map(answer => answer.submissionId)).toEqual([submissions[0]])
    expect(await list('rejected', 0)).toEqual({ answers: [], total: 0, pages: 1 })
  })

  it('add up on one’s own page, settled pay apart from what is being checked', async () => {
    const { author, submissions, campaign } = await aSitting(world, { answers: 3 })
    await settle(world, submissions[0]!, campaign.campaignId)
    const me = await run(ctx => readMe(ctx, { contributorId: author }))
    expect(me).toMatchObject({ today: 3, week: 3, accepted: 1, pending: 2, rejected: 0, pendingSum: 2n * TOKEN })
    expect(me).toMatchObject({
      earned: (TOKEN * 86n) / 100n,
      paid: 0n,
      waiting: 0n,
      onTheWay: 0n,
      wallet: null,
      skills: [],
    })
    const settled = must(await run(ctx => readAnswer(ctx, { contributorId: author, submissionId: submissions[0]! })))
    expect(settled).toMatchObject({ sum: (TOKEN * 86n) / 100n, quality: 86, about: null, epoch: 1, isRecorded: false })
    expect(settled.factors).toMatchObject({ factorPpm: 876_470, truthPpm: 970_000, levelPercent: 0 })
  })

  it('are told once after an absence, and not within one visit or when nothing happened', async () => {
    const { author, submissions, campaign } = await aSitting(world)
    const ask = () => run(ctx => sinceLastVisit(ctx, { contributorId: author }))
    world.advance(600)
    await settle(world, submissions[0]!, campaign.campaignId)
    expect(await ask()).toBeUndefined()
    world.advance(1800)
    expect(await ask()).toBeUndefined()
    const left = world.now()
    world.advance(3600)
    const [item] = await someItems(world, campaign, [{}])
    const second = await anAnswer(world, { contributorId: author, itemId: item! })
    await settle(world, second, campaign.campaignId)
    world.advance(1)
    expect(await ask()).toEqual({ since: left, accepted: 1, earned: (TOKEN * 86n) / 100n, pending: 0, rejected: 0 })
    expect(await ask()).toBeUndefined()
  })

  it('invite to review after ten checked answers of which four in five were right, and keep quiet after a no', async () => {
    const campaign = await aCampaign(world)
    const traits = { skill: campaign.skill, standing: 'trusted' as const }
    const ask = (contributorId: Awaited<ReturnType<typeof aPerson>>) =>
      run(ctx => reviewInvitation(ctx, { contributorId }))
    expect(await ask(await aPerson(world, { ...traits, checked: 9 }))).toBeUndefined()
    expect(await ask(await aPerson(world, { ...traits, meanPpm: 799_999 }))).toBeUndefined()
    const person = await aPerson(world, { ...traits, checked: 10 })
    // A vote takes a third of 60 seconds until votes have shown better: 180 an hour at a tenth of a token.
    expect(await ask(person)).toEqual({
      skill: campaign.skill,
      share: 0.85,
      answers: 10,
      votePrice: TOKEN / 10n,
      hourly: 18n * TOKEN,
    })
    await run(ctx => acceptReviewing(ctx, { contributorId: person, isYes: false }))
    expect(await ask(person)).toBeUndefined()
    world.advance(60 * 86_400)
    await run(ctx => acceptReviewing(ctx, { contributorId: person, isYes: true }))
    expect((await run(ctx => findContributor(ctx.db, person)))?.role).toBe('reviewer')
    expect(await ask(person)).toBeUndefined()
  })
})

/** Accepted and settled as a payday would: q 86 of a price of one token (a newcomer with twenty good answers). */
async function settle(
  world: World,
  submissionId: Parameters<typeof findSubmission>[1],
  campaignId: string,
): Promise<void> {
  await world.turn(async ctx => {
    const submission = (await findSubmission(ctx.db, submissionId))!
    const decided = { state: 'accepted', decidedBy: 'auto', decidedAt: ctx.now(), settledEpoch: 1 } as const
    await changeSubmission(ctx.db, submissionId, decided)
    const hash = `0x${submissionId.replaceAll('-', '').padStart(64, '0')}` as const
    await ctx.db.insert(rewardRows).values({
      rowId: hash,
      epoch: 1,
      kind: 'answer',
      basis: 'posterior',
      submissionId,
      campaignId: campaignId as never,
      contributorId: submission.contributorId,
      skill: 'skill text',
      isGold: false,
      truthPpm: 970_000,
      elsewherePpm: 500_000,
      needPpm: 650_000,
      scorePpm: 783_333,
      factorPpm: 876_470,
      peff: amount(TOKEN),
      q: 86,
      mBps: 10_000,
      cap: amount(TOKEN),
      pay: amount((TOKEN * 86n) / 100n),
      linkCommit: hash,
      settledAt: ctx.now(),
    })
  })
}

const asText = (_key: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)

describe('what an answer may come to', () => {
  it('follows the record: more for a good one, less for a bad one, something for somebody new', async () => {
    const world = await aWorld()
    const { parameters } = world.settings
    const now = world.now()
    await world.close()
    const rows = (s: number) =>
      Array.from({ length: 40 }, () => ({ s, n: 650_000, settledAt: Math.floor(now.getTime() / 1000) - 3600 }))
    const factor = (settled: ReturnType<typeof rows>, gold = { goldRight: 0, goldAsked: 0 }) =>
      expectedFactor({ settled, waiting: 5, ...gold }, true, now, parameters)
    const [good, bad, fresh] = [factor(rows(650_000)), factor(rows(100_000)), factor([])]
    expect(good).toBe(1_000_000)
    expect(bad).toBe(0)
    expect(fresh).toBeGreaterThan(0)
    expect(fresh).toBeLessThan(good)
    expect(factor([], { goldRight: 0, goldAsked: 6 })).toBe(0)
    const answer = {
      price: amount(TOKEN),
      mBps: 11_000,
      payReserve: amount(TOKEN),
      isComparable: true,
      accepts: 0,
      rejects: 0,
      decidedBy: null,
    }
    expect(aboutPay(answer, 1_000_000, parameters)).toBe(TOKEN)
    expect(aboutPay({ ...answer, mBps: 10_000 }, 500_000, parameters)).toBe((TOKEN * 46n) / 100n)
    expect(aboutPay({ ...answer, isComparable: false, decidedBy: 'auto', mBps: 10_000 }, 0, parameters)).toBe(
      (TOKEN * 60n) / 100n,
    )
  })
})
