// The next task, found from where a person stands, against the definition that looks at every item.

import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCampaign, updateItem } from '../../core/campaigns/store.ts'
import type { Context } from '../../core/context.ts'
import { rowsOf } from '../../core/database/database.ts'
import { migrate } from '../../core/database/migrate.ts'
import type { ContributorId, ItemId, RoundId } from '../../core/ids.ts'
import { insertBallots, insertRound, insertSeats } from '../../core/review/store.ts'
import { countOpenTasks } from '../../core/work/countOpenTasks.ts'
import { expireAssignments } from '../../core/work/expireAssignments.ts'
import { listWork } from '../../core/work/listWork.ts'
import { reportItem } from '../../core/work/reportItem.ts'
import { skipTask } from '../../core/work/skipTask.ts'
import { submitAnswer } from '../../core/work/submitAnswer.ts'
import { takeTask } from '../../core/work/takeTask.ts'
import { taskInHand } from '../../core/work/taskInHand.ts'
import { nextCheckItem, nextLiveItem, standingIn } from '../../core/work/turnStore.ts'
import { undoAnswer } from '../../core/work/undoAnswer.ts'
import { aCampaign, aLease, aPerson, consent, must, someItems } from '../support/builders.ts'
import { type DatabaseKind, databases } from '../support/database.ts'
import { aWorld } from '../support/world.ts'

/** A campaign of languages with people who may work in it, and everything that can happen to its items. */
async function aLine(kind: DatabaseKind, given: { items: number; people: number }) {
  const world = await aWorld({ kind })
  const campaign = await aCampaign(world, { kind: 'choice' })
  const { campaignId } = campaign
  const specs = Array.from({ length: given.items }, () => ({}))
  const items = specs.length === 0 ? [] : await someItems(world, campaign, specs)
  const people: ContributorId[] = []
  for (let n = 0; n < given.people; n++) {
    const person = await aPerson(world, { skill: campaign.skill })
    await consent(world, person, campaignId)
    people.push(person)
  }
  const inHand = (contributorId: ContributorId) => world.turn(ctx => taskInHand(ctx, { contributorId }))
  const withTask = async (
    contributorId: ContributorId,
    work: (ctx: Context, task: NonNullable<Awaited<ReturnType<typeof inHand>>>) => Promise<unknown>,
  ) => {
    const task = await inHand(contributorId)
    if (task !== undefined) await world.turn(ctx => work(ctx, task))
  }
  return {
    world,
    campaign,
    items,
    people,
    inHand,
    take: (contributorId: ContributorId) => world.turn(ctx => takeTask(ctx, { contributorId, campaignId })),
    picked: (contributorId: ContributorId) =>
      world.turn(async ctx => (await nextLiveItem(ctx.db, campaignId, contributorId))?.id),
    answer: (contributorId: ContributorId, label: string) =>
      withTask(contributorId, (ctx, { assignmentId }) =>
        submitAnswer(ctx, { contributorId, assignmentId, answer: { label } }),
      ),
    skip: (contributorId: ContributorId) =>
      withTask(contributorId, (ctx, { assignmentId }) =>
        skipTask(ctx, { contributorId, assignmentId, reason: 'none' }),
      ),
    report: (contributorId: ContributorId) =>
      withTask(contributorId, (ctx, { assignmentId }) =>
        reportItem(ctx, { contributorId, assignmentId, reason: 'harmful' }),
      ),
    undo: (contributorId: ContributorId) => world.turn(ctx => undoAnswer(ctx, { contributorId })),
    hold: (id: ItemId, state: 'held' | 'open') => world.turn(async ctx => updateItem(ctx.db, id, { state })),
    expire: async () => {
      world.advance(86_400)
      await world.turn(ctx => expireAssignments(ctx))
    },
    judge: (contributorId: ContributorId, itemId: ItemId) =>
      world.turn(async ctx => {
        const [id, now] = [ctx.newId() as RoundId, ctx.now()]
        const times = { openedAt: now, closesAt: now, closedAt: now }
        await insertRound(ctx.db, { id, code: id, campaignId, kind: 'review', state: 'closed', quorum: 2, ...times })
        await insertBallots(ctx.db, [{ id: ctx.newId(), roundId: id, itemId, position: 0 }])
        await insertSeats(ctx.db, [{ roundId: id, contributorId, drawnAt: now }])
      }),
    /** What a person may have, by items, leases and seats alone; in the order that the line promises. */
    free: (contributorId: ContributorId) =>
      world.turn(async ctx => {
        const rows = await rowsOf<{ id: ItemId }>(
          ctx.db,
          sql`select i.id from items i where i.campaign_id = ${campaignId} and i.role = 'live' and i.state = 'open'
            and i.taken < i.wanted and not exists (select 1 from assignments a where a.item_id = i.id
              and a.contributor_id = ${contributorId} and a.state <> 'expired')
            and not exists (select 1 from ballots b join seats s on s.round_id = b.round_id
              where b.item_id = i.id and s.contributor_id = ${contributorId})
            order by i.is_touched desc, i.opened_in, i.position`,
        )
        return rows.map(row => row.id)
      }),
  }
}
type Line = Awaited<ReturnType<typeof aLine>>

