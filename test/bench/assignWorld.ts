// What `bench assign` measures on: databases that differ in how much there is and in nothing else, filled by SQL.
import { sql } from 'drizzle-orm'
import { rowsOf } from '../../core/database/database.ts'
import { migrate } from '../../core/database/migrate.ts'
import { openDatabase } from '../../core/database/openDatabase.ts'
import type { CampaignId, ConsentId, ContributorId, ItemId } from '../../core/ids.ts'
import { liveConsent } from '../../core/people/store.ts'
import { aCampaign, aPerson, consent } from '../support/builders.ts'
import { aWorld, type World } from '../support/world.ts'

/** A person with a past, in a campaign they may work in. */
export type Seat = { contributorId: ContributorId; consentId: ConsentId; campaignId: CampaignId }

export type AssignWorld = {
  world: World
  /** Of its database. */
  url: string
  size: number
  /** Nothing answered; 50,000 answered, the first by position; 50,000 judged, the same; 50,000 skipped, the next ones. */
  newcomer: Seat
  veteran: Seat
  judge: Seat
  skipper: Seat
  /** Newcomers to a campaign of which all but the last items are decided or taken, never vacuumed. */
  late: Seat
  crowd: Seat[]
}

export const OTHER_CAMPAIGNS = 199
export const PAST = 50_000
export const CHECKS = 2_000
const CROWD = 32
/** Open items left at the end of the campaign that is nearly done. */
const LEFT = 3_000

export async function fill(server: string, size: number): Promise<AssignWorld> {
  const url = Object.assign(new URL(server), { pathname: `/items_${size}` }).toString()
  const admin = await openDatabase(server)
  await admin.script(`create database items_${size}`)
  await admin.close()
  const database = await openDatabase(url)
  await migrate(database)
  const world = await aWorld({ database })
  const ample = { kind: 'choice', deposit: 10n ** 26n } as const
  const main = (await aCampaign(world, ample)).campaignId
  const done = (await aCampaign(world, ample)).campaignId
  const others: CampaignId[] = []
  for (let n = 0; n < OTHER_CAMPAIGNS - 1; n++) others.push((await aCampaign(world, ample)).campaignId)
  await database.script('alter table items set (autovacuum_enabled = off)')
  await withoutIndexes(world, () =>
    withoutKeys(world, async run => {
      await run(itemsFor(main, 'live', size))
      await run(itemsFor(main, 'check', CHECKS))
      await run(itemsFor(done, 'live', Math.min(size, 1_000_000)))
      for (const other of others) await run(itemsFor(other, 'live', 400))
      await run(itemsFor(others[0] as CampaignId, 'live', PAST, 400))
    }),
  )
  const seat = (campaignId: CampaignId) => aSeat(world, campaignId)
  const [newcomer, veteran, judge, skipper, late] = [
    await seat(main),
    await seat(main),
    await seat(main),
    await seat(main),
    await seat(done),
  ]
  const crowd: Seat[] = []
  for (let n = 0; n < CROWD; n++) crowd.push(await seat(main))
  const here = Math.min(PAST, Math.floor(size / 4))
  const elsewhere = others[0] as CampaignId
  await withoutKeys(world, async run => {
    await run(pastOf(veteran, 'submitted', main, 0, here))
    await run(pastOf(veteran, 'submitted', elsewhere, 400, 400 + PAST - here))
    await run(pastOf(skipper, 'skipped', main, here, 2 * here))
    for (const statement of seenChecks(veteran)) await run(statement)
    for (const statement of judged(judge, main, here)) await run(statement)
  })
  await world.turn(async ctx => {
    const before = (campaignId: CampaignId, from: number, to: number) =>
      sql`campaign_id = ${campaignId} and role = 'live' and position >= ${from} and position < ${to}`
    await ctx.db.execute(sql`update items set taken = 1 where ${before(main, 0, here)}`)
    await ctx.db.execute(sql`update items set taken = 1 where ${before(main, here, 2 * here)}`)
    await ctx.db.execute(sql`update items set taken = 0 where ${before(main, here, 2 * here)}`)
    const end = Math.min(size, 1_000_000) - LEFT
    await ctx.db.execute(sql`update items set taken = 2, state = case when position % 5 = 0 then 'open' else 'decided' end
      where ${before(done, 0, end)}`)
  })
  await database.script('analyze')
  await database.script('checkpoint')
  return { world, url, size, newcomer, veteran, judge, skipper, late, crowd }
}

type Run = (statement: ReturnType<typeof sql>) => Promise<unknown>

/**
 * Millions of rows without their foreign keys being looked up one by one, and with the indexes of items made afterwards; all
 * else of the schema holds.
 */
async function withoutKeys(world: World, work: (run: Run) => Promise<void>): Promise<void> {
  await world.turn(async ctx => {
    await ctx.db.execute(sql`set local session_replication_role = replica`)
    await work(async statement => ctx.db.execute(statement))
  })
}

/** Drops what `work` would keep up to date row by row, and makes it again. */
async function withoutIndexes(world: World, work: () => Promise<void>): Promise<void> {
  const made = await world.turn(ctx =>
    rowsOf<{ drop: string; make: string }>(
      ctx.db,
      sql`select 'alter table items drop constraint ' || conname as drop,
          'alter table items add constraint ' || conname || ' ' || pg_get_constraintdef(oid) as make
        from pg_constraint where conrelid = 'items'::regclass and contype = 'u'
        union all
        select 'drop index ' || indexrelid::regclass, pg_get_indexdef(indexrelid) from pg_index
        where indrelid = 'items'::regclass and not indisunique`,
    ),
  )
  for (const { drop } of made) await world.database.script(drop)
  await work()
  for (const { make } of made) await world.database.script(make)
}

