import { and, asc, count, desc, eq, lte, ne, type SQL, sql } from 'drizzle-orm'
import { parseAmount } from '../amount.ts'
import { type CampaignRow, type ItemTableRow, rememberCampaign } from '../campaigns/store.ts'
import { campaigns, items } from '../campaigns/tables.ts'
import type { Sealed } from '../database/columns.ts'
import { type Database, rowsOf } from '../database/database.ts'
import { once, remember, remembered, send } from '../database/running.ts'
import type { AssignmentId, CampaignId, ConsentId, ContributorId, ItemId, SubmissionId } from '../ids.ts'
import type { Account } from '../inbox/store.ts'
import { campaignAccount } from '../money/ledger.ts'
import { identities } from '../people/tables.ts'
import { assert } from '../refusals.ts'
import type { Standing } from '../skills/standing.ts'
import { assignments, submissions } from './tables.ts'

export type AssignmentRow = typeof assignments.$inferSelect
export type SubmissionRow = typeof submissions.$inferSelect

/** Free, and this person has neither answered, skipped nor judged it. An expired lease may come back. */
function freeFor(contributorId: ContributorId): SQL {
  return sql`${items.state} = 'open' and ${items.taken} < ${items.wanted} and not exists (
    select 1 from assignments a where a.item_id = ${items.id} and a.contributor_id = ${contributorId} and a.state <> 'expired')
    and not exists (
    select 1 from ballots b join seats s on s.round_id = b.round_id where b.item_id = ${items.id} and s.contributor_id = ${contributorId})`
}

/**
 * The next live item for a person, locked; others waiting for the same row pass over it. One that was begun comes first:
 * an item half answered is of no use to anybody.
 */
export async function nextLiveItem(db: Database, campaignId: CampaignId, contributorId: ContributorId) {
  for (const begun of [sql`${items.taken} > 0`, sql`${items.taken} = 0`]) {
    const rows = await db
      .select()
      .from(items)
      .where(and(eq(items.campaignId, campaignId), eq(items.role, 'live'), begun, freeFor(contributorId)))
      .orderBy(asc(items.position))
      .limit(1)
      .for('no key update', { skipLocked: true })
    if (rows[0] !== undefined) return rows[0]
  }
  return undefined
}

/** A check question that this person has not seen. It serves everybody, so nobody locks it: it has no overlap to fill. */
export async function nextCheckItem(db: Database, campaignId: CampaignId, contributorId: ContributorId) {
  const rows = await db
    .select()
    .from(items)
    .where(
      and(
        eq(items.campaignId, campaignId),
        eq(items.role, 'check'),
        sql`${items.state} = 'open' and not exists (
          select 1 from assignments a where a.item_id = ${items.id} and a.contributor_id = ${contributorId})`,
      ),
    )
    .orderBy(asc(items.position))
    .limit(1)
  return rows[0]
}

/** Open tasks for a person, counted up to `most`: a count of a million rows would make every menu wait. */
export async function openTasks(
  db: Database,
  campaignId: CampaignId,
  contributorId: ContributorId,
  most: number,
  begun?: boolean,
): Promise<number> {
  const only = begun === undefined ? undefined : begun ? sql`${items.taken} > 0` : sql`${items.taken} = 0`
  const some = db
    .select({ id: items.id })
    .from(items)
    .where(and(eq(items.campaignId, campaignId), eq(items.role, 'live'), only, freeFor(contributorId)))
    .limit(most)
    .as('some')
  const rows = await db.select({ n: count() }).from(some)
  return rows[0]?.n ?? 0
}

/** A lease with what it is on. */
export type Held = { lease: AssignmentRow; campaign: CampaignRow; item: ItemTableRow }

const inHand = (id: ContributorId) => `in-hand:${id}`

export function insertAssignment(db: Database, row: typeof assignments.$inferInsert): void {
  send(db, db.insert(assignments).values(row))
  remember(db, inHand(row.contributorId))
}

/** A fresh lease, and what is to be shown of it. */
export function insertHeld(db: Database, held: Held): void {
  insertAssignment(db, held.lease)
  remember(db, inHand(held.lease.contributorId), { is: held })
}

