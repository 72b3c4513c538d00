-- What this room's functions and operators, who act as elchin_owner, may do with rows of people. Row-level security is forced on each
-- table, so that the owner is held to it as well: what is not said here is shown to nobody, also not by a function that forgot to
-- ask. Staff, notices, links, requests for rights and the log's chain are never deleted. The log and the keys of drafts are open to no
-- function (rows_of_staff.sql).
do $$
declare
  name text;
begin
  foreach name in array array['staff', 'session', 'sign_in_try', 'known_device', 'factor', 'recovery_code', 'notice', 'notice_reader',
                              'invite', 'rights_request', 'log_link', 'log_checkpoint'] loop
    execute format('alter table access.%I enable row level security', name);
    execute format('alter table access.%I force row level security', name);
    execute format('drop policy if exists owner_reads on access.%I', name);
    execute format('create policy owner_reads on access.%I for select to elchin_owner using (true)', name);
    execute format('drop policy if exists owner_adds on access.%I', name);
    execute format('create policy owner_adds on access.%I for insert to elchin_owner with check (true)', name);
    execute format('drop policy if exists owner_changes on access.%I', name);
    if name in ('staff', 'session', 'known_device', 'factor', 'recovery_code', 'invite', 'rights_request') then
      execute format('create policy owner_changes on access.%I for update to elchin_owner using (true)', name);
    end if;
    execute format('drop policy if exists owner_ends on access.%I', name);
    if name in ('session', 'sign_in_try', 'known_device', 'factor', 'recovery_code') then
      execute format('create policy owner_ends on access.%I for delete to elchin_owner using (true)', name);
    end if;
  end loop;
end $$;
