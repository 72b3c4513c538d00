create or replace function stat.rebuild() returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('stat.fold'));
  -- A ledger restored from another server carries that server's transaction numbers. Those that this server has
  -- yet to reach would come between the facts to be: '3' is the first number there is, before all of them.
  update cases.case_fact set tx = '3' where tx > pg_snapshot_xmax(pg_current_snapshot());
  -- Not TRUNCATE: whoever counts at this moment shall still see the counts of before.
  delete from stat.post_month;
  delete from stat.post_year;
  delete from stat.world_month;
  delete from stat.world_year;
  return stat.take_in('0', pg_snapshot_xmin(pg_current_snapshot()));
end $$;
comment on function stat.rebuild is 'Makes all counts anew from the ledger: after a restore onto another server (stat.fold finds that out), or to mend what recount found.';
