create or replace function cases.restate_changed_persons() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform cases.restate_facts(array(
    select c.id from changed p join cases.case_file c on c.subject_id = p.id));
  return null;
end $$;
comment on function cases.restate_changed_persons is 'A person who was corrected is counted as they are now, in each of their cases, though no case was touched.';

create or replace trigger person_changed after update on cases.person
  referencing new table as changed for each statement execute function cases.restate_changed_persons();