function heldBy(db: Database) {
  return db
    .select({ lease: assignments, campaign: campaigns, item: items })
    .from(assignments)
    .innerJoin(campaigns, eq(campaigns.id, assignments.campaignId))
    .innerJoin(items, eq(items.id, assignments.itemId))
}

/** The open lease of a person, locked, read once a turn. */
export function heldLease(db: Database, contributorId: ContributorId): Promise<Held | undefined> {
  return once(db, inHand(contributorId), async () => {
    const mine = and(eq(assignments.contributorId, contributorId), eq(assignments.state, 'open'))
    const rows = await heldBy(db).where(mine).for('no key update', { of: assignments })
    if (rows[0] !== undefined) rememberCampaign(db, rows[0].campaign)
    return rows[0]
  })
}

/** The same by account, for a turn that does not know yet whose it is. */
export async function heldOfAccount(db: Database, account: Account): Promise<void> {
  const mine = and(eq(identities.platform, account.platform), eq(identities.platformId, account.platformId))
  const rows = await heldBy(db)
    .innerJoin(identities, eq(identities.contributorId, assignments.contributorId))
    .where(and(mine, eq(assignments.state, 'open')))
    .for('no key update', { of: assignments })
  const held = rows[0]
  if (held === undefined) return
  rememberCampaign(db, held.campaign)
  remember(db, inHand(held.lease.contributorId), { is: held })
}

export async function lockAssignment(db: Database, id: AssignmentId): Promise<AssignmentRow | undefined> {
  return (await db.select().from(assignments).where(eq(assignments.id, id)).for('no key update'))[0]
}

export function updateAssignment(
  db: Database,
  lease: AssignmentRow,
  change: Partial<Pick<AssignmentRow, 'state' | 'draft' | 'skipReason' | 'expiresAt' | 'endedAt'>>,
): void {
  send(db, db.update(assignments).set(change).where(eq(assignments.id, lease.id)))
  const key = inHand(lease.contributorId)
  const known = remembered<Held | undefined>(db, key)
  if (known === undefined) return
  const changed = known.then(held => {
    if (held?.lease.id !== lease.id) return held
    return change.state === undefined ? { ...held, lease: { ...held.lease, ...change } } : undefined
  })
  remember(db, key, { is: changed })
}

/** From open to skipped or expired. False when it was not open any more. */
export async function endAssignment(
  db: Database,
  lease: AssignmentRow,
  change: Pick<AssignmentRow, 'state' | 'skipReason' | 'endedAt'>,
): Promise<boolean> {
  const rows = await db
    .update(assignments)
    .set(change)
    .where(and(eq(assignments.id, lease.id), eq(assignments.state, 'open')))
    .returning({ id: assignments.id })
  remember(db, inHand(lease.contributorId))
  return rows.length === 1
}

/** Overdue leases, locked; one that somebody is working on right now is passed over until the next sweep. */
export async function overdueAssignments(db: Database, now: Date, limit: number): Promise<AssignmentRow[]> {
  return db
    .select()
    .from(assignments)
    .where(and(eq(assignments.state, 'open'), lte(assignments.expiresAt, now)))
    .orderBy(asc(assignments.expiresAt), asc(assignments.id))
    .limit(limit)
    .for('no key update', { skipLocked: true })
}

// Submissions

const last = (id: ContributorId) => `last:${id}`

export function insertSubmission(db: Database, row: SubmissionRow): void {
  send(db, db.insert(submissions).values(row))
  remember(db, last(row.contributorId), { is: row })
}

/** Locked after leases, items and round: from here on no sweep decides it and nobody takes it back. */
export async function lockSubmission(db: Database, id: SubmissionId): Promise<SubmissionRow | undefined> {
  return (await db.select().from(submissions).where(eq(submissions.id, id)).for('no key update'))[0]
}

export async function findSubmission(db: Database, id: SubmissionId): Promise<SubmissionRow | undefined> {
  return (await db.select().from(submissions).where(eq(submissions.id, id)))[0]
}

