// What two counts of one thing must agree about, as SQL: each row of the answer names one disagreement.

/** One statement, so that it sees one moment of the database. */
export const DISAGREEMENTS = `
  select 'ledger is off by ' || sum(amount) as what from balances having sum(amount) <> 0
  union all
  select 'account ' || b.account || ' says ' || b.amount || ', its lines ' || coalesce(l.sum, 0)
    from balances b left join (select account, sum(amount) from posting_lines group by account) l(account, sum)
    on l.account = b.account where b.amount <> coalesce(l.sum, 0)
  union all
  select 'item ' || i.external_id || ' counts ' || i.taken || ' taken, there are ' || n.n
    from items i, lateral (select
      (select count(*) from assignments a where a.item_id = i.id and a.state = 'open')
      + (select count(*) from submissions s where s.item_id = i.id and s.state in ('pending', 'accepted')) as n) n
    where i.role = 'live' and i.taken <> n.n
  union all
  select 'item ' || i.external_id || ' has more answers than its campaign allows' from items i
    join campaigns c on c.id = i.campaign_id where i.role = 'live' and i.taken > c.overlap_max
  union all
  select 'campaign ' || c.slug || ' holds ' || coalesce(b.amount, 0) || ' ' || p.purse || ', its leases say ' || p.sum
    from campaigns c cross join lateral (
      select 'leased' as purse, coalesce(sum(a.pay_reserve + a.fee_reserve + a.review_reserve), 0) as sum
        from assignments a where a.campaign_id = c.id and a.state = 'open'
      union all
      select 'pending', coalesce(sum(a.pay_reserve + a.fee_reserve), 0)
        from submissions s join assignments a on a.id = s.assignment_id
        where s.campaign_id = c.id and (s.state = 'pending' or s.state = 'rejected'
          and not exists (select 1 from postings p where p.key = 'reject:' || s.id))
      union all
      select 'earned', coalesce(sum(a.pay_reserve + a.fee_reserve), 0)
        from submissions s join assignments a on a.id = s.assignment_id
        where s.campaign_id = c.id and s.state = 'accepted' and s.settled_epoch is null) p
    left join balances b on b.account = 'campaign:' || c.id || ':' || p.purse
    where coalesce(b.amount, 0) <> p.sum
  union all
  select 'somebody holds ' || count(*) || ' tasks' from assignments where state = 'open'
    group by contributor_id having count(*) > 1
  union all
  select 'somebody has two answers to one item' from submissions where state in ('pending', 'accepted', 'rejected')
    group by contributor_id, item_id having count(*) > 1`
