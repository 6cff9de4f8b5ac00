// How long the next task takes to find, by how much there is to search. Sizes take turns, so that a busy machine slows all of them alike.
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { findCampaign, moveTaken } from '../../core/campaigns/store.ts'
import type { Context } from '../../core/context.ts'
import { type Database, rowsOf } from '../../core/database/database.ts'
import { openDatabase } from '../../core/database/openDatabase.ts'
import { listWork } from '../../core/work/listWork.ts'
import { insertAssignment } from '../../core/work/store.ts'
import { nextCheckItem, nextLiveItem, standingIn } from '../../core/work/turnStore.ts'
import { startPostgres } from '../support/ownPostgres.ts'
import { type AssignWorld, fill, itemId, leaseRow, type Seat } from './assignWorld.ts'
import type { Bench, Figures } from './bench.ts'

const SIZES = [10_000, 1_000_000]
/** Picks of one person in one scene, in rounds of `EACH` by turns between the sizes. */
const PICKS = Number(process.env['PERLE_BENCH_PICKS'] ?? 1_000)
const EACH = 50
const LISTS = 40
/** One percent of the picks of all scenes may be slower than this times the smallest size. */
const FACTOR = 1.5

export const assign: Bench = {
  name: 'assign',
  about: 'the next task among 10,000 and 1,000,000 open items (soak: 10,000,000), beside a select by primary key',
  run: args => measureAssign(SIZES, args),
}

type Scene = {
  name: string
  times: number
  /** Milliseconds of what is measured; the rest of the transaction is not counted. */
  once(at: AssignWorld): Promise<number>
  /** Whose pick is explained too: what it reads is the same on a busy machine. */
  seat?(at: AssignWorld): Seat
}

/** All scenes, or those that are named. */
export async function measureAssign(sizes: readonly number[], names: readonly string[] = []): Promise<Figures> {
  const server = await startPostgres({ isDurable: true })
  const worlds: AssignWorld[] = []
  try {
    for (const size of sizes) {
      const began = performance.now()
      worlds.push(await fill(server.url, size))
      console.error(`${size} items in ${Math.round((performance.now() - began) / 1000)} s`)
    }
    const figures: Figures = {}
    const scenes = SCENES.filter(scene => names.length === 0 || names.includes(scene.name))
    for (const scene of scenes) Object.assign(figures, await play(scene, worlds))
    for (const at of worlds) figures[`crowd.${at.size}.p99Ms`] = await crowd(at)
    return { ...figures, ...verdict(figures, sizes, scenes) }
  } finally {
    for (const { world } of worlds) await world.close()
    await server.stop()
  }
}

const handOuts = (name: string, seat: (at: AssignWorld) => Seat): Scene => ({
  name,
  times: PICKS,
  once: at => handOut(at, seat(at)),
  seat,
})

const SCENES: Scene[] = [
  { name: 'primaryKey', times: PICKS, once: at => inTurn(at, (db, began) => byKey(db, at, began)) },
  { name: 'bare', times: PICKS, once: at => inTurn(at, (db, began) => barePick(db, at.newcomer, began)) },
  handOuts('newcomer', at => at.newcomer),
  handOuts('answered50k', at => at.veteran),
  handOuts('judged50k', at => at.judge),
  handOuts('skipped50k', at => at.skipper),
  handOuts('nearlyDone', at => at.late),
  { name: 'checksAllSeen', times: PICKS, once: at => inTurn(at, (db, began) => noCheck(db, at.veteran, began)) },
  { name: 'answersCounted', times: PICKS, once: at => inTurn(at, (db, began) => counted(db, at.veteran, began)) },
  { name: 'listOf200', times: LISTS, once: at => list(at, at.veteran) },
]

async function play(scene: Scene, worlds: AssignWorld[]): Promise<Figures> {
  const times = worlds.map(() => [] as number[])
  // The first one pays for plans, caches, and for what a person's place was never moved over.
  const firsts: number[] = []
  for (const at of worlds) firsts.push(await scene.once(at))
  for (let done = 0; done < scene.times; done += EACH) {
    for (const [index, at] of worlds.entries()) {
      for (let n = 0; n < Math.min(EACH, scene.times); n++) times[index]?.push(await scene.once(at))
    }
  }
  const pages: number[][] = []
  for (const at of worlds) pages.push(scene.seat === undefined ? [] : [await pagesOf(at, scene.seat(at))])
  const entries = worlds.flatMap((at, index) => {
    const sorted = (times[index] as number[]).sort((a, b) => a - b)
    const name = `${scene.name}.${at.size}`
    return [
      [`${name}.p50Ms`, rounded(quantile(sorted, 0.5))],
      [`${name}.p99Ms`, rounded(quantile(sorted, 0.99))],
      [`${name}.firstMs`, rounded(firsts[index] as number)],
      ...(pages[index] ?? []).map(many => [`${name}.pages`, many] as const),
    ] as const
  })
  for (const [name, value] of entries) console.error(`${name.padEnd(32)} ${value}`)
  return Object.fromEntries(entries)
}

type Began = () => number

function inTurn(at: AssignWorld, work: (db: Database, began: Began) => Promise<number>): Promise<number> {
  return at.world.database.transaction(db => work(db, () => performance.now()))
}

