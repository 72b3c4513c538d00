import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '#support/world';

let world: World;
beforeAll(async () => {
  world = await aWorld();
  // The functions that make something (a sequence, so far) have made it.
  await world.owner.query(`select cases.next_case_no('SEL', 2026)`);
});
afterAll(() => world.end());

const namesOf = async (sql: string): Promise<string[]> =>
  (await world.owner.query<{ name: string }>(sql)).rows.map(({ name }) => name);

/** Everything that is neither PostgreSQL's own nor of an extension, and who owns it. */
const OURS = `
  with object (class, oid, name, owner, space) as (
    select 'pg_namespace'::regclass, oid, 'schema ' || nspname, nspowner, oid from pg_namespace where nspname <> 'public'
    union all select 'pg_class'::regclass, oid, 'relation ' || oid::regclass, relowner, relnamespace from pg_class
    union all select 'pg_proc'::regclass, oid, 'function ' || oid::regprocedure, proowner, pronamespace from pg_proc
    union all select 'pg_type'::regclass, oid, 'type ' || oid::regtype, typowner, typnamespace from pg_type
    union all select 'pg_collation'::regclass, oid, 'collation ' || collname, collowner, collnamespace from pg_collation
  ), ours as (
    select o.name, r.* from object o join pg_namespace n on n.oid = o.space join pg_roles r on r.oid = o.owner
     where n.nspname !~ '^(pg_|information_schema$)'
       and not exists (select from pg_depend d where d.classid = o.class and d.objid = o.oid and d.deptype = 'e')
  )`;

/** Functions that are ours, with whatever a rule may ask about them. */
const FUNCTIONS = `
  with function as (
    select p.*, p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname !~ '^(pg_|information_schema$)'
       and not exists (select from pg_depend d
                        where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  )`;

describe('what the register keeps in the database', () => {
  it('belongs to elchin_owner alone, tables as well as functions and sequences made at work', async () => {
    const owned = await namesOf(`${OURS} select name from ours where rolname = 'elchin_owner'`);
    expect(owned).toEqual(
      expect.arrayContaining([
        'schema cases',
        'relation cases.case_file',
        'relation cases.case_no_sel_2026',
        'function cases.next_case_no(text,integer)',
        'relation migrations',
      ]),
    );
    expect(await namesOf(`${OURS} select name from ours where rolname <> 'elchin_owner'`)).toEqual([]);
  });

  it('belongs to a role that cannot sign in, is no superuser and may nothing on the server', async () => {
    const { rows } = await world.owner.query(`
      select rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
             array(select m.roleid::regrole::text from pg_auth_members m where m.member = r.oid) as in_turn
        from pg_roles r where rolname = 'elchin_owner'`);
    expect(rows).toEqual([
      {
        rolcanlogin: false,
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        in_turn: [],
      },
    ]);
  });

  it('is not the application’s to become the owner of', async () => {
    const { rows } = await world.owner.query(
      `select pg_has_role('elchin_app', 'elchin_owner', 'member') as member`,
    );
    expect(rows).toEqual([{ member: false }]);
  });
});

describe('functions', () => {
  it('that act as their owner each name their search path: PostgreSQL’s own names first, a temporary schema’s last', async () => {
    const definers = await namesOf(`${FUNCTIONS} select name from function where prosecdef`);
    expect(definers).toContain('cases.next_case_no(text,integer)');
    const loose = `${FUNCTIONS} select name from function where prosecdef
      and not coalesce('search_path=pg_catalog, pg_temp' = any (proconfig), false)`;
    expect(await namesOf(loose)).toEqual([]);
  });

  it('can be called by nobody to whom they were not granted', async () => {
    const open = `${FUNCTIONS} select name from function, aclexplode(coalesce(proacl, acldefault('f', proowner))) as a
      where a.grantee = 0`;
    expect(await namesOf(open)).toEqual([]);
  });

  it('put names and values into SQL text only as %I and %L', async () => {
    const { rows } = await world.owner.query<{ name: string; prosrc: string }>(
      `${FUNCTIONS} select name, prosrc from function where prosrc ~* '\\mexecute\\M'`,
    );
    expect(rows.map(({ name }) => name)).toContain('cases.case_sequence(text,integer)');
    const wrong = rows.flatMap(({ name, prosrc }) => looseExecutes(prosrc).map((text) => [name, text]));
    expect(wrong).toEqual([]);
  });

  it('and files of SQL neither', () => {
    const files = sources('libs').filter((path) => /\/(sql|migrations)\/[^/]+\.(sql|ts)$/.test(path));
    expect(files.length).toBeGreaterThan(10);
    const wrong = files.flatMap((path) =>
      looseExecutes(readFileSync(path, 'utf8')).map((text) => [path, text]),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    [`execute format('create sequence if not exists %s', name);`],
    [`EXECUTE 'drop table ' || name;`],
    [`execute format('create table %1$s (id int)', name);`],
    [`execute statement;`],
  ])('would be found out with: %s', (text) => {
    expect(looseExecutes(`begin ${text} end`)).toHaveLength(1);
  });
});

/** EXECUTEs of PL/pgSQL whose text is not one literal with %I and %L at most. */
function looseExecutes(source: string): string[] {
  const statements = source.match(/^\s*execute\s[^;]*;|\b(?:begin|then|loop)\s+execute\s[^;]*;/gim) ?? [];
  const strict = /\bexecute\s+(format\(\s*)?'(?:[^'%]|''|%[IL])*'\s*(?:;|[,)]|using\b)(?![^;]*\|\|)/i;
  return statements.map((text) => text.trim()).filter((text) => !strict.test(text));
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
}
