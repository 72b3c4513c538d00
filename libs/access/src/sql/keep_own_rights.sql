create or replace function access.keep_own_rights() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.id = access.acting()
     and (new.role, new.mission_id, new.active) is distinct from (old.role, old.mission_id, old.active) then
    raise exception 'nobody changes their own rights' using errcode = 'EL403';
  end if;
  return new;
end $$;
comment on function access.keep_own_rights is 'The second lock behind the refusals OWN_ROLE and OWN_DEACTIVATION.';

create or replace trigger keep_own_rights before update on access.staff
  for each row execute function access.keep_own_rights();
