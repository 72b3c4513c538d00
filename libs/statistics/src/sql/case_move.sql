-- What one case adds to the counts of which month: fact_move.sql, of the cases themselves.
create or replace view stat.case_move with (security_invoker = true) as
  select f.occurred_year * 100 + f.occurred_month as month, mission_id, country, type, cause, sex,
         1 as occurred, 0 as opened, 0 as closed,
         1 * f.illustration::integer as illustrated_occurred, 0 as illustrated_opened, 0 as illustrated_closed
    from cases.case_fact_now f where f.occurred_year is not null
  union all
  select date_part('year', f.opened_month)::integer * 100 + date_part('month', f.opened_month)::integer, mission_id, country, type, cause, sex,
         0, 1, 0, 0, 1 * f.illustration::integer, 0
    from cases.case_fact_now f
  union all
  select date_part('year', f.closed_month)::integer * 100 + date_part('month', f.closed_month)::integer, mission_id, country, type, cause, sex,
         0, 0, 1, 0, 0, 1 * f.illustration::integer
    from cases.case_fact_now f where f.closed_month is not null;
comment on view stat.case_move is 'The same, from the cases themselves: what the counts must come to. For recount.';
