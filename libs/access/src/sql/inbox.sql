-- The inbox (src/inbox): told through one function, read and marked by its addressee alone.

-- Tells one person (to_staff), or everybody who holds a role now, at one post or (to_mission null) at all. Whoever acts is not
-- told of their own act as one of a role. A notice must be code, numbers and references: a text with a blank or a letter beyond
-- ASCII, as names have them, is refused.
create or replace function access.tell(code text, params jsonb, subject_kind text, subject_id uuid,
                                       to_staff uuid, to_role text, to_mission text) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  told uuid;
  readers integer;
begin
  if (to_staff is null) = (to_role is null) or (to_staff is not null and to_mission is not null) then
    raise exception 'A notice is told either to a person or to a role.' using errcode = 'invalid_parameter_value';
  end if;
  if exists (select from jsonb_each(params) p
              where jsonb_typeof(p.value) not in ('number', 'boolean')
                and (jsonb_typeof(p.value) <> 'string' or p.value #>> '{}' !~ '^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$')) then
    raise exception 'A notice holds references and numbers only.' using errcode = 'invalid_parameter_value';
  end if;
  insert into access.notice (code, params, subject_kind, subject_id)
  values (tell.code, tell.params, tell.subject_kind, tell.subject_id) returning id into told;
  insert into access.notice_reader (staff_id, notice_id)
  select s.id, told from access.staff s
   where s.id = to_staff
      or (to_role is not null and s.active and s.role = to_role and (to_mission is null or s.mission_id = to_mission)
          and s.id is distinct from access.acting());
  get diagnostics readers = row_count;
  return readers;
end $$;
comment on function access.tell is 'Puts a notice into inboxes, in the transaction of what it tells. The only way in.';

alter table access.notice enable row level security;
alter table access.notice_reader enable row level security;

drop policy if exists notice_mine on access.notice_reader;
create policy notice_mine on access.notice_reader for select using (staff_id = (select access.acting()));
drop policy if exists notice_marked on access.notice_reader;
create policy notice_marked on access.notice_reader for update
  using (staff_id = (select access.acting()) and read_at is null)
  with check (staff_id = (select access.acting()) and read_at is not null);
comment on policy notice_marked on access.notice_reader is 'Read once, by oneself, and never unread again.';
drop policy if exists notice_told on access.notice;
create policy notice_told on access.notice for select using (
  exists (select from access.notice_reader r where r.notice_id = id and r.staff_id = (select access.acting())));
