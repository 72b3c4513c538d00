import type { Scene } from './scene.js';

/** One protection taken away: the statement that does it, and where to look. */
export interface Hole {
  kind: string;
  name: string;
  open: string;
  table?: string | null;
  routine?: string | null;
}

const OURS = `n.nspname in ('access', 'cases', 'stat')`;
const ROLES = `unnest(array['elchin_app', 'elchin_stats', 'elchin_audit']) r`;

/** Questions to the catalogue; each answers with holes, so that a new table, policy, trigger or function brings its own. */
const questions: Record<string, string> = {
  'policy opened': `
    select format('%s on %s', p.polname, p.polrelid::regclass) as name, p.polrelid::regclass::text as table,
           format('alter policy %I on %s%s%s', p.polname, p.polrelid::regclass,
                  case when p.polcmd <> 'a' then ' using (true)' end, case when p.polcmd not in ('r', 'd') then ' with check (true)' end) as open
      from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
     where ${OURS} and p.polroles <> array['elchin_owner'::regrole::oid] and pg_get_expr(p.polqual, p.polrelid) is distinct from 'true'`,
  'policy dropped': `
    select format('%s on %s', p.polname, p.polrelid::regclass) as name, p.polrelid::regclass::text as table,
           format('drop policy %I on %s', p.polname, p.polrelid::regclass) as open
      from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
     where ${OURS} and p.polroles <> array['elchin_owner'::regrole::oid]`,
  'row-level security off': `
    select c.oid::regclass::text as name, c.oid::regclass::text as table, format('alter table %s disable row level security', c.oid::regclass) as open
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relrowsecurity`,
  'owner not held': `
    select c.oid::regclass::text as name, format('alter table %s no force row level security', c.oid::regclass) as open
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relforcerowsecurity`,
  'trigger off': `
    select format('%s on %s', g.tgname, g.tgrelid::regclass) as name, g.tgrelid::regclass::text as table,
           format('alter table %s disable trigger %I', g.tgrelid::regclass, g.tgname) as open
      from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where ${OURS} and not g.tgisinternal`,
  'right given on a table': `
    select format('%s on %s to %s', w, c.oid::regclass, r) as name, case r when 'elchin_app' then c.oid::regclass::text end as table, format('grant %s on %s to %I', w, c.oid::regclass, r) as open
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, ${ROLES},
           unnest(array['select', 'insert', 'update', 'delete', 'truncate']) w
     where ${OURS} and c.relkind in ('r', 'p', 'v') and not has_table_privilege(r, c.oid, w)`,
  'right given on a column': `
    select format('update (%I) on %s', a.attname, c.oid::regclass) as name, c.oid::regclass::text as table,
           format('grant update (%I), select on %s to elchin_app', a.attname, c.oid::regclass) as open
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where ${OURS} and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and not has_column_privilege('elchin_app', c.oid, a.attnum, 'update')`,
  'function given': `
    select format('%s to %s', p.oid::regprocedure, r) as name, case r when 'elchin_app' then p.oid::regproc::text end as routine,
           format('grant execute on function %s to %I', p.oid::regprocedure, r) as open
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace, ${ROLES}
     where ${OURS} and not has_function_privilege(r, p.oid, 'execute')`,
  'function’s search path loose': `
    select p.oid::regprocedure::text as name, format('alter function %s set search_path = %L', p.oid::regprocedure, '') as open
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${OURS} and p.prosecdef`,
  'schema given': `
    select format('%s on %s to %s', w, n.nspname, r) as name, format('grant %s on schema %I to %I', w, n.nspname, r) as open
      from pg_namespace n, ${ROLES}, unnest(array['usage', 'create']) w
     where (${OURS} or n.nspname = 'public') and not has_schema_privilege(r, n.oid, w)`,
  'sequence given': `
    select c.oid::regclass::text as name, format('grant update on sequence %s to elchin_app', c.oid::regclass) as open
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relkind = 'S'`,
  'role raised': `
    select x as name, x as open from unnest(array['alter role elchin_app bypassrls', 'alter role elchin_app superuser',
      'alter role elchin_app createrole', 'alter role elchin_stats bypassrls', 'alter role elchin_audit bypassrls', 'alter role elchin_owner bypassrls',
      'grant elchin_owner to elchin_app', 'grant pg_read_all_data to elchin_app', 'grant pg_write_all_data to elchin_app',
      'grant set on parameter backtrace_functions to elchin_app', 'grant set on parameter backtrace_functions to public']) x`,
};

export async function holesOf({ client }: Scene): Promise<Hole[]> {
  const holes: Hole[] = [];
  for (const [kind, question] of Object.entries(questions)) {
    const { rows } = await client.query<Omit<Hole, 'kind'>>(`${question} order by 1`);
    holes.push(...rows.map((row) => ({ ...row, kind })));
  }
  return holes;
}
