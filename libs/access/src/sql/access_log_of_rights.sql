-- What the access log says of rights: old and new, whichever way they were changed.
create or replace function access.log_rights() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    -- Operators' own entries stand in the log under their own names.
    if access.acting() is not null then
      perform access.write_log('staff.rights', new.id, null, null, jsonb_build_object('old', null, 'new', jsonb_build_object(
        'role', new.role, 'mission', new.mission_id, 'active', new.active)));
    end if;
  elsif (old.role, old.mission_id, old.active) is distinct from (new.role, new.mission_id, new.active) then
    perform access.write_log('staff.rights', new.id, null, null, jsonb_build_object(
      'old', jsonb_build_object('role', old.role, 'mission', old.mission_id, 'active', old.active),
      'new', jsonb_build_object('role', new.role, 'mission', new.mission_id, 'active', new.active)));
  end if;
  return null;
end $$;
comment on function access.log_rights is 'Writes role, post and account of a person before and after into the access log.';

create or replace trigger rights_in_log after insert or update on access.staff
  for each row execute function access.log_rights();
