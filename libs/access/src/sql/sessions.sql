-- Sessions and passwords, as the work may touch them: no hash comes out, and nothing is decided by who the caller says they are.

drop function if exists access.session_owner, access.own_sessions;
create function access.session_owner(token bytea) returns table (id uuid, role text, mission_id text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select st.id, st.role, st.mission_id
    from access.session se join access.staff st on st.id = se.staff_id
   where se.token_hash = session_owner.token and st.active and access.session_is_live(se.expires_at, se.last_seen_at)
$$;
comment on function access.session_owner is 'Whose session this is: for the guard in the code, which decides before any transaction. Grants nothing.';

create or replace function access.end_session(token bytea) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with ended as (
    delete from access.session s where s.token_hash = end_session.token and s.staff_id = access.acting() returning 1)
  select exists (select from ended)
$$;
comment on function access.end_session is 'Signs out: ends the session of whoever acts.';

create function access.own_sessions(token bytea) returns table (
  id uuid, kind text, "startedAt" timestamptz, "lastSeenAt" timestamptz, device text, network text, here boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.kind, s.created_at, s.last_seen_at, s.device, s.network::text, s.token_hash = own_sessions.token
    from access.session s
   where s.staff_id = access.acting() and access.session_is_live(s.expires_at, s.last_seen_at)
   order by s.token_hash = own_sessions.token desc, s.last_seen_at desc
$$;
comment on function access.own_sessions is 'Where whoever acts is signed in: never a token, nor its hash.';

create or replace function access.end_own_sessions(token bytea, which uuid) returns integer
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with ended as (
    delete from access.session s
     where s.staff_id = access.acting() and s.token_hash <> end_own_sessions.token and (which is null or s.id = which) returning 1)
  select count(*)::integer from ended
$$;
comment on function access.end_own_sessions is 'Ends one other session of whoever acts, or (which null) all others.';

drop function if exists access.end_sessions_of, access.give_password;

create or replace function access.sweep() returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from access.session where not access.session_is_live(expires_at, last_seen_at);
  delete from access.sign_in_try where at < now() - interval '1 day';
$$;
comment on function access.sweep is 'Clears away sessions that are over and tries that are forgotten: neither is of use, and both say who was here.';
