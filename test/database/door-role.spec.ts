import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { signedInAs } from '#access/testing';
import { aWorld, type World } from '#support/world';

let world: World;
let app: pg.Client;
let door: pg.Client;
beforeAll(async () => {
  world = await aWorld();
  app = new pg.Client({ connectionString: world.appUrl });
  door = new pg.Client({ connectionString: world.doorUrl });
  await Promise.all([app.connect(), door.connect()]);
});
afterAll(async () => {
  await Promise.all([app.end(), door.end()]);
  await world.end();
});

/** With any SQL at all, also as the administrator. */
const asAdministrator = async (sql: string): Promise<pg.QueryResult> => {
  const { actor, tokenHash } = await signedInAs(world.owner, { name: 'Админ', role: 'ADMINISTRATOR' });
  await app.query('begin');
  try {
    await app.query('select access.enter($1, $2, $3, null)', [tokenHash, actor.staffId, actor.role]);
    return await app.query(sql);
  } finally {
    await app.query('rollback');
  }
};

const REFUSED = { code: '42501' };

describe('elchin_app', () => {
  it.each([
    ['read a hash', 'select password_hash from access.staff'],
    ['read a hash by the whole row', 'select s from access.staff s'],
    ['look for a hash', `select id from access.staff where password_hash = 'x'`],
    ['write a hash', `update access.staff set password_hash = 'x'`],
    [
      'write a hash of somebody new',
      `insert into access.staff (email, name, role, password_hash) values ('x', 'x', 'AUDITOR', 'x')`,
    ],
    ['read sessions', 'select token_hash from access.session'],
    [
      'make a session',
      `insert into access.session (token_hash, staff_id, kind, expires_at) select '\\x00', id, 'API', now() from access.staff`,
    ],
    ['prolong a session', `update access.session set expires_at = now() + interval '1 year'`],
    ['end a session by its row', 'delete from access.session'],
    ['read tries', 'select count(*) from access.sign_in_try'],
    ['forget tries', 'delete from access.sign_in_try'],
    [
      'know a device',
      `insert into access.known_device (token_hash, staff_id) select '\\x00', id from access.staff`,
    ],
    [
      'ask for a hash as the door does',
      `select * from access.known_by_address('admin@elchin.example', null)`,
    ],
    ['open a session as the door does', `select access.open_session(uuidv7(), 'x', '{}')`],
    ['sweep', 'select access.sweep()'],
    ['become the door', 'set role elchin_door'],
  ])('cannot %s, not even for the administrator', async (_, sql) => {
    await expect(app.query(sql)).rejects.toMatchObject(REFUSED);
    await expect(asAdministrator(sql)).rejects.toMatchObject(REFUSED);
  });

  it('can still read who is among the staff, so that the above can fail', async () => {
    const { rows } = await asAdministrator(`select name from access.staff where role = 'ADMINISTRATOR'`);
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('elchin_door', () => {
  it('may call its few functions, and nothing else in the whole database', async () => {
    const { rows: functions } = await world.owner.query<{ name: string }>(
      `select p.oid::regproc::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('access', 'cases', 'stat', 'reference', 'graphile_worker') and has_function_privilege('elchin_door', p.oid, 'execute') order by 1`,
    );
    expect(functions.map(({ name }) => name)).toEqual([
      'access.begin_factor',
      'access.change_password',
      'access.confirm_factor',
      'access.factor_of',
      'access.factor_state',
      'access.invite_owner',
      'access.known_by_address',
      'access.known_by_session',
      'access.log_failed_sign_in',
      'access.note_code_try',
      'access.note_try',
      'access.open_session',
      'access.remove_factor',
      'access.sealed_with',
      'access.sweep',
      'access.use_code',
      'access.use_invite',
    ]);
    const { rows: tables } = await world.owner.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname !~ '^(pg_|information_schema)' and c.relkind in ('r', 'p', 'v', 'm', 'S')
          and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
          and (has_table_privilege('elchin_door', c.oid, 'select, insert, update, delete') or has_any_column_privilege('elchin_door', c.oid, 'select, insert, update'))`,
    );
    expect(tables).toEqual([]);
  });

  it('owns nothing and is nobody else', async () => {
    const { rows } = await world.owner.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
              (select count(*)::int from pg_auth_members m where m.member = r.oid) as more,
              (select count(*)::int from pg_class c where c.relowner = r.oid) as owns
         from pg_roles r where rolname = 'elchin_door'`,
    );
    const nothing = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false };
    expect(rows).toEqual([{ ...nothing, rolcanlogin: true, more: 0, owns: 0 }]);
    await expect(door.query('set role elchin_app')).rejects.toMatchObject(REFUSED);
    await expect(door.query('select name from access.staff')).rejects.toMatchObject(REFUSED);
  });

  it('writes in the log that somebody came, and no act of theirs', async () => {
    const forged = door.query(`insert into access.log (operation) values ('signin.done')`);
    await expect(forged).rejects.toMatchObject(REFUSED);
  });
});
