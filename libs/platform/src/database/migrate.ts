import pg from 'pg';
import { DataSource, type MixedList } from 'typeorm';
import { APP_ROLE, appPasswordOf } from './roles.js';

export type Migrations = MixedList<NewableFunction>;

/**
 * Brings the tables of a database up to date, in the order of the street, and makes sure that the application's role
 * can sign in. Safe to call at every start and from several processes: an advisory lock lets one work at a time.
 * @param ownerUrl address of the role that owns the tables.
 * @returns names of the migrations that ran.
 */
export async function migrate(ownerUrl: string, migrations: Migrations): Promise<string[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query("select pg_advisory_lock(hashtext('elchin migrate'))");
    const source = new DataSource({ type: 'postgres', url: ownerUrl, migrations, poolSize: 2 });
    await source.initialize();
    const ran = await source.runMigrations({ transaction: 'each' }).finally(() => source.destroy());
    if (!(await canSignIn(owner))) await setAppPassword(owner, ownerUrl);
    await keepInstantsInUtc(owner);
    return ran.map((migration) => migration.name);
  } finally {
    await owner.end();
  }
}

async function canSignIn(owner: pg.Client): Promise<boolean> {
  const found = await owner.query('select rolcanlogin from pg_roles where rolname = $1', [APP_ROLE]);
  return (found.rows[0] as { rolcanlogin: boolean } | undefined)?.rolcanlogin ?? false;
}

async function setAppPassword(owner: pg.Client, ownerUrl: string): Promise<void> {
  // ALTER ROLE takes no parameters; the password is hexadecimal by construction.
  await owner.query(`alter role ${APP_ROLE} login password '${appPasswordOf(ownerUrl)}'`);
}

/** The server's own time zone may be any; we answer instants in UTC (`plain-types.ts`). Holds for new connections. */
async function keepInstantsInUtc(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ zone: string; database: string }>(
    "select current_setting('timezone') as zone, current_database() as database",
  );
  const { zone = '', database = '' } = rows[0] ?? {};
  if (zone === 'UTC') return;
  await owner.query(`alter database ${owner.escapeIdentifier(database)} set timezone to 'UTC'`);
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
