-- What this room's functions and operators, who act as elchin_owner, may do with rows of people. Row-level security is forced on each
-- table, so that the owner is held to it as well: what is not said here is shown to nobody, also not by a function that forgot to
-- ask. History can be added to, by the owner too, and not changed.
do $$
declare
  name text;
begin
  foreach name in array array['person', 'case_file', 'timeline_entry', 'detention', 'death', 'labour', 'insurance', 'crime_victim',
                              'missing', 'case_fact', 'upload', 'import', 'import_span'] loop
    execute format('alter table cases.%I force row level security', name);
    execute format('drop policy if exists owner_reads on cases.%I', name);
    execute format('create policy owner_reads on cases.%I for select to elchin_owner using (true)', name);
    execute format('drop policy if exists owner_adds on cases.%I', name);
    execute format('create policy owner_adds on cases.%I for insert to elchin_owner with check (true)', name);
    execute format('drop policy if exists owner_changes on cases.%I', name);
    -- Facts change in one thing only, the transaction's number after a restore (stat.rebuild).
    if name <> 'timeline_entry' then
      execute format('create policy owner_changes on cases.%I for update to elchin_owner using (true)', name);
    end if;
    execute format('drop policy if exists owner_forgets on cases.%I', name);
    if name in ('upload', 'import', 'import_span') then
      execute format('create policy owner_forgets on cases.%I for delete to elchin_owner using (true)', name);
    end if;
  end loop;
end $$;
