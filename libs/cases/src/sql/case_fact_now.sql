-- What the fact of a case is. state_facts.sql says the same of rows that a trigger is handed: change both (recount compares).
create or replace view cases.case_fact_now with (security_invoker = true) as
  select c.id as case_id, c.mission_id, c.host_country as country, c.type, c.cause_code as cause, p.sex,
         date_part('year', c.occurred_on)::smallint as occurred_year,
         (case when c.occurred_precision in ('DAY', 'MONTH') then date_part('month', c.occurred_on) else 0 end)::smallint
           as occurred_month,
         -- Days are cut to months without a detour over a time zone.
         date_trunc('month', c.opened_on::timestamp)::date as opened_month,
         date_trunc('month', c.closed_on::timestamp)::date as closed_month,
         c.illustration
    from cases.case_file c join cases.person p on p.id = c.subject_id;
comment on view cases.case_fact_now is 'What the fact of each case is now, taken from the case itself: for restated facts and for recount.';
