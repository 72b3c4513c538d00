-- New cases state their facts from the rows that the trigger is handed, which are the cases: looking each up again, by
-- case_fact_now, cost an import and each filing for nothing.
create or replace function cases.state_facts() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into cases.case_fact (case_id, mission_id, country, type, cause, sex, occurred_year, occurred_month,
                               opened_month, closed_month, illustration, sign)
  select c.id, c.mission_id, c.host_country, c.type, c.cause_code, p.sex,
         date_part('year', c.occurred_on)::smallint,
         (case when c.occurred_precision in ('DAY', 'MONTH') then date_part('month', c.occurred_on) else 0 end)::smallint,
         date_trunc('month', c.opened_on::timestamp)::date,
         date_trunc('month', c.closed_on::timestamp)::date,
         c.illustration, 1
    from added c join cases.person p on p.id = c.subject_id;
  return null;
end $$;
comment on function cases.state_facts is 'States the facts (+1) of cases that were added, however that was done.';

create or replace trigger case_file_added after insert on cases.case_file
  referencing new table as added for each statement execute function cases.state_facts();
