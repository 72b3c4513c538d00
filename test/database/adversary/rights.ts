import { readFileSync } from 'node:fs';
import { DatabaseCatalogue } from '../../../apps/cli/src/schema/database-catalogue.js';
import { type Scene, undone } from './scene.js';

/** Tables whose rows are of no person: row-level security has nothing to decide there. */
const OF_NO_PERSON = ['cases.case_number', 'stat.fold_mark', 'access.log_horizon', 'access.seal_mark'];

/** Rules on the whole of the catalogue: each gives the names of what breaks it. Of new objects too, without a line. */
export const laws: Record<string, string> = {
  'every table with rows of people has row-level security, held to by its owner too': `
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('access', 'cases', 'stat') and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
       and c.oid::regclass::text <> all (array['${OF_NO_PERSON.join("','")}'])`,
  'a view shows what its reader may see, but for the names beside acts': `
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('access', 'cases', 'stat') and c.relkind = 'v' and c.oid::regclass::text <> 'access.staff_directory'
       and not coalesce('security_invoker=true' = any (c.reloptions), false)`,
  'functions that act as their owner find PostgreSQL’s own names first and a temporary schema’s last': `
    select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ('access', 'cases', 'stat', 'reference') and p.prosecdef
       and not coalesce('search_path=pg_catalog, pg_temp' = any (p.proconfig), false)`,
  'functions that row-level security asks are bound when they are made': `
    select p.oid::regprocedure::text as name from pg_proc p
     where p.oid::regproc::text in ('access.acting', 'access.my_role', 'access.my_mission', 'access.my_reach')
       and (p.prosqlbody is null or p.prosecdef)`,
  'nobody but the owner’s functions may write the seal': `
    select a.grantee::regrole::text as name from pg_parameter_acl p, aclexplode(p.paracl) a
     where p.parname = 'backtrace_functions' and a.grantee not in (10, 'elchin_owner'::regrole)`,
  'the application’s roles make nothing in a schema, own nothing and are nobody else': `
    select n.nspname as name from pg_namespace n, unnest(array['elchin_app', 'elchin_stats', 'elchin_audit']) r
     where n.nspname !~ '^pg_' and has_schema_privilege(r, n.oid, 'create')
    union all select c.oid::regclass::text from pg_class c
     where c.relowner::regrole::text in ('elchin_app', 'elchin_stats', 'elchin_audit') and c.relnamespace <> pg_my_temp_schema()
    union all select m.roleid::regrole::text from pg_auth_members m
     where m.member = 'elchin_app'::regrole and m.roleid::regrole::text not in ('elchin_stats', 'elchin_audit')
    union all select rolname from pg_roles where rolname like 'elchin\\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
  'what guards a row is switched on': `
    select g.tgname as name from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('access', 'cases', 'stat') and g.tgenabled <> 'O'`,
  'those who count read counts and nameless facts, and nothing else': `
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('access', 'cases', 'stat', 'reference', 'graphile_worker', 'public') and c.relkind in ('r', 'p', 'v')
       and (has_table_privilege('elchin_stats', c.oid, 'select') or has_any_column_privilege('elchin_stats', c.oid, 'select'))
       and not (n.nspname = 'stat' or c.oid::regclass::text = 'cases.case_fact')
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
  'the auditor’s role reads the log, its chain and names': `
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('access', 'cases', 'stat', 'reference', 'graphile_worker', 'public') and c.relkind in ('r', 'p', 'v')
       and (has_table_privilege('elchin_audit', c.oid, 'select') or has_any_column_privilege('elchin_audit', c.oid, 'select'))
       and c.oid::regclass::text not in ('access.log', 'access.log_link', 'access.log_checkpoint', 'access.log_horizon', 'access.staff_directory')
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
  'neither of them writes anything': `
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace,
           unnest(array['elchin_stats', 'elchin_audit']) r, unnest(array['insert', 'update', 'delete', 'truncate']) w
     where n.nspname in ('access', 'cases', 'stat', 'reference', 'graphile_worker', 'public') and c.relkind in ('r', 'p', 'v')
       and has_table_privilege(r, c.oid, w)`,
  'a single column is given only where it is said here': `
    select format('%s of %s to %s', lower(a.privilege_type), c.oid::regclass, a.grantee::regrole) as name
      from pg_attribute f join pg_class c on c.oid = f.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(f.attacl) a
     where n.nspname in ('access', 'cases', 'stat', 'reference') and a.grantee <> c.relowner
       and not (a.grantee = 'elchin_app'::regrole and (c.oid::regclass::text, f.attname, a.privilege_type) = ('access.notice_reader', 'read_at', 'UPDATE'))
       and not (a.grantee = 'elchin_app'::regrole and c.oid::regclass::text = 'access.invite' and a.privilege_type = 'SELECT' and f.attname !~ 'hash|token')
       and not (a.grantee = 'elchin_app'::regrole and c.oid::regclass::text = 'access.staff' and f.attname <> 'password_hash' and (
         a.privilege_type = 'SELECT'
         or a.privilege_type = 'INSERT' and f.attname in ('id', 'email', 'name', 'role', 'mission_id', 'language')
         or a.privilege_type = 'UPDATE' and f.attname in ('name', 'role', 'mission_id', 'language', 'active', 'version')))`,
  'the application sets no sequence': `
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('access', 'cases', 'stat', 'public') and case c.relkind when 'S' then has_sequence_privilege('elchin_app', c.oid, 'update') end`,
  'nothing is granted to everybody': `
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
     where n.nspname in ('access', 'cases', 'stat', 'reference') and a.grantee = 0
    union all
    select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
           aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
     where n.nspname in ('access', 'cases', 'stat', 'reference') and a.grantee = 0`,
};

export async function broken(scene: Scene, law: string): Promise<string[]> {
  const { rows } = await undone(scene, () => scene.client.query<{ name: string }>(law));
  return rows.map(({ name }) => name);
}

/** Rights as they are given in this database, in the words in which `apps/api/schema.sql` writes them down. */
export function rightsOf(scene: Scene): Promise<string[]> {
  return undone(scene, () => rightsTold(new DatabaseCatalogue(scene.client)));
}

async function rightsTold(catalogue: DatabaseCatalogue): Promise<string[]> {
  await catalogue.begin();
  const lines: string[] = [];
  for (const name of ['public', 'reference', 'access', 'cases', 'stat']) {
    const add = (grants: readonly { who: string; what: string }[], on: string) =>
      lines.push(...grants.map(({ who, what }) => `grant ${what} on ${on} to ${who};`));
    add((await catalogue.schema(name))?.grants ?? [], `schema ${name}`);
    for (const relation of await catalogue.relations(name)) {
      add(relation.grants, relation.name);
      lines.push(...relation.policies.map(({ text }) => `${text};`));
    }
    for (const routine of await catalogue.routines(name)) add(routine.grants, `function ${routine.name}`);
  }
  return lines.sort();
}

export function rightsWrittenDown(): string[] {
  const text = readFileSync('apps/api/schema.sql', 'utf8');
  const policies = text.match(/^create policy [^;]*;$/gm) ?? [];
  const grants = (text.match(/^grant .* on .* to (?:elchin_\w+|public);$/gm) ?? []).filter(
    (line) => !line.startsWith('grant set on parameter') && !/ graphile_worker/.test(line),
  );
  return [...grants, ...policies.filter((line) => !line.includes(' on graphile_worker.'))].sort();
}
