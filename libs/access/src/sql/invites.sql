-- One-time links (src/invites): the administrator makes one for somebody and hands it over; whoever holds it chooses a password.
-- Nobody else ever sets one: the application has no statement for it.

create or replace function access.invite_is_open(expires_at timestamptz, used_at timestamptz, ended_at timestamptz) returns boolean
language sql stable
return used_at is null and ended_at is null and expires_at > now();
comment on function access.invite_is_open is 'Whether a link still opens. The one place that says so.';

create or replace function access.issue_invite(whom uuid, hash bytea, maker uuid) returns timestamptz
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ends timestamptz;
begin
  -- Held first: two links for one person are made one after the other, and the later ends the earlier.
  perform from access.staff s where s.id = whom and s.active for update;
  if not found then
    raise exception 'a link is for somebody who may sign in' using errcode = 'EL403';
  end if;
  update access.invite set ended_at = now() where staff_id = whom and used_at is null and ended_at is null;
  update access.staff set password_hash = 'none: until the link is used' where id = whom;
  delete from access.session where staff_id = whom;
  insert into access.invite (staff_id, token_hash, made_by) values (whom, hash, maker) returning expires_at into ends;
  return ends;
end $$;
comment on function access.issue_invite is 'A new link for somebody, which ends their former link, password and sessions. For the owner''s own functions and programs.';

create or replace function access.make_invite(whom uuid, hash bytea) returns timestamptz
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  approved uuid;
begin
  if access.my_role() is distinct from 'ADMINISTRATOR' or whom = access.acting() then
    raise exception 'links are made by the administrator, for others' using errcode = 'EL403';
  end if;
  if exists (select from access.staff s where s.id = whom and access.is_guarded(s.role)) then
    update access.rights_request set link_made_at = now()
     where id = access.link_approval(whom) and link_made_at is null returning id into approved;
    if approved is null then
      raise exception 'a link for this person takes a second person' using errcode = 'EL403';
    end if;
  end if;
  return access.issue_invite(whom, hash, access.acting());
end $$;
comment on function access.make_invite is 'The administrator''s way to a link for somebody else; where the person''s role takes two people, by an approval, once.';

create or replace function access.end_invite(whom uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if access.my_role() is distinct from 'ADMINISTRATOR' then
    raise exception 'links are ended by the administrator' using errcode = 'EL403';
  end if;
  update access.invite i set ended_at = now() where i.staff_id = whom and access.invite_is_open(i.expires_at, i.used_at, i.ended_at);
  return found;
end $$;
comment on function access.end_invite is 'Ends somebody''s link; the person stays as they are.';

create or replace function access.invite_owner(hash bytea) returns table (name text, email text, expires_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.name, s.email, i.expires_at from access.invite i join access.staff s on s.id = i.staff_id
   where i.token_hash = hash and s.active and access.invite_is_open(i.expires_at, i.used_at, i.ended_at)
$$;
comment on function access.invite_owner is 'Whose link that is, for whoever holds it; nothing for a link that is used, ended, over or none.';

create or replace function access.use_invite(hash bytea, chosen text, tried_name text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  whose uuid;
  address text;
begin
  update access.invite i set used_at = now() from access.staff s
   where i.token_hash = hash and s.id = i.staff_id and s.active and access.invite_is_open(i.expires_at, i.used_at, i.ended_at)
   returning s.id into whose;
  if whose is null then
    return null;
  end if;
  update access.staff set password_hash = chosen where id = whose returning email into address;
  delete from access.known_device d where d.staff_id = whose;
  delete from access.sign_in_try t where t.name = tried_name;
  perform access.write_log('invite.used', whose);
  return address;
end $$;
comment on function access.use_invite is 'Sets the password of the link''s owner, once. Answers the name to sign in with; null for a link that does not open.';

alter table access.invite enable row level security;
drop policy if exists invite_seen on access.invite;
create policy invite_seen on access.invite for select using (
  (select access.my_role()) = 'ADMINISTRATOR');
