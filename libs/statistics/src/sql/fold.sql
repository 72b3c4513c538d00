-- Filings do not touch the counts at all, so that two of them never wait for the same row; a reader adds what was not taken in yet.
create or replace function stat.fold() returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mark xid8;
  horizon xid8;
begin
  if not pg_try_advisory_xact_lock(hashtext('stat.fold')) then return null; end if;
  select tx into mark from stat.fold_mark;
  if mark > pg_snapshot_xmax(pg_current_snapshot()) then return stat.rebuild(); end if;
  -- Every transaction before the horizon has ended, and the statements below see all that it wrote.
  horizon := pg_snapshot_xmin(pg_current_snapshot());
  if not exists (select from cases.case_fact where tx >= mark and tx < horizon) then return 0; end if;
  return stat.take_in(mark, horizon);
end $$;
comment on function stat.fold is
  'Takes the facts of ended transactions into the counts. Returns how many facts that were; null when another is at it. A transaction still running keeps later facts waiting, never wrong: readers add them.';
