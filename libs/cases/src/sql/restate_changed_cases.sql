create or replace function cases.restate_changed_cases() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform cases.restate_facts(array(select id from changed));
  return null;
end $$;
comment on function cases.restate_changed_cases is 'A case that was changed is counted as it is now.';

create or replace trigger case_file_changed after update on cases.case_file
  referencing new table as changed for each statement execute function cases.restate_changed_cases();
