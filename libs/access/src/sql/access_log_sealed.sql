-- The chain over the access log. Writers do not wait for it: they insert, and a second or so later the sealer (src/log/log-sealer.service.ts)
-- takes up whatever has been committed. Only transactions below the oldest one that still runs are taken: no row can come to them any more,
-- so the order is final, and a row that turns up below the horizon later was put there by force (decision 0022).

create or replace function access.log_part(name text, value text) returns text language sql immutable as $$
  select case when value is null then '' else name || '=' || octet_length(value) || ':' || value || E'\n' end
$$;
comment on function access.log_part is 'One column of a row as it is hashed: its name, its length in octets, its text. Nothing for null, so that columns to come leave old hashes as they are.';

create or replace function access.log_content(l access.log) returns bytea language sql stable as $$
  select convert_to(
    access.log_part('id', l.id::text)
    || access.log_part('at', to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    || access.log_part('staff_id', l.staff_id::text) || access.log_part('role', l.role)
    || access.log_part('mission_id', l.mission_id) || access.log_part('operation', l.operation)
    || access.log_part('subject_id', l.subject_id::text) || access.log_part('shown', array_to_string(l.shown, ','))
    || access.log_part('refused', l.refused) || access.log_part('detail', l.detail::text)
    || access.log_part('xid', l.xid::text), 'UTF8')
$$;
comment on function access.log_content is 'What is hashed of a row of the access log.';

-- Seals at most so many rows; how many there were. Several processes may call it: one works, the others find it at work.
create or replace function access.seal_log(most integer default 20000) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  below xid8;
  since xid8;
  running pg_snapshot;
  ids uuid[];
  digests bytea[];
  last xid8;
  link bytea;
  hashes bytea[] := '{}';
  taken integer;
  so_far bigint;
begin
  if not pg_try_advisory_xact_lock(hashtext('elchin seal access log')) then
    return 0;
  end if;
  running := pg_current_snapshot();
  below := pg_snapshot_xmin(running);
  select h.before into since from access.log_horizon h;
  -- Restored into a server that counts transactions anew: rows brought along have numbers that are still to come.
  if since > pg_snapshot_xmax(running) then
    since := '0';
  end if;
  select array_agg(t.id), array_agg(t.digest), max(t.xid) filter (where t.xid < below), count(*) into ids, digests, last, taken
    from (select l.id, l.xid, sha256(access.log_content(l)) as digest from access.log l
           where l.xid >= since and (l.xid < below or l.xid >= pg_snapshot_xmax(running))
             and not exists (select from access.log_link k where k.log_id = l.id)
           order by l.xid, l.id limit most) t;
  if taken = 0 then
    return 0;
  end if;
  select k.n, k.hash into so_far, link from access.log_link k order by k.n desc limit 1;
  so_far := coalesce(so_far, 0);
  link := coalesce(link, sha256('elchin access log'));
  for i in 1 .. taken loop
    link := sha256(link || digests[i]);
    hashes[i] := link;
  end loop;
  insert into access.log_link (n, log_id, hash)
  select so_far + s.i, s.id, s.hash from unnest(ids, hashes) with ordinality s (id, hash, i);
  update access.log_horizon set before = case when taken < most then below else coalesce(last, since) end;
  -- What lists showed comes into its index here, not while somebody waits for a list.
  perform gin_clean_pending_list('access.log_shown');
  return taken;
end $$;
comment on function access.seal_log is 'Puts committed rows of the access log into the chain, in the order of their transactions.';

-- A checkpoint follows the last one, or is none: what is signed stays as it is.
create or replace function access.add_log_checkpoint(number bigint, body text, signature bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('elchin access log checkpoint'));
  if add_log_checkpoint.number <> (select coalesce(max(c.number), 0) + 1 from access.log_checkpoint c) then
    return false;
  end if;
  insert into access.log_checkpoint (number, body, signature) values (add_log_checkpoint.number, add_log_checkpoint.body, add_log_checkpoint.signature);
  return true;
end $$;
comment on function access.add_log_checkpoint is 'Keeps the next signed checkpoint; false when another process was first.';

alter table access.log_link enable row level security;
drop policy if exists log_link_read on access.log_link;
create policy log_link_read on access.log_link for select using (true);
comment on policy log_link_read on access.log_link is 'Ids of log rows and hashes: they say nothing of anybody.';
alter table access.log_checkpoint enable row level security;
drop policy if exists log_checkpoint_read on access.log_checkpoint;
create policy log_checkpoint_read on access.log_checkpoint for select using (true);

-- The owner's functions seal; row-level security is forced on the log for everybody else.
drop policy if exists log_sealed on access.log;
create policy log_sealed on access.log for select to elchin_owner using (true);
comment on policy log_sealed on access.log is 'The sealer reads what it chains. Nobody signs in as elchin_owner.';
