create or replace function cases.restate_facts(changed uuid[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with last as (
    select distinct on (l.case_id) l.* from cases.case_fact l
     where l.case_id = any (changed) order by l.case_id, l.id desc
  ), differing as (
    select l.case_id from last l join cases.case_fact_now n using (case_id)
     where (l.mission_id, l.country, l.type, l.cause, l.sex, l.occurred_year, l.occurred_month, l.opened_month,
            l.closed_month, l.illustration)
       is distinct from
           (n.mission_id, n.country, n.type, n.cause, n.sex, n.occurred_year, n.occurred_month, n.opened_month,
            n.closed_month, n.illustration)
  )
  insert into cases.case_fact (case_id, sign, mission_id, country, type, cause, sex, occurred_year,
                               occurred_month, opened_month, closed_month, illustration)
  select * from (
    select l.case_id, -1, l.mission_id, l.country, l.type, l.cause, l.sex, l.occurred_year, l.occurred_month,
           l.opened_month, l.closed_month, l.illustration
      from last l join differing using (case_id)
    union all
    select n.case_id, 1, n.mission_id, n.country, n.type, n.cause, n.sex, n.occurred_year, n.occurred_month,
           n.opened_month, n.closed_month, n.illustration
      from cases.case_fact_now n join differing using (case_id)
  ) both_sides (case_id, sign) order by case_id, sign
$$;
comment on function cases.restate_facts is 'Takes back and states anew the facts of the cases that no longer match. -1 comes before +1, so the last row of a case is its fact.';
