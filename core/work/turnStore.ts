// What stands on the way of every answer: the lease in hand, what is known of who holds it, the answers so far, and the writes of an answer
// and of a hand-out. Text made once (database/rows.ts); what is read here is locked or cannot change, and is read once a turn.
import { parseAmount } from '../amount.ts'
import { type CampaignRow, type ItemTableRow, rememberCampaign } from '../campaigns/store.ts'
import { campaigns, items } from '../campaigns/tables.ts'
import type { Sealed } from '../database/columns.ts'
import type { Database } from '../database/database.ts'
import { rowsIn } from '../database/rows.ts'
import { ask, fold, once, remember, remembered } from '../database/running.ts'
import type { CampaignId, ConsentId, ContributorId, ItemId } from '../ids.ts'
import type { Account } from '../inbox/store.ts'
import { campaignAccount } from '../money/ledger.ts'
import { assert } from '../refusals.ts'
import type { Standing } from '../skills/standing.ts'
import { FIRST_ANSWERS } from './selection.ts'
import { assignments, submissions } from './tables.ts'

export type AssignmentRow = typeof assignments.$inferSelect
export type SubmissionRow = typeof submissions.$inferSelect
/** A lease with what it is on. */
export type Held = { lease: AssignmentRow; campaign: CampaignRow; item: ItemTableRow }

const [LEASE, CAMPAIGN, ITEM, ANSWER] = [rowsIn(assignments), rowsIn(campaigns), rowsIn(items), rowsIn(submissions)]
const HELD = `select ${LEASE.select('a')}, ${CAMPAIGN.select('c')}, ${ITEM.select('i')}
  from assignments a join campaigns c on c.id = a.campaign_id join items i on i.id = a.item_id`
const HELD_BY = `${HELD} where a.contributor_id = $1 and a.state = 'open' for no key update of a`
const HELD_OF = `${HELD} join identities n on n.contributor_id = a.contributor_id
  where n.platform = $1 and n.platform_id = $2 and a.state = 'open' for no key update of a`

const inHand = (id: ContributorId) => `in-hand:${id}`

function heldFrom(db: Database, values: unknown[] | undefined): Held | undefined {
  if (values === undefined) return undefined
  const campaign = CAMPAIGN.read(values, LEASE.width)
  rememberCampaign(db, campaign)
  return { lease: LEASE.read(values), campaign, item: ITEM.read(values, LEASE.width + CAMPAIGN.width) }
}

/** The open lease of a person, locked. */
export function heldLease(db: Database, contributorId: ContributorId): Promise<Held | undefined> {
  return once(db, inHand(contributorId), async () => heldFrom(db, (await ask(db, HELD_BY, [contributorId]))[0]))
}

/** The same by account, for a turn that does not know yet whose it is. */
export async function heldOfAccount(db: Database, account: Account): Promise<void> {
  const held = heldFrom(db, (await ask(db, HELD_OF, [account.platform, account.platformId]))[0])
  if (held !== undefined) remember(db, inHand(held.lease.contributorId), { is: held })
}

/** A lease changed: what is known to be in hand changes with it, or is read again where nothing is known of the change. */
export function rememberLease(db: Database, contributorId: ContributorId, changed?: AssignmentRow): void {
  const known = remembered<Held | undefined>(db, inHand(contributorId))
  if (known === undefined || changed === undefined) {
    remember(db, inHand(contributorId))
    return
  }
  const after = known.then(held => {
    if (held?.lease.id !== changed.id) return held
    return changed.state === 'open' ? { ...held, lease: changed } : undefined
  })
  remember(db, inHand(contributorId), { is: after })
}

const LEASED = `leased as (insert into assignments ${LEASE.into} values (${LEASE.places(1)}))`

/** A fresh lease, and what is to be shown of it. */
export function insertHeld(db: Database, held: Held): void {
  fold(db, { text: LEASED, values: LEASE.write(held.lease) })
  remember(db, inHand(held.lease.contributorId), { is: held })
}

const STANDING = `select
  (select c.id from consents c where c.contributor_id = $1 and c.campaign_id = $2 and c.withdrawn_at is null),
  q.state, q.paused_until, r.standing, r.mean_ppm,
  (select max(version) from guide_versions where campaign_id = $2),
  (select count(*) from (select from submissions where contributor_id = $1 and state <> 'undone' limit ${FIRST_ANSWERS}) early),
  (select count(*) from submissions where contributor_id = $1 and state <> 'undone' and submitted_at >= $4),
  (select coalesce(sum(price), 0) from submissions where contributor_id = $1 and state = 'pending'),
  (select amount from balances where account = $5)
  from (select 1) one
  left join qualifications q on q.contributor_id = $1 and q.skill = $3
  left join reputations r on r.contributor_id = $1 and r.skill = $3`

export type StandingIn = {
  consentId: ConsentId | null
  qualification: 'testing' | 'passed' | 'failed' | 'paused' | null
  pausedUntil: Date | null
  standing: Standing
  /** How right they were in this skill, ppm; null where nothing is known. */
  meanPpm: number | null
  guideVersion: number | null
  /** Answers sent: in all, counted up to the first ones (what comes after those is all alike), and since the moment. */
  sent: number
  since: number
  /** Prices of what is being checked. */
  pendingSum: bigint
  /** What the campaign has free; not locked. */
  free: bigint
}

/**
 * What stands between somebody and a task of a campaign, on what terms they would take it, and what they sent so far (in all, and since a
 * moment, usually midnight). Answers and money that move within the turn are not in it.
 */
