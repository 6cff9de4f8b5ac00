// The ledger against itself and against what earned it; what must not be left over after a kill.
import { DISAGREEMENTS } from '../../../support/books.ts'
import type { Query } from './query.ts'

/** Every accepted answer and every vote is paid for once, and what a payday moved to people is what its rows say. */
const PAY = `
  select 'answer ' || submission_id || ' is paid for ' || count(*) || ' times' as what from reward_rows
    where kind = 'answer' group by submission_id having count(*) > 1
  union all
  select 'vote ' || vote_id || ' is paid for ' || count(*) || ' times' from reward_rows
    where kind = 'vote' group by vote_id having count(*) > 1
  union all
  select 'answer ' || s.id || ' is settled in payday ' || s.settled_epoch || ' without a row' from submissions s
    where s.state = 'accepted' and s.settled_epoch is not null
    and not exists (select 1 from reward_rows r where r.submission_id = s.id)
  union all
  select 'rows give ' || coalesce(r.person, l.person) || ' ' || coalesce(r.sum, 0) || ', paydays moved ' || coalesce(l.sum, 0)
    from (select contributor_id::text, sum(pay) from reward_rows group by 1) r(person, sum)
    full join (select split_part(l.account, ':', 2), sum(l.amount) from posting_lines l
      join postings p on p.id = l.posting_id where p.reason = 'close' and l.account like 'person:%:accrued' group by 1) l(person, sum)
      on l.person = r.person
    where coalesce(r.sum, 0) <> coalesce(l.sum, 0)
  union all
  select 'transaction ' || purpose || ' failed: ' || coalesce(failure, '') from chain_transactions
    where state = 'failed' and failure <> 'a newer payday carries this sum'`

export async function checkBooks(query: Query): Promise<string[]> {
  const rows = [...(await query<{ what: string }>(DISAGREEMENTS)), ...(await query<{ what: string }>(PAY))]
  return rows.map(row => row.what)
}

/** What is on its way; nothing of it may be there for long. */
const UNDER_WAY = `
  select 'transaction ' || purpose || ' is ' || state || ' after ' || attempts || ' attempts' || coalesce(': ' || failure, '') as what
    from chain_transactions where state in ('wanted', 'signed')
  union all
  select 'payday ' || epoch || ' is ' || state from epochs where state <> 'active'`

export async function checkNothingWaits(query: Query): Promise<string[]> {
  return (await query<{ what: string }>(UNDER_WAY)).map(row => row.what)
}