async function aSeat(world: World, campaignId: CampaignId): Promise<Seat> {
  const contributorId = await aPerson(world, { skill: 'skill choice' })
  await consent(world, contributorId, campaignId)
  const agreed = await world.turn(ctx => liveConsent(ctx.db, contributorId, campaignId))
  return { contributorId, campaignId, consentId: agreed?.consents.id as ConsentId }
}

/** Ids rise with the position, as those of an import do. */
export function itemId(campaignId: CampaignId, position: number): string {
  const hex = campaignId.replaceAll('-', '')
  return `${position.toString(16).padStart(12, '0')}${hex.slice(12, 16)}8000${hex.slice(20)}`
}

function itemsFor(campaignId: CampaignId, role: 'live' | 'check', many: number, from = 0) {
  const tag = role === 'live' ? '8' : '9'
  return sql`insert into items (id, campaign_id, external_id, position, role, kind, content_text, content_hash, is_hard,
      state, wanted, taken, confidence_ppm, created_at)
    select (lpad(to_hex(n), 12, '0') || substr(replace(${campaignId}::text, '-', ''), 13, 4) || ${tag} || '000' ||
        right(replace(${campaignId}::text, '-', ''), 12))::uuid,
      ${campaignId}, ${role} || '-' || n, n, ${role}, 'choice', '{"kind":"choice","content":{"text":"Texto ' || n || '."}}',
      '0x' || lpad(to_hex(n), 64, '0'), false, 'open', 2, 0, 0, now()
    from generate_series(${from}::int, ${from + many - 1}::int) n`
}

function assignment(seat: Seat, state: string) {
  return sql`insert into assignments (id, campaign_id, item_id, contributor_id, consent_id, state, price, m_bps, pay_reserve,
      fee_reserve, review_reserve, guide_version, shuffle_seed, created_at, expires_at, ended_at)
    select gen_random_uuid(), i.campaign_id, i.id, ${seat.contributorId}::uuid, ${seat.consentId}::uuid, ${state}::text,
      1, 10000, 1, 1, 1, 1, 1, now(), now(), now() from items i`
}

/** Items by position that this person answered, or skipped: with their answers, since those are counted too. */
function pastOf(seat: Seat, state: 'submitted' | 'skipped', campaignId: CampaignId, from: number, to: number) {
  const past = sql`${assignment(seat, state)}
    where i.campaign_id = ${campaignId} and i.role = 'live' and i.position >= ${from} and i.position < ${to}`
  if (state === 'skipped') return past
  return sql`with past as (${past} returning *)
    insert into submissions (id, code, assignment_id, campaign_id, item_id, contributor_id, submission_hash, state, is_gold,
      needs_review, active_seconds, guide_version, submitted_at, review_by, price, decided_by, decided_at)
    select gen_random_uuid(), gen_random_uuid()::text, id, campaign_id, item_id, contributor_id, '0x', 'accepted', false, false, 9,
      1, now() - interval '9 days', now() - interval '6 days', 1, 'auto', now() - interval '6 days' from past`
}

/** Every check question, seen by this person and, as all check questions are, by many others. */
function seenChecks(seat: Seat) {
  const where = sql`where i.campaign_id = ${seat.campaignId} and i.role = 'check'`
  const others = sql`insert into assignments
    select gen_random_uuid(), a.campaign_id, a.item_id, gen_random_uuid(), a.consent_id, a.state, a.price, a.m_bps, a.pay_reserve,
      a.fee_reserve, a.review_reserve, a.guide_version, a.shuffle_seed, a.draft, a.skip_reason, a.created_at, a.expires_at, a.ended_at
    from assignments a join items i on i.id = a.item_id and i.role = 'check', generate_series(1, 20)`
  return [sql`${assignment(seat, 'submitted')} ${where}`, others]
}

/** Rounds of ten with three seats, this person in each of them. */
function judged(seat: Seat, campaignId: CampaignId, many: number) {
  const round = sql`md5('round ' || n)::uuid`
  const series = sql`from generate_series(0, ${Math.ceil(many / 10) - 1}::int) n`
  return [
    sql`insert into rounds (id, code, campaign_id, kind, state, quorum, opened_at, closes_at, closed_at)
      select ${round}, 'round-' || n, ${campaignId}, 'review', 'closed', 2, now(), now(), now() ${series}`,
    sql`insert into seats (round_id, contributor_id, drawn_at) select ${round}, ${seat.contributorId}::uuid, now() ${series}`,
    sql`insert into seats (round_id, contributor_id, drawn_at)
      select ${round}, gen_random_uuid(), now() ${series}, generate_series(1, 2)`,
    sql`insert into ballots (id, round_id, item_id, position)
      select gen_random_uuid(), md5('round ' || i.position / 10)::uuid, i.id, i.position % 10 from items i
      where i.campaign_id = ${campaignId} and i.role = 'live' and i.position < ${many}`,
  ]
}

/** What a hand-out writes besides money: the slot, and a lease that was answered at once. */
export function leaseRow(seat: Seat, itemId: ItemId, id: string, now: Date) {
  return {
    id: id as never,
    campaignId: seat.campaignId,
    itemId,
    contributorId: seat.contributorId,
    consentId: seat.consentId,
    state: 'submitted' as const,
    price: 1n as never,
    mBps: 10_000,
    payReserve: 1n as never,
    feeReserve: 1n as never,
    reviewReserve: 1n as never,
    guideVersion: 1,
    shuffleSeed: 1,
    createdAt: now,
    expiresAt: now,
    endedAt: now,
  }
}
