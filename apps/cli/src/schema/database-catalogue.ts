import type pg from 'pg';

/** A table or view, and everything that hangs on it, as PostgreSQL itself says it. */
export interface Relation {
  name: string;
  kind: 'table' | 'view';
  comment: string | null;
  owner: string;
  security: string | null;
  options: string | null;
  definition: string | null;
  columns: { text: string; name: string; comment: string | null }[];
  constraints: string[];
  indexes: string[];
  policies: { text: string; name: string; comment: string | null }[];
  triggers: string[];
  grants: Grant[];
}

export interface Routine {
  name: string;
  owner: string;
  definition: string;
  comment: string | null;
  grants: Grant[];
}

export interface Grant {
  who: string;
  what: string;
}

/** The rights in an access list, those of the owner left out: he has all. */
const grants = (acl: string, owner: string) => `
  (select coalesce(json_agg(json_build_object('who', who, 'what', what) order by who), '[]') from (
     select case grantee when 0 then 'public' else grantee::regrole::text end as who,
            string_agg(lower(privilege_type), ', ' order by privilege_type) as what
       from aclexplode(${acl}) where grantee <> ${owner} group by grantee) given)`;

const RELATIONS = `
  select c.oid::regclass::text as name, case c.relkind when 'v' then 'view' else 'table' end as kind,
         obj_description(c.oid, 'pg_class') as comment, c.relowner::regrole::text as owner,
         case when c.relforcerowsecurity then 'force' when c.relrowsecurity then 'enable' end as security,
         array_to_string(c.reloptions, ', ') as options,
         case c.relkind when 'v' then pg_get_viewdef(c.oid, true) end as definition,
         (select coalesce(json_agg(json_build_object('name', a.attname, 'comment', col_description(c.oid, a.attnum), 'text',
            concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
              case when a.attcollation <> t.typcollation then 'collate ' || a.attcollation::regcollation end,
              case when a.attnotnull then 'not null' end,
              case when a.attidentity <> '' then 'generated always as identity' end,
              case when a.attgenerated = '' then 'default ' || pg_get_expr(d.adbin, d.adrelid)
                   else 'generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ')' end)) order by a.attnum), '[]')
            from pg_attribute a join pg_type t on t.oid = a.atttypid
            left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
           where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
         array(select format('constraint %I %s', k.conname, pg_get_constraintdef(k.oid, true)) from pg_constraint k
                where k.conrelid = c.oid and k.contype <> 'n' order by array_position('{p,u,x,c,f}', k.contype::text), k.conname) as constraints,
         array(select pg_get_indexdef(i.indexrelid) from pg_index i join pg_class ic on ic.oid = i.indexrelid
                where i.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = c.oid)
                order by ic.relname) as indexes,
         (select coalesce(json_agg(json_build_object('name', p.polname, 'comment', obj_description(p.oid, 'pg_policy'), 'text',
            concat_ws(' ', format('create policy %I on %s', p.polname, c.oid::regclass),
              case when not p.polpermissive then 'as restrictive' end,
              'for ' || case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
              'to ' || (select string_agg(case r when 0 then 'public' else r::regrole::text end, ', ') from unnest(p.polroles) r),
              'using (' || pg_get_expr(p.polqual, p.polrelid) || ')',
              'with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')')) order by p.polname), '[]')
            from pg_policy p where p.polrelid = c.oid) as policies,
         array(select pg_get_triggerdef(g.oid) from pg_trigger g
                where g.tgrelid = c.oid and not g.tgisinternal order by g.tgname) as triggers,
         ${grants('c.relacl', 'c.relowner')} as grants
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = $1 and c.relkind in ('r', 'p', 'v', 'm')
     and not exists (select from pg_depend x where x.classid = 'pg_class'::regclass and x.objid = c.oid and x.deptype = 'e')
   order by c.relkind = 'v', c.relname collate "C"`;

const ROUTINES = `
  select p.oid::regprocedure::text as name, p.proowner::regrole::text as owner, pg_get_functiondef(p.oid) as definition,
         obj_description(p.oid, 'pg_proc') as comment,
         ${grants(`coalesce(p.proacl, acldefault('f', p.proowner))`, 'p.proowner')} as grants
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where n.nspname = $1 and p.prokind in ('f', 'p')
     and not exists (select from pg_depend x where x.classid = 'pg_proc'::regclass and x.objid = p.oid and x.deptype = 'e')
   order by p.proname collate "C", p.oid::regprocedure::text collate "C"`;

const SCHEMA = `
  select n.nspowner::regrole::text as owner, obj_description(n.oid, 'pg_namespace') as comment,
         ${grants('n.nspacl', 'n.nspowner')} as grants
    from pg_namespace n where n.nspname = $1`;

const ROLES = `
  select text from (
  select 1 as step, rolname::text as name, format('create role %I %s', rolname, concat_ws(' ', case when rolcanlogin then 'login' else 'nologin' end,
           case when rolsuper then 'superuser' else 'nosuperuser' end, case when rolbypassrls then 'bypassrls' else 'nobypassrls' end,
           case when rolcreaterole then 'createrole' else 'nocreaterole' end, case when rolcreatedb then 'createdb' else 'nocreatedb' end)) as text
    from pg_roles where rolname like 'elchin\\_%'
    union all
    select 2, m.roleid::regrole::text, format('grant %s to %s with inherit %s, set %s', m.roleid::regrole, m.member::regrole,
             m.inherit_option, m.set_option)
      from pg_auth_members m where m.member::regrole::text like 'elchin\\_%'
    union all
    select 3, a.grantee::regrole::text, format('grant %s on parameter %s to %s', lower(a.privilege_type), p.parname, a.grantee::regrole)
      from pg_parameter_acl p, aclexplode(p.paracl) a where a.grantee = 0 or a.grantee::regrole::text like 'elchin\\_%'
  ) said order by step, name collate "C", text collate "C"`;

const EXTENSIONS = `select format('create extension %I', extname) as text from pg_extension where extname <> 'plpgsql' order by extname`;

export interface Schema {
  owner: string;
  comment: string | null;
  grants: Grant[];
}

/** Questions to PostgreSQL's own catalogue; every name comes with its schema. */
export class DatabaseCatalogue {
  constructor(private readonly client: pg.Client) {}

  /** From now on names are told in full. */
  async begin(): Promise<void> {
    await this.client.query(`set search_path = ''`);
  }

  relations = (schema: string) => this.rows<Relation>(RELATIONS, schema);
  routines = (schema: string) => this.rows<Routine>(ROUTINES, schema);
  schema = async (name: string) => (await this.rows<Schema>(SCHEMA, name))[0];
  roles = () => this.rows<{ text: string }>(ROLES);
  extensions = () => this.rows<{ text: string }>(EXTENSIONS);

  private async rows<T extends pg.QueryResultRow>(text: string, ...values: string[]): Promise<T[]> {
    return (await this.client.query<T>(text, values)).rows;
  }
}
