import pg from 'pg';
import { DataSource, MigrationExecutor, type MixedList, type QueryRunner } from 'typeorm';
import { ConfigError } from '../config.js';
import { platformSql } from '../sql/index.js';
import { APP_ROLE, DOOR_ROLE, OWNER_ROLE, passwordOf } from './roles.js';
import { applySqlFiles, type RoomSql } from './sql-files.js';

/** What ready_roles.sql says itself. */
const RAISED = 'P0001';

export type Migrations = MixedList<NewableFunction>;

/**
 * Brings a database up to date: roles, tables in the order of the street, then the rooms' SQL files. Tables and files change in one
 * transaction: an upgrade is whole or has not happened. Safe to call at every start and from several processes: an
 * advisory lock lets one work at a time.
 * @param ownerUrl address of a login that may act as the owner of the tables (README, "The database").
 * @returns names of the migrations that ran, and of the files that had changed.
 */
export async function migrate(
  ownerUrl: string,
  migrations: Migrations,
  rooms: readonly RoomSql[],
): Promise<string[]> {
  const login = new pg.Client({ connectionString: ownerUrl });
  await login.connect();
  try {
    await login.query("select pg_advisory_lock(hashtext('elchin migrate'))");
    await readyRoles(login);
    await handOver(
      login,
      rooms.map(({ schema }) => schema),
    );
    const source = new DataSource({ type: 'postgres', url: ownerUrl, migrations, poolSize: 1 });
    await source.initialize();
    const ran = await migrateAndApply(source, rooms).finally(() => source.destroy());
    for (const role of [APP_ROLE, DOOR_ROLE]) {
      if (!(await canSignIn(login, role))) await setPassword(login, ownerUrl, role);
    }
    await keepInstantsInUtc(login);
    return ran;
  } finally {
    await login.end();
  }
}

/** @throws ConfigError with what the operator must grant, where the login may not do it. */
async function readyRoles(login: pg.Client): Promise<void> {
  try {
    await login.query(platformSql('ready_roles'));
  } catch (error) {
    const { code, message, hint = '' } = error as pg.DatabaseError;
    throw code === RAISED ? new ConfigError(`${message} ${hint}`) : error;
  }
}

/** What an earlier version left with the login goes to the owner's role, before that role changes any of it. */
async function handOver(login: pg.Client, schemas: readonly string[]): Promise<void> {
  const { rows } = await login.query<{ statement: string }>(platformSql('hand_over'), [schemas]);
  if (rows.length === 0) return;
  await login.query(['begin', ...rows.map(({ statement }) => statement), 'commit'].join(';\n'));
}

async function migrateAndApply(source: DataSource, rooms: readonly RoomSql[]): Promise<string[]> {
  const runner = source.createQueryRunner();
  await runner.startTransaction();
  try {
    // Whatever is made from here on belongs to the owner's role, not to who signed in.
    await runner.query(`set local role ${OWNER_ROLE}`);
    const ran = await runMigrations(source, runner);
    const applied = await applySqlFiles(runner, rooms, ran.length > 0);
    await runner.commitTransaction();
    return [...ran, ...applied];
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

async function runMigrations(source: DataSource, runner: QueryRunner): Promise<string[]> {
  const executor = new MigrationExecutor(source, runner);
  executor.transaction = 'none'; // none of its own: they all run in ours
  for (const { name, instance } of await executor.getPendingMigrations()) {
    if (instance?.transaction === undefined) continue;
    throw new Error(`${name}: all migrations run in one transaction, none in one of its own.`);
  }
  return (await executor.executePendingMigrations()).map(({ name }) => name);
}

async function canSignIn(login: pg.Client, role: string): Promise<boolean> {
  const found = await login.query('select rolcanlogin from pg_roles where rolname = $1', [role]);
  return (found.rows[0] as { rolcanlogin: boolean } | undefined)?.rolcanlogin ?? false;
}

async function setPassword(login: pg.Client, ownerUrl: string, role: string): Promise<void> {
  // ALTER ROLE takes no parameters; the password is hexadecimal by construction.
  await login.query(`alter role ${role} login password '${passwordOf(ownerUrl, role)}'`);
}

/** The server's own time zone may be any; we answer instants in UTC (`plain-types.ts`). Holds for new connections. */
async function keepInstantsInUtc(login: pg.Client): Promise<void> {
  const { rows } = await login.query<{ zone: string; database: string }>(
    "select current_setting('timezone') as zone, current_database() as database",
  );
  const { zone = '', database = '' } = rows[0] ?? {};
  if (zone === 'UTC') return;
  await login.query(`alter database ${login.escapeIdentifier(database)} set timezone to 'UTC'`);
}

/** Makes a database when the server has none of that name. */
export async function ensureDatabase(serverUrl: string, name: string, template?: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${serverUrl}/postgres` });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount) return;
    const from = template ? ` template ${client.escapeIdentifier(template)}` : '';
    await client.query(`create database ${client.escapeIdentifier(name)}${from}`);
  } finally {
    await client.end();
  }
}
