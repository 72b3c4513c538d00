-- Which rows of staff, sessions, draft keys and the log somebody sees or writes, whatever the code asks for.

alter table access.staff enable row level security;
drop policy if exists staff_seen on access.staff;
create policy staff_seen on access.staff for select using (
  (select access.acting()) is null or id = (select access.acting())
  or (select access.my_role()) = 'ADMINISTRATOR');
comment on policy staff_seen on access.staff is 'A person sees their own row, the administrator all. Names beside acts come from access.staff_directory.';
-- Nobody enters or changes another by a statement of their own: rights.sql and invites.sql hold the functions for it.
drop policy if exists staff_entered on access.staff;
drop policy if exists staff_changed on access.staff;
create policy staff_changed on access.staff for update using (id = (select access.acting()));

alter table access.session enable row level security;
-- No policy: its rows are touched by functions alone (sign_in.sql, sessions.sql).
drop policy if exists session_of on access.session;
alter table access.sign_in_try enable row level security;
alter table access.known_device enable row level security;

alter table access.draft_key enable row level security;
alter table access.draft_key force row level security;
drop policy if exists draft_key_seen on access.draft_key;
create policy draft_key_seen on access.draft_key for select using (staff_id = (select access.acting()));
comment on policy draft_key_seen on access.draft_key is 'Only that person, and only with a session: not the administrator, not the tables'' owner.';
drop policy if exists draft_key_made on access.draft_key;
create policy draft_key_made on access.draft_key for insert with check (staff_id = (select access.acting()));

alter table access.log enable row level security;
alter table access.log force row level security;
drop policy if exists log_write on access.log;
create policy log_write on access.log for insert with check (staff_id is not distinct from (select access.acting()));
comment on policy log_write on access.log is 'Nobody writes the log in another person''s name.';
drop policy if exists log_read on access.log;
create policy log_read on access.log for select
  using ((select access.my_role()) in ('AUDITOR', 'OPERATOR'));
