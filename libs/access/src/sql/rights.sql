-- Staff and their rights (src/rights): entered and changed through these functions alone. Where a role reads cases, or approves rights, nothing
-- but taking somebody's rights away comes about without a second person.

create or replace function access.is_guarded(role text) returns boolean language sql immutable
return access.reach_of(role) in ('MISSION', 'ALL') or access.approves_rights(role);
comment on function access.is_guarded is 'Whether rights to this role take two people: it reads cases, or could be the second person itself. Its twin in code is needsSecondPerson of policy.rules.ts.';

create or replace function access.must_administer() returns void language plpgsql as $$
begin
  if access.my_role() is distinct from 'ADMINISTRATOR' then
    raise exception 'staff are entered and changed by the administrator' using errcode = 'EL403';
  end if;
end $$;
comment on function access.must_administer is 'Ends the statement unless an administrator acts.';

create or replace function access.hold_staff(whom uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform access.must_administer();
  perform from access.staff s where s.id = whom for update;
end $$;
comment on function access.hold_staff is 'Two administrators change one person one after the other.';

create or replace function access.enter_staff(id uuid, email text, name text, role text, mission text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform access.must_administer();
  insert into access.staff (id, email, name, role, mission_id, password_hash, active)
  values (id, email, name, role, mission, 'none: not chosen yet', not access.is_guarded(role)) on conflict do nothing;
  return found;
end $$;
comment on function access.enter_staff is 'Enters a colleague, unless the identifier or the address is taken; one whose role takes two people may not sign in until the second has approved.';

create or replace function access.change_staff(whom uuid, called text, as_role text, at_mission text, is_active boolean) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  s access.staff;
  moved boolean;
begin
  perform access.must_administer();
  select * into s from access.staff st where st.id = whom for update;
  moved := (as_role, at_mission) is distinct from (s.role, s.mission_id);
  if (access.is_guarded(s.role) or access.is_guarded(as_role)) and (moved or (is_active and not s.active)) then
    raise exception 'these rights take a second person' using errcode = 'EL403';
  end if;
  update access.staff set name = called, role = as_role, mission_id = at_mission, active = is_active, version = version + 1
   where id = whom;
  if moved or is_active <> s.active then
    delete from access.session where staff_id = whom;
  end if;
end $$;
comment on function access.change_staff is 'Changes a name, and rights that one person may change alone: others are asked for.';

create or replace function access.ask_rights(whom uuid, as_role text, at_mission text, is_active boolean, reset boolean) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  s access.staff;
  asked uuid;
begin
  perform access.must_administer();
  select * into s from access.staff st where st.id = whom for update;
  update access.rights_request set decision = 'REPLACED', decided_by = access.acting(), decided_at = now()
   where staff_id = whom and decision is null;
  insert into access.rights_request (staff_id, reset, was_role, was_mission_id, was_active, from_version, role, mission_id, active, asked_by)
  values (whom, ask_rights.reset, s.role, s.mission_id, s.active, s.version, as_role, at_mission, is_active, access.acting())
  returning id into asked;
  perform access.tell('RIGHTS_ASKED', '{}', 'RIGHTS', asked, null, r, null)
     from unnest(array['ADMINISTRATOR', 'HEAD_OF_DEPARTMENT']) r;
  return asked;
end $$;
comment on function access.ask_rights is 'Asks for somebody''s rights, or (reset) for a new link; in place of what was asked for them before. Tells those who may approve.';

create or replace function access.decide_rights(request uuid, approve boolean) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  r access.rights_request;
  s access.staff;
begin
  if not coalesce(access.approves_rights(access.my_role()), false) then
    raise exception 'rights are approved by administrators and the head of the department' using errcode = 'EL403';
  end if;
  select * into r from access.rights_request q where q.id = request for update;
  if r.id is null then return 'NO_SUCH_REQUEST'; end if;
  if r.decision is not null then return 'REQUEST_DECIDED'; end if;
  if r.expires_at <= now() then return 'REQUEST_LAPSED'; end if;
  if r.staff_id = access.acting() then return 'OWN_RIGHTS'; end if;
  if approve and r.asked_by = access.acting() then return 'OWN_REQUEST'; end if;
  if approve then
    select * into s from access.staff st where st.id = r.staff_id for update;
    if s.version <> r.from_version then return 'REQUEST_STALE'; end if;
    if access.is_last_administrator(s.id) and not (r.role = 'ADMINISTRATOR' and r.active) then return 'LAST_ADMINISTRATOR'; end if;
    if not r.reset then
      update access.staff set role = r.role, mission_id = r.mission_id, active = r.active, version = version + 1 where id = s.id;
      delete from access.session where staff_id = s.id;
    end if;
  end if;
  update access.rights_request
     set decision = case when approve then 'APPROVED' else 'REFUSED' end, decided_by = access.acting(), decided_at = now()
   where id = request;
  perform access.tell_of_rights(r, approve);
  return null;
end $$;
comment on function access.decide_rights is 'The second person''s yes or no: never of who asked (their no takes it back), nor of whom it concerns. Null when it came about, else why not.';

create or replace function access.is_last_administrator(whom uuid) returns boolean
language plpgsql as $$
begin
  if not exists (select from access.staff s where s.id = whom and s.role = 'ADMINISTRATOR' and s.active) then return false; end if;
  -- Two who remove each other at the same time must not both succeed.
  perform pg_advisory_xact_lock(hashtext('access.administrators'));
  return not exists (select from access.staff s where s.id <> whom and s.role = 'ADMINISTRATOR' and s.active);
end $$;
comment on function access.is_last_administrator is 'Whether nobody else may enter staff; held until the transaction is over.';

create or replace function access.tell_of_rights(r access.rights_request, approved boolean) returns void language plpgsql as $$
declare
  params jsonb := jsonb_build_object('grantedRole', r.role, 'grantedPost', coalesce(r.mission_id, 'NONE'));
begin
  perform access.tell(case when approved then 'RIGHTS_APPROVED' else 'RIGHTS_REFUSED' end, params, 'RIGHTS', r.id, r.asked_by, null, null);
  if approved then
    perform access.tell(case when r.reset then 'OWN_LINK_APPROVED' else 'OWN_RIGHTS_APPROVED' end, params, null, null, r.staff_id, null, null);
    perform access.tell(case when r.reset then 'LINK_GIVEN' else 'RIGHTS_GIVEN' end, params, null, null, null, role, null)
       from unnest(array['CONSULAR_OFFICER', 'HEAD_OF_DEPARTMENT']) role;
  end if;
end $$;
comment on function access.tell_of_rights is 'Tells who asked, and, when it was approved, the person concerned and the department.';

create or replace function access.link_approval(whom uuid) returns uuid language sql stable
begin atomic
  select r.id from access.rights_request r
   where r.staff_id = whom and r.decision = 'APPROVED' and r.link_made_at is null and r.decided_at > now() - interval '7 days'
     and (r.reset or (r.active and not r.was_active))
   order by r.decided_at desc limit 1;
end;
comment on function access.link_approval is 'The approved entry or reset by which a link may be made for this person, once and within seven days.';

create or replace function access.rights_requests()
returns table (id uuid, staff_id uuid, name text, email text, reset boolean, was_role text, was_mission_id text, was_active boolean,
               role text, mission_id text, active boolean, asked_by uuid, asked_by_name text, asked_at timestamptz, expires_at timestamptz,
               decision text, decided_by uuid, decided_by_name text, decided_at timestamptz, stale boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.id, r.staff_id, s.name, s.email, r.reset, r.was_role, r.was_mission_id, r.was_active, r.role, r.mission_id, r.active,
         r.asked_by, a.name, r.asked_at, r.expires_at, r.decision, r.decided_by, d.name, r.decided_at, s.version <> r.from_version
    from access.rights_request r
    join access.staff s on s.id = r.staff_id
    join access.staff a on a.id = r.asked_by
    left join access.staff d on d.id = r.decided_by
   where (select access.approves_rights(access.my_role()))
$$;
comment on function access.rights_requests is 'What was asked and decided, in full, for those who may approve.';

alter table access.rights_request enable row level security;
drop policy if exists rights_request_seen on access.rights_request;
create policy rights_request_seen on access.rights_request for select using ((select access.approves_rights(access.my_role())));
