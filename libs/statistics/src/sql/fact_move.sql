-- What one fact adds to the counts of which month. case_move.sql and take_in.sql say it in the same words: change all three
-- (recount compares).
create or replace view stat.fact_move with (security_invoker = true) as
  select f.tx, f.occurred_year * 100 + f.occurred_month as month, mission_id, country, type, cause, sex,
         f.sign::integer as occurred, 0 as opened, 0 as closed,
         f.sign::integer * f.illustration::integer as illustrated_occurred, 0 as illustrated_opened, 0 as illustrated_closed
    from cases.case_fact f where f.occurred_year is not null
  union all
  select f.tx, date_part('year', f.opened_month)::integer * 100 + date_part('month', f.opened_month)::integer, mission_id, country, type, cause, sex,
         0, f.sign::integer, 0, 0, f.sign::integer * f.illustration::integer, 0
    from cases.case_fact f
  union all
  select f.tx, date_part('year', f.closed_month)::integer * 100 + date_part('month', f.closed_month)::integer, mission_id, country, type, cause, sex,
         0, 0, f.sign::integer, 0, 0, f.sign::integer * f.illustration::integer
    from cases.case_fact f where f.closed_month is not null;
comment on view stat.fact_move is 'The ledger as additions to the counts of a month; tx tells whether they were taken in.';
