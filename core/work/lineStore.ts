// How a person walks along a campaign's items: the steps of a statement, put together in store.ts.
//
// A line is an index in the order of handing out, of the items that can be handed out and no others. What a person has had stays in it as
// long as others may have it, so a walk begins at their place, and the place moves along with the walk:
// - Before a place stands nothing that this person may have. An item that opens again goes to the end (migration 0003).
// - A place never passes the oldest transaction that still runs: what that one opens cannot be seen yet.
// So an item is walked past about once, however many somebody has had, and index entries of items long gone are not met again.
import { type SQL, sql, WithSubquery } from 'drizzle-orm'
import type { CampaignId, ContributorId } from '../ids.ts'
import type { Line } from './tables.ts'

const LINES: Record<Line, SQL> = {
  touched: sql`i.role = 'live' and i.is_touched`,
  untouched: sql`i.role = 'live' and not i.is_touched`,
  check: sql`i.role = 'check' and not i.is_touched`,
}

/** Older transactions have ended: all of theirs is visible. */
const HORIZON = sql`(pg_snapshot_xmin(pg_current_snapshot())::text)::bigint`
const NO_ITEM = sql`'00000000-0000-0000-0000-000000000000'::uuid`
const IN_ORDER = sql`order by i.opened_in, i.position, i.id`
/** To move a place costs a write, to walk past an item a look into two indexes. */
const STEP = 32

type Walker = { contributorId: ContributorId; campaignId: CampaignId | SQL }

/**
 * Whether this person has had item `i`, for good: a lease may still expire, and a live item then comes back; a check question was seen.
 * Scalar subqueries, asked item by item: of a `not exists` Postgres may make a join with everything that somebody ever did.
 */
function wasHad(line: Line, { contributorId }: Walker): SQL {
  const ended = line === 'check' ? sql`true` : sql`a.state in ('submitted', 'skipped')`
  const leased = sql`(select true from assignments a
    where a.contributor_id = ${contributorId} and a.item_id = i.id and ${ended} limit 1)`
  if (line === 'check') return sql`${leased} is not null`
  return sql`(${leased} is not null or (select true from ballots b join seats s on s.round_id = b.round_id
    where b.item_id = i.id and s.contributor_id = ${contributorId} limit 1) is not null)`
}

const lineOf = (line: Line, { campaignId }: Walker) =>
  sql`i.campaign_id = ${campaignId} and ${LINES[line]} and i.state = 'open' and i.taken < i.wanted`

/** One by one, since an index takes three values to begin with, and not a row of another query. */
const from = (place: SQL) =>
  sql`(i.opened_in, i.position, i.id) >=
    ((select opened_in from ${place}), (select position from ${place}), (select id from ${place}))`

/** A named part of a statement, also one that writes. */
export const step = (name: string, query: SQL) => new WithSubquery(query, {}, name, true)

/** Where somebody begins, one row; a place above the horizon comes from another server's numbers and counts as none. */
const placeOf = (line: Line, { contributorId, campaignId }: Walker) =>
  sql`select coalesce(p.opened_in, 0) as opened_in, coalesce(p.position, 0) as position, coalesce(p.item_id, ${NO_ITEM}) as id
    from (values (1)) one left join places p on p.contributor_id = ${contributorId} and p.campaign_id = ${campaignId}
      and p.line = ${line} and p.opened_in <= ${HORIZON}`

/**
 * `LINE_place` where the walk begins, `LINE_first` the first item this person may have (somebody else may be taking it just now), and
 * `LINE_next` the place to begin with next time.
 */
export function walk(line: Line, walker: Walker): WithSubquery[] {
  const first = sql.raw(`${line}_first`)
  return [
    step(`${line}_place`, placeOf(line, walker)),
    step(
      `${line}_first`,
      sql`select i.opened_in, i.position, i.id from items i where ${lineOf(line, walker)}
        and ${from(sql.raw(`${line}_place`))} and not ${wasHad(line, walker)} ${IN_ORDER} limit 1`,
    ),
    step(
      `${line}_next`,
      sql`select ${line}::text as line,
          case when f.opened_in < h.n then f.opened_in else h.n end as opened_in,
          case when f.opened_in < h.n then f.position else 0 end as position,
          case when f.opened_in < h.n then f.id else ${NO_ITEM} end as id
        from (select ${HORIZON} as n) h left join ${first} f on true`,
    ),
  ]
}

/** Takes the first item of a walk that nobody else is taking in this moment. */
export function take(line: Line, walker: Walker): SQL {
  return sql`select i.id from items i where ${lineOf(line, walker)} and ${from(sql.raw(`${line}_first`))}
    and not ${wasHad(line, walker)} ${IN_ORDER} limit 1 for no key update skip locked`
}

/** Writes places down, where they moved enough to be worth it. */
export function movePlaces(nexts: SQL, { contributorId, campaignId }: Walker): WithSubquery {
  return step(
    'moved',
    sql`insert into places (contributor_id, campaign_id, line, opened_in, position, item_id)
      select ${contributorId}, ${campaignId}, n.line, n.opened_in, n.position, n.id from (${nexts}) n
      on conflict (contributor_id, campaign_id, line) do update
      set opened_in = excluded.opened_in, position = excluded.position, item_id = excluded.item_id
      where excluded.opened_in not between places.opened_in and places.opened_in + ${STEP}
        or excluded.position not between places.position and places.position + ${STEP}`,
  )
}

/** How far a count looks along the items that a person has had. */
const LOOKED = 256

/** Counts a line from a person's place on, up to `most`; a task in hand is none to take. */
export function countLine(line: Line, walker: Walker, most: SQL | number): SQL {
  return sql`(with place as (${placeOf(line, walker)})
    select count(*)::int from (select from (
      select i.id from items i where ${lineOf(line, walker)} and ${from(sql`place`)} ${IN_ORDER} limit ${LOOKED}) i
      where not ${wasHad(line, walker)} and not ${isInHand(walker)} limit ${most}) found)`
}

/** Whether a count along the line ends before the line does. */
export function isLongerThanLooked(line: Line, walker: Walker): SQL {
  return sql`exists (with place as (${placeOf(line, walker)})
    select from items i where ${lineOf(line, walker)} and ${from(sql`place`)} offset ${LOOKED})`
}

const isInHand = ({ contributorId }: Walker) =>
  sql`(select true from assignments a where a.contributor_id = ${contributorId} and a.item_id = i.id and a.state = 'open'
    limit 1) is not null`
