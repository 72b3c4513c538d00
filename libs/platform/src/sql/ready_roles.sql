-- Run by the login of DATABASE_URL, before everything else and at every start. What is there already is left alone.
--
-- elchin_owner owns every table, view and function. It cannot sign in, is no superuser and does not pass by row-level
-- security as a role: what a function with its rights could be tricked into ends at the register's own tables, and
-- reaches neither the server's files nor its programs.
-- elchin_app does the work of the API, elchin_door lets people in; both own nothing (their passwords: database/migrate.ts).
-- elchin_stats counts: elchin_app becomes it for a statement of statistics, which then can read no name. elchin_audit reads the log.
-- Neither of these two can sign in; what each may do stands in the rooms' grants.sql.
do $$
declare
  owner pg_roles;
  made text;
begin
  -- Roles belong to the whole server: another database of it may have made them, or be making them now.
  begin
    if not exists (select from pg_roles where rolname = 'elchin_app') then
      create role elchin_app nologin nosuperuser nocreatedb nocreaterole nobypassrls;
    end if;
  exception when duplicate_object or unique_violation then null;
  end;
  begin
    if not exists (select from pg_roles where rolname = 'elchin_door') then
      create role elchin_door nologin nosuperuser nocreatedb nocreaterole nobypassrls;
    end if;
  exception when duplicate_object or unique_violation then null;
  end;
  begin
    if not exists (select from pg_roles where rolname = 'elchin_owner') then
      create role elchin_owner nologin nosuperuser nocreatedb nocreaterole nobypassrls noreplication;
    end if;
  exception when duplicate_object or unique_violation then null;
  end;

  select * into owner from pg_roles where rolname = 'elchin_owner';
  if owner.rolcanlogin or owner.rolsuper or owner.rolbypassrls or owner.rolcreaterole or owner.rolcreatedb then
    raise exception 'The role elchin_owner may sign in, or more than own tables.'
      using hint = 'As a superuser: alter role elchin_owner nologin nosuperuser nobypassrls nocreaterole nocreatedb;';
  end if;
  if not (pg_has_role('elchin_owner', 'SET') and pg_has_role('elchin_owner', 'USAGE')) then
    begin
      grant elchin_owner to current_user with inherit true, set true;
    exception when insufficient_privilege then
      raise exception 'The login of DATABASE_URL may not act as elchin_owner, which owns the tables.'
        using hint = format('As a superuser: grant elchin_owner to %I with inherit true, set true;', current_user);
    end;
  end if;

  for made in select unnest(array['elchin_stats', 'elchin_audit']) loop
    begin
      if not exists (select from pg_roles where rolname = made) then
        execute format('create role %I nologin nosuperuser nocreatedb nocreaterole nobypassrls', made);
      end if;
      if not pg_has_role('elchin_app', made, 'SET') then
        execute format('grant %I to elchin_app with inherit false, set true', made);
      end if;
    exception
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise exception 'The role elchin_app may not count as %.', made
          using hint = format('As a superuser: grant %I to elchin_app with inherit false, set true;', made);
    end;
  end loop;

  -- Who acts is sealed in a setting that nobody may write but superusers and the owner's functions (access, acting.sql).
  if not has_parameter_privilege('elchin_owner', 'backtrace_functions', 'set') then
    begin
      grant set on parameter backtrace_functions to elchin_owner;
    exception
      when insufficient_privilege then
        raise exception 'The role elchin_owner may not seal who acts in a transaction.'
          using hint = 'As a superuser, once: grant set on parameter backtrace_functions to elchin_owner;';
      when unique_violation then null; -- another database of the server did it just now
    end;
  end if;
  if has_parameter_privilege('elchin_app', 'backtrace_functions', 'set') then
    raise exception 'The role elchin_app could name itself whoever it likes: it may set backtrace_functions.'
      using hint = 'As a superuser: revoke set on parameter backtrace_functions from public, elchin_app;';
  end if;

  -- Extensions need the rights of the database's owner, once.
  create extension if not exists pg_trgm;
  create extension if not exists btree_gin;
  create extension if not exists btree_gist;
  if has_schema_privilege('public', 'public', 'create') then
    revoke create on schema public from public;
  end if;
  if not has_schema_privilege('elchin_owner', 'public', 'create') then
    grant usage, create on schema public to elchin_owner;
  end if;
  if not has_database_privilege('elchin_owner', current_database(), 'create') then
    execute format('grant create on database %I to elchin_owner', current_database());
  end if;
  -- PostgreSQL lets everybody call a new function; here only those may to whom it is granted.
  if not exists (select from pg_default_acl
                  where defaclrole = 'elchin_owner'::regrole and defaclnamespace = 0 and defaclobjtype = 'f') then
    alter default privileges for role elchin_owner revoke execute on functions from public;
  end if;
end $$;
