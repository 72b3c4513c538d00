-- Against guessing, without shutting anybody out: how many wrong tries there may be, for whom and from where.
--
-- A try is noted as wrong before the password is looked at, and taken back when it was right: a hundred at once count as a hundred. Each
-- wrong one is forgotten when its time is over, so that a wait ends by itself. On a device where its owner was let in before,
-- only what is done there counts: no stranger keeps them out.

drop function if exists access.note_try;
create function access.note_try(name text, device text, address text, network text)
returns table (attempt uuid, seconds integer) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  t0 timestamptz;
  free_at timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended(coalesce(note_try.device, note_try.network), 20));
  t0 := clock_timestamp();
  -- The oldest of the last so many stands in the way until it is forgotten.
  select max(w.at + w.span) into free_at from (
    (select t.at, interval '15 min' as span from access.sign_in_try t
      where t.device = note_try.device and t.name = note_try.name and t.at > t0 - interval '15 min' order by t.at desc offset 9 limit 1)
    union all
    (select t.at, interval '1 min' from access.sign_in_try t
      where note_try.device is null and t.name = note_try.name and t.network = note_try.network and t.at > t0 - interval '1 min'
      order by t.at desc offset 4 limit 1)
    union all
    (select t.at, interval '15 min' from access.sign_in_try t
      where note_try.device is null and t.name = note_try.name and t.network = note_try.network and t.at > t0 - interval '15 min'
      order by t.at desc offset 9 limit 1)
    union all
    (select t.at, interval '1 day' from access.sign_in_try t
      where note_try.device is null and t.name = note_try.name and t.network = note_try.network and t.at > t0 - interval '1 day'
      order by t.at desc offset 29 limit 1)
    union all
    (select t.at, interval '15 min' from access.sign_in_try t
      where note_try.device is null and t.address = note_try.address and t.at > t0 - interval '15 min'
      order by t.at desc offset 14 limit 1)
    union all
    (select t.at, interval '15 min' from access.sign_in_try t
      where note_try.device is null and t.network = note_try.network and t.at > t0 - interval '15 min'
      order by t.at desc offset 59 limit 1)) w;
  if free_at is not null then
    return query select null::uuid, greatest(1, ceil(extract(epoch from free_at - t0))::integer);
    return;
  end if;
  insert into access.sign_in_try (at, name, device, address, network)
  values (t0, note_try.name, note_try.device,
          case when note_try.device is null then note_try.address end, case when note_try.device is null then note_try.network end)
  returning id into attempt;
  seconds := 0;
  return next;
end $$;
comment on function access.note_try is
  'Notes a try as wrong, or says how many seconds to wait. On a known device: 10 in 15 minutes. Elsewhere, for one name from one network (/24, /48): 5 a minute, 10 in 15 minutes, 30 a day; from one address 15 and from one network 60 in 15 minutes, whatever the names. Names and addresses come as keyed hashes.';

drop function if exists access.forget_tries;
