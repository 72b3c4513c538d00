import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Asking } from '#access';
import { signedInAs } from '#access/testing';
import { aWorld, type World } from '#support/world';

/** In Prague, which Bolormaa in Seoul does not reach. */
const SECRET = 'Нууц-Оюунаа';
/** What would reach everything. */
const FORGED = 'elchin,01980000000070008000000000000001,ALL,ULN,CONSULAR_OFFICER';

let world: World;
let app: pg.Client;
let bolormaa: Asking;
const connect = async (options?: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: world.appUrl, options });
  client.on('error', () => undefined);
  await client.connect();
  return client;
};
beforeAll(async () => {
  world = await aWorld();
  await world.owner.query(`insert into cases.person (mission_id, given) values ('PRG', $1)`, [SECRET]);
  bolormaa = await signedInAs(world.owner, { name: 'Болормаа', role: 'OFFICER', missionId: 'SEL' });
  app = await connect();
});
afterAll(async () => {
  await app.end();
  await world.end();
});

const WHO =
  'select access.acting() as who, access.my_role() as role, access.my_mission() as post, access.my_reach() as reach';
const NOBODY = { who: null, role: null, post: null, reach: null };
const enter = async (client: pg.Client) => {
  const { actor, tokenHash } = bolormaa;
  const shown = [tokenHash, actor.staffId, actor.role, actor.missionId];
  await client.query('select access.enter($1, $2, $3, $4)', shown);
};
/** Who somebody is after these statements, and which names they then read; the refusal, if there is one. */
async function tried(client: pg.Client, ...statements: string[]): Promise<unknown> {
  try {
    for (const statement of statements) await client.query(statement);
    const { rows } = await client.query<object>(
      `select *, array(select given from cases.person) as names from (${WHO}) w`,
    );
    return rows[0];
  } catch (error) {
    return (error as pg.DatabaseError).code;
  } finally {
    await client.query('rollback');
  }
}
const REFUSED = '42501';

describe('the application’s role, with any SQL text and nobody’s session', () => {
  it.each(['staff', 'role', 'mission', 'reach', 'seal'])(
    'is nobody whatever it puts into elchin.%s',
    async (name) => {
      const value = { role: 'CONSULAR_OFFICER', mission: 'PRG', reach: 'ALL' }[name as 'role'] ?? FORGED;
      const set = `select set_config('elchin.${name}', '${value}', true)`;
      expect(await tried(app, 'begin', set)).toEqual({ ...NOBODY, names: [] });
    },
  );

  it.each([
    `set backtrace_functions = '${FORGED}'`,
    `set local backtrace_functions = '${FORGED}'`,
    `set session backtrace_functions to '${FORGED}'`,
    `select set_config('backtrace_functions', '${FORGED}', true)`,
    `update pg_settings set setting = '${FORGED}' where name = 'backtrace_functions'`,
    `alter role elchin_app set backtrace_functions = '${FORGED}'`,
    `alter role all set backtrace_functions = '${FORGED}'`,
    `do $$ begin execute 'alter database ' || quote_ident(current_database()) || ' set backtrace_functions = x'; end $$`,
    `grant set on parameter backtrace_functions to elchin_app`,
    `create function pg_temp.forged() returns text language sql set backtrace_functions = '${FORGED}' as 'select 1'; select pg_temp.forged()`,
    `do $$ begin set local backtrace_functions = '${FORGED}'; end $$`,
    'set role elchin_owner',
    'set session authorization elchin_owner',
    'set local role elchin',
    'grant elchin_owner to elchin_app',
    'alter role elchin_app superuser',
    'alter function access.enter owner to elchin_app',
    'set session_replication_role = replica',
  ])('is refused: %s', async (statement) => {
    expect(await tried(app, 'begin', statement)).toBe(REFUSED);
  });

  it('is refused to set it for the whole server', async () => {
    expect(await tried(app, `alter system set backtrace_functions = '${FORGED}'`)).toBe(REFUSED);
  });

  it('is refused the connection that would begin with a seal', async () => {
    await expect(connect(`-c backtrace_functions=${FORGED}`)).rejects.toMatchObject({ code: REFUSED });
  });

  it('sees no row with row-level security switched off: it is refused', async () => {
    expect(await tried(app, 'begin', 'set local row_security = off')).toBe(REFUSED);
  });

  it('owns no place where a function of its own would be found before PostgreSQL’s', async () => {
    for (const place of ['public', 'access', 'cases', 'stat', 'reference', 'pg_catalog'])
      expect(
        await tried(
          app,
          'begin',
          `create function ${place}.my_reach() returns text language sql return 'ALL'`,
        ),
      ).toBe(REFUSED);
  });
});

