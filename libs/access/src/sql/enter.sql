create or replace function access.enter(token bytea, who uuid, as_role text, at_mission text, operation text default null,
                                        subject uuid default null, durable boolean default true) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare s record;
begin
  -- One statement checks the session and seals the actor (acting.sql): each of its own costs as much as the other.
  select se.last_seen_at,
         set_config('backtrace_functions', concat_ws(',', 'elchin', replace(st.id::text, '-', ''), access.reach_of(st.role),
                                                     coalesce(st.mission_id, ''), st.role), true) into s
    from access.session se join access.staff st on st.id = se.staff_id
   where se.token_hash = token and st.active and access.session_is_live(se.expires_at, se.last_seen_at)
     and st.id = who and st.role = as_role and st.mission_id is not distinct from at_mission;
  if not found then
    raise exception 'session is not live' using errcode = 'EL401';
  end if;
  if s.last_seen_at < now() - interval '1 minute' then
    update access.session set last_seen_at = now() where token_hash = token;
  end if;
  if operation is not null then
    perform access.write_log(enter.operation, enter.subject);
  end if;
  if not durable then
    -- Last, since the log's row is written too. What is not waited for must be a read, whatever the code says.
    perform set_config('synchronous_commit', 'off', true), set_config('transaction_read_only', 'on', true);
  end if;
end $$;
comment on function access.enter is
  'First statement of every transaction for a person: the session must still be live, and its owner still hold the role and post that the guard in the code decided by. Then seals the actor that row-level security reads, and writes the row of the access log, which stands or falls with the transaction. EL401 otherwise. Not durable, for reads: the commit does not wait for the disk, and nothing after this can write.';
