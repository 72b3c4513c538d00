-- What the access log says of reads whose rows are known only when they have been read.

create or replace function access.looked_at(operation text, subject uuid) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if operation is not null then
    perform access.write_log(operation, subject);
  end if;
  perform set_config('synchronous_commit', 'off', true), set_config('transaction_read_only', 'on', true);
end $$;
comment on function access.looked_at is
  'Second statement of a read whose row is known by another key than its id: the id is found under the row-level security that access.enter has just set, so what is out of reach is logged as nothing. From here on nothing can write, and the commit does not wait for the disk, as with access.enter itself.';
