-- Letting people in: what elchin_door may call, and nobody else. It reads no table; each function is one transaction.

drop function if exists access.known_by_address, access.known_by_session, access.open_session;

create function access.known_by_address(address text, device bytea)
returns table (id uuid, role text, mission_id text, password_hash text, on_known_device boolean, has_factor boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.role, s.mission_id, s.password_hash,
         exists (select from access.known_device d where d.staff_id = s.id and d.token_hash = known_by_address.device),
         exists (select from access.factor f where f.staff_id = s.id and f.confirmed_at is not null)
    from access.staff s where s.email = known_by_address.address and s.active
$$;
comment on function access.known_by_address is 'Whom a name to sign in with belongs to, with the hash to compare their password with, and whether they were here on this device before.';

create function access.open_session(who uuid, compared text, session jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  s access.staff;
  held bytea := decode(session ->> 'replaces', 'hex');
begin
  -- Whoever lost the account or got another password in this very moment is not let in.
  update access.staff set previous_sign_in_at = last_sign_in_at, last_sign_in_at = now()
   where id = who and active and password_hash = compared returning * into s;
  if not found then return false; end if;
  delete from access.sign_in_try t
   where t.id = (session ->> 'attempt')::uuid
      or t.name = session ->> 'name'
         and (t.address = session ->> 'address' or t.device = session ->> 'device_key');
  delete from access.session where token_hash = held;
  insert into access.session (token_hash, staff_id, kind, expires_at, device, network)
  values (decode(session ->> 'token', 'hex'), who, session ->> 'kind', access.session_end(),
          session ->> 'device', (session ->> 'network')::cidr);
  if session ->> 'device_token' is not null then
    insert into access.known_device (token_hash, staff_id) values (decode(session ->> 'device_token', 'hex'), who)
    on conflict (token_hash, staff_id) do update set last_seen_at = now();
  end if;
  perform access.enter(decode(session ->> 'token', 'hex'), s.id, s.role, s.mission_id);
  perform access.write_log('signin.done', null, detail => jsonb_strip_nulls(jsonb_build_object('network', session ->> 'network')));
  return true;
end $$;
comment on function access.open_session is 'Begins a session for somebody whose password was right, takes back the tries of this name from this place, ends the session that the client had, remembers the device where it was said to be one''s own, and writes the log. False: not any more.';

create or replace function access.log_failed_sign_in() returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select access.write_log('signin.failed', null)
$$;
comment on function access.log_failed_sign_in is 'That somebody failed, not whose name they typed: it may be a password in the wrong field.';

create function access.known_by_session(token bytea) returns table (id uuid, name text, email text, password_hash text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.name, s.email, s.password_hash
    from access.session se join access.staff s on s.id = se.staff_id
   where se.token_hash = token and s.active and access.session_is_live(se.expires_at, se.last_seen_at)
$$;
comment on function access.known_by_session is 'Whose session this is, with the hash to compare their password with: for acts on one''s own ways in.';

create or replace function access.change_password(token bytea, compared text, chosen text, device bytea, name text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  s access.staff;
begin
  update access.staff st set password_hash = chosen
    from access.session se
   where se.token_hash = token and se.staff_id = st.id and st.active and st.password_hash = compared
     and access.session_is_live(se.expires_at, se.last_seen_at)
  returning st.* into s;
  if not found then return false; end if;
  delete from access.session se where se.staff_id = s.id and se.token_hash <> token;
  delete from access.known_device d where d.staff_id = s.id and d.token_hash is distinct from device;
  delete from access.sign_in_try t where t.name = change_password.name;
  perform access.enter(token, s.id, s.role, s.mission_id, 'me.password');
  return true;
end $$;
comment on function access.change_password is 'Somebody''s own new password, in place of the one that was compared: their other sessions end, and other devices are strangers again. False: the session is over, or the password another by now.';