describe('a seal', () => {
  const inSeoul = () => ({ who: bolormaa.actor.staffId, role: 'OFFICER', post: 'SEL', reach: 'MISSION' });

  it('holds in its transaction, so that the tests here can fail', async () => {
    await app.query('begin');
    await enter(app);
    expect((await app.query(WHO)).rows).toEqual([inSeoul()]);
    await app.query('commit');
  });

  it('is gone with its transaction, committed or rolled back, also within one message', async () => {
    for (const end of ['commit', 'rollback', 'commit and chain', 'rollback and chain']) {
      await app.query('begin');
      await enter(app);
      await app.query(end);
      expect(await tried(app)).toEqual({ ...NOBODY, names: [] });
    }
    const { staffId } = bolormaa.actor;
    const token = `'\\x${bolormaa.tokenHash.toString('hex')}'`;
    const enters = `select access.enter(${token}, '${staffId}', 'OFFICER', 'SEL')`;
    const answers = (await app.query(
      `begin; ${enters}; ${WHO}; commit; begin; ${WHO}; commit`,
    )) as unknown as {
      rows: unknown[];
    }[];
    expect(answers.flatMap(({ rows }) => rows).filter((row) => 'who' in (row as object))).toEqual([
      inSeoul(),
      NOBODY,
    ]);
  });

  it('is gone with the savepoint in which it was made, as the log’s row is', async () => {
    await app.query('begin; savepoint before');
    await enter(app);
    expect(await tried(app, 'rollback to before')).toEqual({ ...NOBODY, names: [] });
  });

  it('of one connection is nothing to another, nor is its text, read and put back', async () => {
    const other = await connect();
    await app.query('begin');
    await enter(app);
    const read = await app.query<{ seal: string }>(`select current_setting('backtrace_functions') as seal`);
    expect(await tried(other, 'begin')).toEqual({ ...NOBODY, names: [] });
    const replay = `select set_config('backtrace_functions', '${read.rows[0]?.seal ?? ''}', false)`;
    expect(await tried(other, 'begin', replay)).toBe(REFUSED);
    await app.query('commit');
    expect(await tried(app, 'begin', replay)).toBe(REFUSED);
    await other.end();
  });

  it.each(['reset all', 'discard all', 'discard plans', 'discard sequences', 'deallocate all'])(
    'is never more than it was after: %s',
    async (statement) => {
      await app.query('begin');
      await enter(app);
      const after = await tried(app, statement);
      if (typeof after === 'object')
        expect([inSeoul(), NOBODY]).toContainEqual({ ...after, names: undefined });
      else expect(after).toBe('25001'); // not inside a transaction
    },
  );

  it('is read anew by a statement that was prepared while somebody else acted', async () => {
    await app.query('prepare seen as select count(*)::int as n from cases.person');
    const count = async () => (await app.query<{ n: number }>('execute seen')).rows[0]?.n;
    await world.owner.query(`insert into cases.person (mission_id, given) values ('SEL', 'Сараа')`);
    for (let time = 0; time < 8; time += 1) {
      await app.query('begin');
      expect(await count()).toBe(0);
      await enter(app);
      expect(await count()).toBe(1);
      await app.query('rollback');
    }
    await app.query('deallocate seen');
  });

  it('goes along to the workers of a parallel plan', async () => {
    await app.query('begin');
    await enter(app);
    await app.query('set local debug_parallel_query = on');
    const { rows } = await app.query<object>(WHO);
    expect(rows).toEqual([inSeoul()]);
    await app.query('rollback');
  });

  it('can be written by the owner’s functions alone', async () => {
    const { rows } = await world.owner.query(
      `select a.grantee::regrole::text as who, a.privilege_type as what from pg_parameter_acl p, aclexplode(p.paracl) a
        where p.parname = 'backtrace_functions' and a.grantee <> 10`,
    );
    expect(rows).toEqual([{ who: 'elchin_owner', what: 'SET' }]);
  });
});

/** A temporary schema is searched first for types, whatever the search path says, unless it is named in it. */
describe('a type of the application’s own in its temporary schema', () => {
  const types = ['uuid', 'text', 'bytea', 'jsonb', 'timestamptz'];
  const spy = (type: string) => `
    create function pg_temp.spy(v pg_catalog.${type}) returns boolean language plpgsql as $$
    begin raise exception 'here as %', current_user using errcode = 'EL999'; end $$;
    create domain pg_temp.${type} as pg_catalog.${type} check (pg_temp.spy(value))`;

  it.each(types)('%s is not taken for PostgreSQL’s by any function of the owner’s', async (type) => {
    const fresh = await connect();
    await fresh.query(spy(type));
    const { actor, tokenHash } = bolormaa;
    await fresh.query('begin');
    await fresh.query('select access.enter($1, $2, $3, $4)', [
      tokenHash,
      actor.staffId,
      actor.role,
      actor.missionId,
    ]);
    expect((await fresh.query(WHO)).rows).toEqual([inSeoulOf(actor.staffId)]);
    await fresh.end();
  });

  it('with a cast of its own does not make the application somebody else', async () => {
    const fresh = await connect();
    const all = '01980000-0000-7000-8000-000000000001';
    await fresh.query(`
      create type pg_temp.uuid as enum ('x');
      create function pg_temp.forged(text) returns pg_temp.uuid language sql as $$ select 'x'::pg_temp.uuid $$;
      create function pg_temp.forged(pg_temp.uuid) returns pg_catalog.uuid language sql as $$ select '${all}'::pg_catalog.uuid $$;
      create cast (text as pg_temp.uuid) with function pg_temp.forged(text) as implicit;
      create cast (pg_temp.uuid as pg_catalog.uuid) with function pg_temp.forged(pg_temp.uuid) as implicit`);
    await fresh.query('begin');
    await enter(fresh);
    expect((await fresh.query<{ who: string }>(WHO)).rows[0]?.who).toBe(bolormaa.actor.staffId);
    await fresh.end();
  });
});

const inSeoulOf = (who: string) => ({ who, role: 'OFFICER', post: 'SEL', reach: 'MISSION' });
