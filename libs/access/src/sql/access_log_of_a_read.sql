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

create or replace function access.listed(operation text, shown uuid[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform access.write_log(operation, null, coalesce(listed.shown, '{}'));
  perform set_config('synchronous_commit', 'off', true), set_config('transaction_read_only', 'on', true);
end $$;
comment on function access.listed is
  'The same for a list or a search: called in the list''s own statement with the ids that it found, so that what was shown is what is logged.';

-- Lists that showed a row, for the auditor: a function of the owner's, since a condition on arrays may not use its index ahead of row-level security.
create or replace function access.log_showing(subject uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.id from access.log l where l.shown @> array[subject] and (select access.my_role()) = 'AUDITOR'
$$;
comment on function access.log_showing is 'Entries of lists and searches that showed this row: for the auditor only.';