export function standingIn(
  db: Database,
  who: { contributorId: ContributorId; campaign: CampaignRow; since: Date },
): Promise<StandingIn> {
  const { contributorId, campaign, since } = who
  const values = [contributorId, campaign.id, campaign.skill, since.toISOString(), campaignAccount(campaign.id, 'free')]
  return once(db, `standing:${contributorId}:${campaign.id}`, async () => {
    const row = (await ask(db, STANDING, values))[0]
    assert(row !== undefined, 'a question without an answer')
    return {
      consentId: row[0] as ConsentId | null,
      qualification: row[1] as StandingIn['qualification'],
      pausedUntil: row[2] === null ? null : new Date(row[2] as string),
      standing: (row[3] as Standing | null) ?? 'new',
      meanPpm: row[4] as number | null,
      guideVersion: row[5] as number | null,
      sent: Number(row[6]),
      since: Number(row[7]),
      pendingSum: parseAmount(String(row[8])),
      free: BigInt((row[9] as string | null) ?? '0'),
    }
  })
}

const LIVE = `select ${ITEM.select('i')} from items i where i.id = $1 and i.role = 'live' for no key update`

/** Undefined for an item that is not live: those have no slots, and a lock on a check question would make everybody wait for everybody. */
export async function lockLiveItem(db: Database, id: ItemId): Promise<ItemTableRow | undefined> {
  const row = (await ask(db, LIVE, [id]))[0]
  return row === undefined ? undefined : ITEM.read(row)
}

const NEXT_LIVE = `select ${ITEM.select('i')} from items i where i.id = (select next_live_item($1, $2)) for no key update`
const NEXT_CHECK = `select ${ITEM.select('i')} from items i
  where i.id = (select item_id from walk_line($1, 'check', $2))`

/**
 * The next live item for a person, locked; others waiting for the same row pass over it. Those that somebody has had in hand
 * come first, in the order in which they opened: an item half answered is of no use to anybody. Then the untouched ones, in
 * the order in which they came. What it costs does not grow with what there is or what the person has done (migration 0003).
 */
export async function nextLiveItem(db: Database, campaignId: CampaignId, contributorId: ContributorId) {
  const row = (await ask(db, NEXT_LIVE, [campaignId, contributorId]))[0]
  return row === undefined ? undefined : ITEM.read(row)
}

/** A check question that this person has not seen. It serves everybody, so nobody locks it: it has no overlap to fill. */
export async function nextCheckItem(db: Database, campaignId: CampaignId, contributorId: ContributorId) {
  const row = (await ask(db, NEXT_CHECK, [campaignId, contributorId]))[0]
  return row === undefined ? undefined : ITEM.read(row)
}

const VOTES = `select s.answer, c.key_salt, r.mean_ppm from submissions s
  join contributors c on c.id = s.contributor_id
  left join reputations r on r.contributor_id = s.contributor_id and r.skill = $2
  where s.item_id = $1 and s.state in ('pending', 'accepted') order by s.submitted_at, s.id`

export type Vote = { sealed: Sealed | null; keySalt: string | null; meanPpm: number | null }

/** Answers to an item that count towards its confidence, sealed, with their authors' keys and records in a skill; oldest first. */
export async function votesOn(db: Database, itemId: ItemId, skill: string): Promise<Vote[]> {
  const rows = await ask(db, VOTES, [itemId, skill])
  return rows.map(([sealed, keySalt, meanPpm]) => ({ sealed, keySalt, meanPpm }) as Vote)
}

const SENT = `ended as (update assignments set state = 'submitted', draft = null, ended_at = $1 where id = $2),
  sent as (insert into submissions ${ANSWER.into} values (${ANSWER.places(3)}))`

const last = (id: ContributorId) => `last:${id}`

/** An answer, and the end of the lease it was given on. */
export function insertAnswer(db: Database, submission: SubmissionRow, lease: AssignmentRow): void {
  const endedAt = submission.submittedAt
  fold(db, { text: SENT, values: [endedAt.toISOString(), lease.id, ...ANSWER.write(submission)] })
  rememberLease(db, lease.contributorId, { ...lease, state: 'submitted', draft: null, endedAt })
  remember(db, last(submission.contributorId), { is: submission })
}

const LAST = `select ${ANSWER.select('s')} from submissions s where s.contributor_id = $1 and s.state <> 'undone'
  order by s.submitted_at desc, s.id desc limit 1`

/** This person's newest answer that was not taken back. */
export function lastSubmission(db: Database, contributorId: ContributorId): Promise<SubmissionRow | undefined> {
  return once(db, last(contributorId), async () => {
    const row = (await ask(db, LAST, [contributorId]))[0]
    return row === undefined ? undefined : ANSWER.read(row)
  })
}

/** The newest answer changed: it is read again. */
export function forgetLast(db: Database, contributorId: ContributorId): void {
  remember(db, last(contributorId))
}

const WEIGHED = `weighed as (update items set confidence_ppm = $1, wanted = $2, state = $3, decided_at = $4 where id = $5)`

export type Weighing = Pick<ItemTableRow, 'confidencePpm' | 'wanted' | 'state' | 'decidedAt'>

export function foldWeighing(db: Database, id: ItemId, { confidencePpm, wanted, state, decidedAt }: Weighing): void {
  fold(db, { text: WEIGHED, values: [confidencePpm, wanted, state, decidedAt?.toISOString() ?? null, id] })
}

const TAKEN = `taken as (update items set taken = taken + 1 where id = $1 and role = 'live')`

/** One slot more is taken; other items than live ones have none. */
export function foldTaken(db: Database, id: ItemId): void {
  fold(db, { text: TAKEN, values: [id] })
}