/** The whole hand-out commits, durably; the pick is what is timed, since a disk's flush would hide it. */
function handOut(at: AssignWorld, seat: Seat): Promise<number> {
  return inTurn(at, async (db, now) => {
    const began = now()
    const item = await nextLiveItem(db, seat.campaignId, seat.contributorId)
    const took = now() - began
    if (item === undefined) throw new Error(`nothing left for this person at ${at.size}`)
    await moveTaken(db, item.id, 1)
    await insertAssignment(db, leaseRow(seat, item.id, randomUUID(), new Date()))
    return took
  })
}

/** Pages of the database that one pick reads, wherever they are. */
async function pagesOf(at: AssignWorld, seat: Seat): Promise<number> {
  const [plan] = await at.world.turn(ctx =>
    rowsOf<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
      ctx.db,
      sql`explain (analyze, buffers, format json)
        select * from items where id = (select next_live_item(${seat.campaignId}, ${seat.contributorId})) for no key update`,
    ),
  )
  const read = plan?.['QUERY PLAN'][0].Plan ?? {}
  return Number(read['Shared Hit Blocks']) + Number(read['Shared Read Blocks'])
}

/** 32 people reach for the same campaign at once, each on a connection of their own, and take the item too. */
async function crowd(at: AssignWorld): Promise<number> {
  const doors = await Promise.all(at.crowd.map(() => openDatabase(at.url)))
  const times: number[] = []
  const taken: string[] = []
  await Promise.all(
    at.crowd.map(async (seat, index) => {
      for (let n = 0; n < 30; n++) {
        const began = performance.now()
        await doors[index]?.transaction(async db => {
          const item = await nextLiveItem(db, seat.campaignId, seat.contributorId)
          if (item === undefined) throw new Error('nothing left for one of the crowd')
          times.push(performance.now() - began)
          taken.push(`${seat.contributorId} ${item.id}`)
          await moveTaken(db, item.id, 1)
          await insertAssignment(db, leaseRow(seat, item.id, randomUUID(), new Date()))
        })
      }
    }),
  )
  for (const door of doors) await door.close()
  if (new Set(taken).size !== taken.length) throw new Error('somebody was given an item twice')
  return rounded(
    quantile(
      times.sort((a, b) => a - b),
      0.99,
    ),
  )
}

async function byKey(db: Database, at: AssignWorld, now: Began): Promise<number> {
  const id = itemId(at.newcomer.campaignId, Math.floor(Math.random() * at.size))
  const began = now()
  const rows = await rowsOf(db, sql`select * from items where id = ${id}::uuid`)
  const took = now() - began
  if (rows.length !== 1) throw new Error('no such item')
  return took
}

/** The limit: the first open item, locked, whoever asks. */
async function barePick(db: Database, seat: Seat, now: Began): Promise<number> {
  const began = now()
  await db.execute(sql`select * from items where campaign_id = ${seat.campaignId} and role = 'live' and state = 'open'
    order by position limit 1 for no key update skip locked`)
  return now() - began
}

async function noCheck(db: Database, seat: Seat, now: Began): Promise<number> {
  const began = now()
  const item = await nextCheckItem(db, seat.campaignId, seat.contributorId)
  const took = now() - began
  if (item !== undefined) throw new Error('a check question that was not seen')
  return took
}

async function counted(db: Database, seat: Seat, now: Began): Promise<number> {
  const campaign = await findCampaign(db, seat.campaignId)
  if (campaign === undefined) throw new Error('no campaign')
  const began = now()
  await standingIn(db, { contributorId: seat.contributorId, campaign, since: new Date(Date.now() - 86_400_000) })
  return now() - began
}

async function list(at: AssignWorld, seat: Seat): Promise<number> {
  return at.world.turn(async (ctx: Context) => {
    const began = performance.now()
    const offers = await listWork(ctx, { contributorId: seat.contributorId })
    if (offers.length < 199) throw new Error(`${offers.length} offers of 200`)
    return performance.now() - began
  })
}

/** The slowest size over the fastest, scene by scene, and whether all stay within the factor. */
function verdict(figures: Figures, sizes: readonly number[], scenes: readonly Scene[]): Figures {
  const ratios: Figures = {}
  for (const { name } of scenes) {
    const p99 = sizes.map(size => Number(figures[`${name}.${size}.p99Ms`]))
    const p50 = sizes.map(size => Number(figures[`${name}.${size}.p50Ms`]))
    ratios[`${name}.p50Ratio`] = rounded(Math.max(...p50) / Math.min(...p50))
    ratios[`${name}.p99Ratio`] = rounded(Math.max(...p99) / Math.min(...p99))
    const pages = sizes.map(size => Number(figures[`${name}.${size}.pages`]))
    if (!pages.some(Number.isNaN)) ratios[`${name}.pagesRatio`] = rounded(Math.max(...pages) / Math.min(...pages))
  }
  const picks = ['newcomer', 'answered50k', 'judged50k', 'skipped50k', 'nearlyDone']
  return { ...ratios, isWithin: picks.every(name => Number(ratios[`${name}.p99Ratio`] ?? 1) <= FACTOR) }
}

const quantile = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number
const rounded = (value: number) => Math.round(value * 1000) / 1000
