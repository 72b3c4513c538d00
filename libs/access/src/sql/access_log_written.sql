-- Where the access log is written: every row of access.log but those of the operators' own program goes through this one function.
-- No role but the owner may insert, so time, transaction and row are what they say, and nobody dates anything back.
create or replace function access.write_log(operation text, subject uuid, shown uuid[] default null, refused text default null,
                                            detail jsonb default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into access.log (staff_id, role, mission_id, operation, subject_id, shown, refused, detail)
  values (access.acting(), access.my_role(), access.my_mission(), write_log.operation, subject, write_log.shown, write_log.refused, write_log.detail);
end $$;
comment on function access.write_log is
  'Writes one row of the access log in the name of whoever acts in this transaction (nobody: before a sign-in). Ids, codes, networks; nothing of a case''s content.';
