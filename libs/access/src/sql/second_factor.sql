-- One-time codes beside the password. elchin_door alone calls these; secrets come and go sealed.

drop function if exists access.factor_of, access.factor_state;
create function access.factor_of(who uuid) returns table (secret bytea, confirmed boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select f.secret, f.confirmed_at is not null from access.factor f where f.staff_id = who
$$;
comment on function access.factor_of is 'The sealed secret of somebody''s one-time codes.';

create function access.factor_state(token bytea) returns table (active boolean, since timestamptz, codes integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select f.confirmed_at is not null, f.confirmed_at,
         (select count(*)::integer from access.recovery_code r where r.staff_id = f.staff_id and r.used_at is null)
    from access.known_by_session(token) k join access.factor f on f.staff_id = k.id
$$;
comment on function access.factor_state is 'Whether whoever holds this session has one-time codes, since when, and how many recovery codes are left.';

create or replace function access.begin_factor(token bytea, secret bytea, mark bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into access.seal_mark (mark) values (begin_factor.mark) on conflict do nothing;
  insert into access.factor as f (staff_id, secret) select k.id, begin_factor.secret from access.known_by_session(token) k
  on conflict (staff_id) do update set secret = begin_factor.secret, made_at = now() where f.confirmed_at is null;
  return found;
end $$;
comment on function access.begin_factor is 'Keeps a secret that counts for nothing until a code of it is shown. False: there is one in use.';

create or replace function access.confirm_factor(token bytea, step bigint, codes bytea[]) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare s access.staff;
begin
  update access.factor f set confirmed_at = now(), last_step = step from access.known_by_session(token) k
   where f.staff_id = k.id and f.confirmed_at is null;
  if not found then return false; end if;
  select st.* into s from access.staff st join access.known_by_session(token) k on k.id = st.id;
  delete from access.recovery_code r where r.staff_id = s.id;
  insert into access.recovery_code (staff_id, hash) select s.id, c from unnest(codes) c;
  delete from access.session se where se.staff_id = s.id and se.token_hash <> token;
  perform access.enter(token, s.id, s.role, s.mission_id, 'me.factor');
  return true;
end $$;
comment on function access.confirm_factor is 'From now on a code is asked for; sessions opened without one end.';

create or replace function access.use_code(who uuid, step bigint, recovery bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if step is not null then
    update access.factor f set last_step = step, tries = 0 where f.staff_id = who and f.confirmed_at is not null and f.last_step < step;
  else
    update access.recovery_code r set used_at = now() where r.staff_id = who and r.hash = recovery and r.used_at is null;
  end if;
  return found;
end $$;
comment on function access.use_code is 'Takes a code, once: the step of a one-time code, or the keyed hash of a recovery code.';

create or replace function access.note_code_try(who uuid) returns integer
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update access.factor f set tries = case when f.tried_at < now() - interval '1 hour' then 1 else f.tries + 1 end, tried_at = now()
   where f.staff_id = who returning tries
$$;
comment on function access.note_code_try is 'Counts codes that were tried with the right password, from wherever: a code has six figures only.';

create or replace function access.remove_factor(token bytea, step bigint, recovery bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare s access.staff;
begin
  select st.* into s from access.staff st join access.known_by_session(token) k on k.id = st.id;
  if not found or not access.use_code(s.id, step, recovery) then return false; end if;
  delete from access.factor f where f.staff_id = s.id;
  delete from access.recovery_code r where r.staff_id = s.id;
  perform access.enter(token, s.id, s.role, s.mission_id, 'me.factor');
  return true;
end $$;
comment on function access.remove_factor is 'Codes are asked for no more; one is needed for it.';

create or replace function access.sealed_with() returns bytea
language sql stable security definer set search_path = pg_catalog, pg_temp as $$ select mark from access.seal_mark $$;
comment on function access.sealed_with is 'The mark of the secret that something was sealed with; null: nothing is sealed yet.';