const PEOPLE = 3
const person = fc.nat({ max: PEOPLE - 1 })
const deed = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constant('take' as const), person) },
  { weight: 5, arbitrary: fc.tuple(fc.constantFrom('dutch' as const, 'german' as const), person) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('skip' as const, 'undo' as const, 'report' as const), person) },
  {
    weight: 3,
    arbitrary: fc.tuple(
      fc.constantFrom('hold' as const, 'release' as const, 'judge' as const),
      person,
      fc.nat({ max: 5 }),
    ),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('expire' as const, 'import' as const)) },
)
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never

async function happens(line: Line, [what, whoIndex = 0, itemIndex = 0]: Deed): Promise<void> {
  const [who, item] = [line.people[whoIndex] as ContributorId, line.items[itemIndex] as ItemId]
  if (what === 'take') await line.take(who)
  else if (what === 'dutch' || what === 'german') await line.answer(who, what)
  else if (what === 'skip' || what === 'undo' || what === 'report') await line[what](who)
  else if (what === 'hold') await line.hold(item, 'held')
  else if (what === 'release') await line.hold(item, 'open')
  else if (what === 'judge') await line.judge(who, item)
  else if (what === 'expire') await line.expire()
  else await someItems(line.world, line.campaign, [{}])
}

/** Asking moves the places of those who ask, so every later answer is one from behind a place. */
async function agree(line: Line): Promise<void> {
  const never = sql`select i.id from items i join assignments a on a.item_id = i.id where i.role = 'live' and not i.is_touched
    and i.state = 'open' and i.taken < i.wanted`
  expect(await line.world.turn(ctx => rowsOf(ctx.db, never))).toEqual([])
  for (const contributorId of line.people) {
    const all = await line.free(contributorId)
    const input = { contributorId, campaignId: line.campaign.campaignId }
    const open = await line.world.turn(ctx => countOpenTasks(ctx, input))
    expect(open.begun + open.untouched).toBe(all.length)
    if ((await line.inHand(contributorId)) === undefined) expect(await line.picked(contributorId)).toBe(all[0])
  }
}