/** An author takes an answer back. */
export async function undoSubmission(db: Database, submission: SubmissionRow): Promise<void> {
  await db.update(submissions).set({ state: 'undone' }).where(eq(submissions.id, submission.id))
  remember(db, last(submission.contributorId))
}

/** This person's newest answer that was not taken back. */
export function lastSubmission(db: Database, contributorId: ContributorId): Promise<SubmissionRow | undefined> {
  return once(db, last(contributorId), async () => {
    const rows = await db
      .select()
      .from(submissions)
      .where(and(eq(submissions.contributorId, contributorId), ne(submissions.state, 'undone')))
      .orderBy(desc(submissions.submittedAt), desc(submissions.id))
      .limit(1)
    return rows[0]
  })
}

/**
 * What stands between somebody and a task of a campaign, on what terms they would take it, and what they sent so far (in all, and since a
 * moment, usually midnight): one question, once a turn. Answers and money that move within the turn are not in it.
 */
export function standingIn(db: Database, who: { contributorId: ContributorId; campaign: CampaignRow; since: Date }) {
  const { contributorId, campaign } = who
  return once(db, `standing:${contributorId}:${campaign.id}`, async () => {
    const rows = await rowsOf<StandingRow>(
      db,
      sql`select
        (select c.id from consents c where c.contributor_id = ${contributorId} and c.campaign_id = ${campaign.id}
          and c.withdrawn_at is null) as consent_id,
        q.state as qualification, q.paused_until, r.standing, r.mean_ppm,
        (select max(version) from guide_versions where campaign_id = ${campaign.id}) as guide_version,
        (select count(*) from submissions where contributor_id = ${contributorId} and state <> 'undone') as sent,
        (select count(*) from submissions where contributor_id = ${contributorId} and state <> 'undone'
          and submitted_at >= ${who.since.toISOString()}::timestamptz) as since,
        (select coalesce(sum(a.price), 0)::text from submissions s join assignments a on a.id = s.assignment_id
          where s.contributor_id = ${contributorId} and s.state = 'pending') as pending,
        (select amount::text from balances where account = ${campaignAccount(campaign.id, 'free')}) as free
      from (select 1) one
        left join qualifications q on q.contributor_id = ${contributorId} and q.skill = ${campaign.skill}
        left join reputations r on r.contributor_id = ${contributorId} and r.skill = ${campaign.skill}`,
    )
    const row = rows[0]
    assert(row !== undefined, 'a question without an answer')
    return {
      consentId: row.consent_id,
      qualification: row.qualification,
      pausedUntil: row.paused_until === null ? null : new Date(row.paused_until),
      standing: row.standing ?? 'new',
      meanPpm: row.mean_ppm,
      guideVersion: row.guide_version,
      sent: Number(row.sent),
      since: Number(row.since),
      pendingSum: parseAmount(row.pending),
      free: BigInt(row.free ?? '0'),
    }
  })
}
export type StandingIn = Awaited<ReturnType<typeof standingIn>>

type StandingRow = {
  consent_id: ConsentId | null
  qualification: 'testing' | 'passed' | 'failed' | 'paused' | null
  paused_until: string | null
  standing: Standing | null
  mean_ppm: number | null
  guide_version: number | null
  sent: string
  since: string
  pending: string
  free: string | null
}

export type Vote = { sealed: Sealed | null; keySalt: string | null; meanPpm: number | null }

/** Answers to an item that count towards its confidence, sealed, with their authors' keys and records in a skill; oldest first. */
export async function votesOn(db: Database, itemId: ItemId, skill: string): Promise<Vote[]> {
  const rows = await rowsOf<{ answer: Sealed | null; key_salt: string | null; mean_ppm: number | null }>(
    db,
    sql`select s.answer, c.key_salt, r.mean_ppm from submissions s
        join contributors c on c.id = s.contributor_id
        left join reputations r on r.contributor_id = s.contributor_id and r.skill = ${skill}
        where s.item_id = ${itemId} and s.state in ('pending', 'accepted') order by s.submitted_at, s.id`,
  )
  return rows.map(row => ({ sealed: row.answer, keySalt: row.key_salt, meanPpm: row.mean_ppm }))
}
