-- Whom the auditor can ask about: staff are shown to themselves and to the administrator only (rows_of_staff.sql), and a name alone
-- does not tell two of them apart. No address, no password, no time of signing in.
create or replace function access.people_for_auditor() returns table (id uuid, name text, role text, mission_id text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.name, s.role, s.mission_id from access.staff s
   where (select access.my_role()) = 'AUDITOR'
   order by s.name collate public.mn_names, s.id
$$;
comment on function access.people_for_auditor is 'Everybody among the staff by name, with role and post, also those who may not sign in any more: for the auditor only.';