describe.each(databases)('the line of a campaign on %s', { timeout: 120_000 }, kind => {
  it('gives what looking at every item would give, whatever happened before', () =>
    fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 25, maxLength: 40 }), async deeds => {
        const line = await aLine(kind, { items: 6, people: PEOPLE })
        try {
          for (const one of deeds) {
            await happens(line, one)
            await agree(line)
          }
        } finally {
          await line.world.close()
        }
      }),
      { numRuns: Number(process.env['PERLE_RUNS'] ?? 4) },
    ))

  it('has moved a place past what was answered, and finds what opens behind it', async () => {
    const line = await aLine(kind, { items: 60, people: 2 })
    const [one, other] = line.people as [ContributorId, ContributorId]
    await answerAll(line, one)
    expect(await line.picked(one)).toBeUndefined()
    const places = await line.world.turn(ctx => rowsOf<{ n: string }>(ctx.db, sql`select opened_in as n from places`))
    expect(places.some(place => Number(place.n) > 0)).toBe(true)
    // Somebody else's lease ends, an item is released, a new one comes: each is behind the place in position.
    const fresh = await aPerson(line.world, { skill: line.campaign.skill })
    const [first, second] = line.items as [ItemId, ItemId]
    await line.hold(first, 'held')
    await line.hold(first, 'open')
    expect(await line.picked(one)).toBeUndefined()
    expect(await line.picked(other)).toBeDefined()
    await consent(line.world, fresh, line.campaign.campaignId)
    await answerAll(line, other)
    expect(await line.picked(other)).toBeUndefined()
    await line.world.turn(async ctx => updateItem(ctx.db, second, { state: 'open', wanted: 3 }))
    expect(await line.picked(one)).toBeUndefined()
    expect(await line.picked(fresh)).toBe(second)
    const [late] = await someItems(line.world, line.campaign, [{}])
    expect(await line.picked(one)).toBe(late)
    await line.world.close()
  })

  it('misses nothing that a transaction opened which ended after others had come past', async () => {
    if (kind === 'pglite') return
    const line = await aLine(kind, { items: 36, people: 1 })
    const [one] = line.people as [ContributorId]
    const [held, ...others] = line.items as [ItemId, ...ItemId[]]
    await line.hold(held, 'held')
    let letGo = () => {}
    const opened = Promise.withResolvers<void>()
    const slow = line.world.turn(async ctx => {
      await updateItem(ctx.db, held, { state: 'open' })
      opened.resolve()
      await new Promise<void>(done => {
        letGo = done
      })
    })
    await opened.promise
    for (const _ of others) {
      must(await line.take(one))
      await line.answer(one, 'dutch')
    }
    expect(await line.picked(one)).toBeUndefined()
    letGo()
    await slow
    expect(await line.picked(one)).toBe(held)
    await line.world.close()
  })

  it('begins anew with numbers that a dump brought from another server', async () => {
    const line = await aLine(kind, { items: 3, people: 1 })
    const [one] = line.people as [ContributorId]
    await answerAll(line, one)
    await line.world.turn(async ctx => ctx.db.execute(sql`update places set opened_in = opened_in + 1000000000`))
    await line.world.turn(async ctx => ctx.db.execute(sql`update items set opened_in = opened_in + 1000000000`))
    await migrate(line.world.database)
    const far = sql`select from items where opened_in > 1000000000 union all select from places where opened_in > 1000000000`
    expect(await line.world.turn(ctx => rowsOf(ctx.db, far))).toEqual([])
    expect(await line.picked(one)).toBeUndefined()
    const [late] = await someItems(line.world, line.campaign, [{}])
    expect(await line.picked(one)).toBe(late)
    await line.world.close()
  })

  it('shows a check question once to each, also one that was held while they came past', async () => {
    const line = await aLine(kind, { items: 0, people: 1 })
    const [contributorId] = line.people as [ContributorId]
    const { campaignId } = line.campaign
    const checks = await someItems(
      line.world,
      line.campaign,
      Array.from({ length: 40 }, () => ({ role: 'check' as const })),
    )
    const next = () => line.world.turn(async ctx => (await nextCheckItem(ctx.db, campaignId, contributorId))?.id)
    await line.hold(checks[3] as ItemId, 'held')
    for (const itemId of checks.filter(id => id !== checks[3])) {
      expect(await next()).toBe(itemId)
      await aLease(line.world, { contributorId, itemId })
      await line.skip(contributorId)
    }
    expect(await next()).toBeUndefined()
    await line.hold(checks[3] as ItemId, 'open')
    expect(await next()).toBe(checks[3])
    await line.world.close()
  })

  it('counts the first answers of a person, and no further', async () => {
    const line = await aLine(kind, { items: 45, people: 1 })
    const [one] = line.people as [ContributorId]
    await answerAll(line, one)
    const campaign = await line.world.turn(ctx => findCampaign(ctx.db, line.campaign.campaignId))
    const who = { contributorId: one, campaign: campaign as never, since: line.world.now() }
    expect(await line.world.turn(ctx => standingIn(ctx.db, who))).toMatchObject({ sent: 40 })
    expect(await line.world.turn(ctx => listWork(ctx, { contributorId: one }))).toEqual([])
    await line.world.close()
  })
})

async function answerAll(line: Line, contributorId: ContributorId): Promise<void> {
  while ((await line.take(contributorId)).ok) await line.answer(contributorId, 'dutch')
}
