import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { appUrlOf } from '#platform';
import { migratedTemplate, testServer } from '#support/cluster';
import { printDatabaseSchema } from '../../apps/cli/src/schema/print-database.js';
import { prepareDatabase } from '../../apps/street.js';

const FORMER = new URL('./former/2026-11-26.sql', import.meta.url);

let server: string;
let admin: pg.Client;
const databases: string[] = [];
beforeAll(async () => {
  server = await testServer();
  // The server has the register's roles already, made by its superuser.
  await migratedTemplate(server);
  admin = new pg.Client({ connectionString: `${server}/postgres` });
  await admin.connect();
});
afterAll(async () => {
  for (const name of databases) await admin.query(`drop database ${name} with (force)`);
  await admin.query('drop role if exists ministry');
  await admin.end();
});

async function emptyDatabase(owner = 'elchin'): Promise<string> {
  const name = `upgrade_${randomBytes(6).toString('hex')}`;
  await admin.query(`create database ${name} owner ${owner}`);
  databases.push(name);
  return name;
}

async function rowsOf(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query(sql).then(
    ({ rows }) => client.end().then(() => rows as unknown[]),
    (error: unknown) => client.end().then(() => Promise.reject(error as Error)),
  );
}

const FOREIGN = `
  select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname in ('access', 'cases', 'stat', 'reference') and c.relowner <> 'elchin_owner'::regrole
  union all
  select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where n.nspname in ('access', 'cases', 'stat', 'reference')
     and (p.proowner <> 'elchin_owner'::regrole or exists (
       select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0))`;

describe('a database of 26 November 2026, whose tables belonged to a superuser', () => {
  let url: string;
  beforeAll(async () => {
    url = `${server}/${await emptyDatabase()}`;
    await rowsOf(url, readFileSync(FORMER, 'utf8'));
    await rowsOf(url, `select cases.next_case_no('SEL', 2026)`);
    expect(await rowsOf(url, FOREIGN)).not.toEqual([]);
    expect(await prepareDatabase(url)).not.toEqual([]);
  });

  it('belongs to elchin_owner afterwards, with nothing open to everybody', async () => {
    expect(await rowsOf(url, FOREIGN)).toEqual([]);
  });

  it('is in everything what a new database is', async () => {
    expect(await printDatabaseSchema(url)).toBe(readFileSync('apps/api/schema.sql', 'utf8'));
  });

  it('goes on numbering the cases of a post where it was', async () => {
    const next = await rowsOf(appUrlOf(url), `select cases.next_case_no('SEL', 2026) as no`);
    expect(next).toEqual([{ no: 'SEL-2026-00002' }]);
  });

  it('has nothing left to do at the next start', async () => {
    expect(await prepareDatabase(url)).toEqual([]);
  });
});

describe('a login that is no superuser, as on a server of the ministry’s', () => {
  let url: string;
  beforeAll(async () => {
    await admin.query(`create role ministry login createrole password 'ministry'`);
    const there = new URL(server);
    there.username = there.password = 'ministry';
    url = `${there.toString().replace(/\/$/, '')}/${await emptyDatabase('ministry')}`;
  });

  it('is told what it lacks where somebody else made the roles', async () => {
    await expect(prepareDatabase(url)).rejects.toThrow(
      'The login of DATABASE_URL may not act as elchin_owner, which owns the tables. ' +
        'As a superuser: grant elchin_owner to ministry with inherit true, set true;',
    );
  });

  it('keeps the register once it may act as their owner', async () => {
    await admin.query('grant elchin_owner to ministry with inherit true, set true');
    await prepareDatabase(url);
    expect(await rowsOf(url, FOREIGN)).toEqual([]);
    expect(await prepareDatabase(url)).toEqual([]);
    expect(await rowsOf(url, 'select count(*)::int > 20 as loaded from reference.mission')).toEqual([
      { loaded: true },
    ]);
  });
});
