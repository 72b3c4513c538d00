-- Statements that give the objects of the schemas $1, and our few in public, to elchin_owner. None when all is its already.
-- Needed once for a database made before there was an owner that cannot sign in; harmless ever after.
with owner as (
  select oid from pg_roles where rolname = 'elchin_owner'
), ours as (
  select oid, nspname from pg_namespace where nspname = any ($1::text[])
), handed as (
  select 1 as step, format('alter schema %I owner to elchin_owner', n.nspname) as statement
    from pg_namespace n, owner where n.oid in (select oid from ours) and n.nspowner <> owner.oid
  union all
  select 2, format('alter %s %s owner to elchin_owner',
                   case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end,
                   c.oid::regclass)
    from pg_class c, owner
   where (c.relnamespace in (select oid from ours) or c.oid = to_regclass('public.migrations'))
     and c.relkind in ('r', 'p', 'v', 'm', 'S') and c.relowner <> owner.oid
     -- The sequence of a column follows its table.
     and not exists (select from pg_depend d
                      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.refclassid = 'pg_class'::regclass
                        and c.relkind = 'S' and d.refobjsubid > 0 and d.deptype in ('a', 'i'))
  union all
  select 3, format('alter routine %s owner to elchin_owner', p.oid::regprocedure)
    from pg_proc p, owner where p.pronamespace in (select oid from ours) and p.proowner <> owner.oid
  union all
  select 4, format('revoke execute on all functions in schema %I from public', n.nspname)
    from pg_namespace n, owner
   where n.oid in (select oid from ours) and exists (
     select from pg_proc p where p.pronamespace = n.oid and p.proowner <> owner.oid)
  union all
  select 5, format('alter type %s owner to elchin_owner', t.oid::regtype)
    from pg_type t, owner
   where t.typnamespace in (select oid from ours) and t.typtype in ('d', 'e', 'r') and t.typowner <> owner.oid
  union all
  select 6, format('alter collation public.%I owner to elchin_owner', c.collname)
    from pg_collation c, owner
   where c.collname = 'mn_names' and c.collnamespace = 'public'::regnamespace and c.collowner <> owner.oid
  union all
  select 7, format('alter default privileges in schema %I revoke usage on sequences from elchin_app', n.nspname)
    from pg_default_acl d join pg_namespace n on n.oid = d.defaclnamespace, owner
   where n.oid in (select oid from ours) and d.defaclobjtype = 'S' and d.defaclrole = current_user::regrole
     and d.defaclrole <> owner.oid
)
select statement from handed order by step, statement
